package firesteel.source;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that cells give their classes, in the place of those that the JVM has for them: of the
 * classes that JShell puts around what cells declare no user knows.
 */
public final class SourceNames {
  private static final String CLASSES = "REPL.$JShell$";
  private static final String AROUND = "REPL\\.\\$JShell\\$\\w+";

  /** Up to a name; before that of a class in a method the compiler puts a number. */
  private static final String UP_TO_NAME = AROUND + "[.$]\\d*";

  private static final String NAME = "[\\w$\\P{ASCII}]+";

  /** The number that {@code Object.toString()} puts behind a class; another one in every run. */
  private static final String ID = "@[0-9a-f]{1,8}\\b";

  /** Where a message tells which loader a class has. */
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

  /** A text of the JVM's, such as an exception's message, with the names that users know. */
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

  /** Whether a class is one without a name: an anonymous one, or that of a lambda. */
  public static boolean isNameless(Class<?> type) {
    String name = type.getSimpleName();
    return type.isHidden() || name.isEmpty() || name.startsWith("$JShell$anonymous$");
  }
}
