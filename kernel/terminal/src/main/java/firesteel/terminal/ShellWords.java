package firesteel.terminal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises commands of other shells, and says what to use here. */
final class ShellWords {
  /** What a line requests. */
  enum Request {
    LEAVE,
    HELP,
    /** Another command, which this shell doesn't have. */
    OTHER
  }

  private static final Set<String> LEAVE = Set.of("exit", "quit", "q", "logout", "bye");
  private static final Set<String> LEAVE_ALONE = Set.of("exit", "quit");
  private static final Set<String> HELP = Set.of("help", "h", "?");

  /** Matches a word that can't start Java, with the arguments behind it. */
  private static final Pattern COMMAND = Pattern.compile("[:/]([A-Za-z]\\w*|\\?)(\\s.*)?");

  private static final Pattern WORD = Pattern.compile("(\\w+)\\s*(?:\\(\\s*\\))?\\s*;?");

  /** What to use here instead of commands of jshell, and of the shells of Scala and Spark. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("paste", "code that is pasted is one cell, however many lines it has"),
          Map.entry("load", "%run FILE runs a file"),
          Map.entry("open", "%run FILE runs a file"),
          Map.entry("save", "%save FILE writes the session"),
          Map.entry("edit", "%edit opens the last cell in your editor"),
          Map.entry("vars", "%who lists the variables"),
          Map.entry("list", "%history prints the cells"),
          Map.entry("history", "%history prints the cells"),
          Map.entry("hi", "%history prints the cells"),
          Map.entry("reset", "%reset forgets what was declared"),
          Map.entry("type", "x? shows the type of x, and so does Shift-Tab"),
          Map.entry("javap", "x? shows what x is, and so does Shift-Tab"),
          Map.entry("sh", "!COMMAND runs a shell command"),
          Map.entry("require", "%jars FILE adds a jar"),
          Map.entry("classpath", "%classpath adds jars and folders"),
          Map.entry("env", "%env lists environment variables"));

  private ShellWords() {}

  /**
   * Returns what a line requests that isn't Java; empty for Java.
   *
   * @param isDeclared whether the notebook has a variable or a method of a name, which has
   *     precedence
   */
  static Optional<Request> request(String text, Predicate<String> isDeclared) {
    String line = text.strip();
    Matcher command = COMMAND.matcher(line);
    if (command.matches()) {
      String word = command.group(1);
      return Optional.of(
          LEAVE.contains(word)
              ? Request.LEAVE
              : HELP.contains(word) ? Request.HELP : Request.OTHER);
    }
    Matcher alone = WORD.matcher(line);
    if (!alone.matches() || isDeclared.test(alone.group(1))) {
      return line.equals("?") ? Optional.of(Request.HELP) : Optional.empty();
    }
    return LEAVE_ALONE.contains(alone.group(1))
        ? Optional.of(Request.LEAVE)
        : alone.group(1).equals("help") ? Optional.of(Request.HELP) : Optional.empty();
  }

  /** Returns the message for a command of another shell. */
  static String advice(String text) {
    String line = text.strip();
    Matcher command = COMMAND.matcher(line);
    String word = command.matches() ? command.group(1) : line;
    String way = ELSEWHERE.get(word);
    return "There is no command "
        + line.charAt(0)
        + word
        + " here: "
        + (way == null ? "" : way + "; ")
        + "%help shows how the shell works, %lsmagic lists the commands, exit leaves.";
  }
}
