package firesteel.spark.error;

import firesteel.source.SourceNames;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Removes from Spark's messages what is of no use to a user of a notebook. */
final class MessageText {
  /** Matches the tree of the plan that follows some messages. */
  private static final Pattern PLAN =
      Pattern.compile(";?\\n\\s*'?[+:\\-]*\\s*'?[A-Z]\\w+ .*", Pattern.DOTALL);

  /**
   * Matches where in the Java code a column was named: only JShell's wrapper classes appear there.
   */
  private static final Pattern DATAFRAME_CONTEXT =
      Pattern.compile("\\n?== DataFrame ==\\n.*?was called from\\n[^\\n]*\\n?", Pattern.DOTALL);

  private static final Pattern LAMBDA_ID = Pattern.compile("\\$+Lambda[/$][\\w/$]*");

  private static final Pattern STATE = Pattern.compile(" SQLSTATE: \\w+");

  private static final Pattern POSITION = Pattern.compile("\\.?;\\s+line (\\d+) pos (\\d+)$");

  private MessageText() {}

  /** Spark counts columns from 0, people from 1. */
  private static String position(MatchResult found) {
    int column = Integer.parseInt(found.group(2)) + 1;
    return " (line " + found.group(1) + " of the SQL, column " + column + ")";
  }

  static String clean(String message) {
    String text = DATAFRAME_CONTEXT.matcher(message).replaceAll("");
    int plan = text.indexOf(";\n");
    if (plan >= 0 && PLAN.matcher(text.substring(plan)).matches()) {
      text = text.substring(0, plan);
    }
    text = POSITION.matcher(text).replaceAll(MessageText::position);
    text = STATE.matcher(text).replaceAll("");
    text = SourceNames.in(text);
    return LAMBDA_ID.matcher(text).replaceAll(" (a lambda)").strip();
  }

  /** Returns a class name as the user wrote it. */
  static String className(String name) {
    String text = SourceNames.in(name);
    return text.replaceFirst("\\$\\$Lambda.*", " (a lambda)").replaceFirst("^java\\.lang\\.", "");
  }
}
