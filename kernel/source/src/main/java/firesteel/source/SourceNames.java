package firesteel.source;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the JVM's names of cells' classes by the names in the source, without JShell's wrapper
 * classes, which users don't know.
 */
public final class SourceNames {
  private static final String CLASSES = "REPL.$JShell$";
  private static final String AROUND = "REPL\\.\\$JShell\\$\\w+";

  /**
   * Matches the text up to a name; the compiler puts a number before the name of a class in a
   * method.
   */
  private static final String UP_TO_NAME = AROUND + "[.$]\\d*";

  private static final String NAME = "[\\w$\\P{ASCII}]+";

  /**
   * Matches the number that {@code Object.toString()} appends to a class name, which differs in
   * every run.
   */
  private static final String ID = "@[0-9a-f]{1,8}\\b";

  /** Matches the part of a message that names the loader of a class. */
  private static final Pattern LOADER =
      Pattern.compile(" \\([^()]*'?firesteel-snippets\\b[^()]*\\)");

  private static final Pattern LAMBDA =
      Pattern.compile("(?:\\bclass )?" + AROUND + "[\\w$]*?\\$\\$Lambda[$/][\\w/]+(?:" + ID + ")?");

  private static final Pattern ANONYMOUS =
      Pattern.compile(
          "(?:\\bclass )?"
              + AROUND
              + "\\$(?:\\$JShell\\$anonymous\\$\\$)?\\d+(?![\\w$\\P{ASCII}])(?:"
              + ID
              + ")?");

  private static final Pattern ARRAY =
      Pattern.compile("(\\[+)L" + UP_TO_NAME + "(" + NAME + ");(?:" + ID + ")?");

  private static final Pattern OBJECT = Pattern.compile(UP_TO_NAME + "(" + NAME + ")" + ID);

  private static final Pattern MEMBER =
      Pattern.compile("(?:firesteel-snippets//)?" + UP_TO_NAME + "(?=[\\w<\\P{ASCII}])");

  private static final Pattern ALONE =
      Pattern.compile("(?:\\bclass )?" + AROUND + "(?:" + ID + ")?");

  private SourceNames() {}

  /** Returns a text of the JVM, such as an exception's message, with the names that users know. */
  public static String in(String text) {
    if (!text.contains(CLASSES)) {
      return text;
    }
    String named = LOADER.matcher(text).replaceAll("");
    named = LAMBDA.matcher(named).replaceAll("a lambda");
    named = ANONYMOUS.matcher(named).replaceAll("an anonymous class");
    named = ARRAY.matcher(named).replaceAll(SourceNames::array);
    named = OBJECT.matcher(named).replaceAll("$1");
    named = MEMBER.matcher(named).replaceAll("");
    return ALONE.matcher(named).replaceAll("a cell");
  }

  private static String array(MatchResult found) {
    return Matcher.quoteReplacement(found.group(2)) + "[]".repeat(found.group(1).length());
  }

  /** Returns whether a class is an anonymous class or that of a lambda. */
  public static boolean isNameless(Class<?> type) {
    String name = type.getSimpleName();
    return type.isHidden() || name.isEmpty() || name.startsWith("$JShell$anonymous$");
  }
}
