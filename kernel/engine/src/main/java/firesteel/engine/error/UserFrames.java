package firesteel.engine.error;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reduces a stack trace to the frames of the user's code, with library frames between them
 * shortened.
 */
final class UserFrames {
  private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+(?:\\$(.*))?");
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");
  private static final int LIBRARY_FRAMES_WITHOUT_USER = 4;

  private UserFrames() {}

  /** Whether a frame belongs to code of a cell. */
  static boolean isUser(StackTraceElement frame) {
    return WRAPPER.matcher(frame.getClassName()).matches() && frame.getLineNumber() > 0;
  }

  /**
   * Returns the frames to show, one line each, indented; of consecutive library frames only the
   * first.
   */
  static List<String> describe(StackTraceElement[] frames) {
    int lastUser = -1;
    for (int i = 0; i < frames.length; i++) {
      if (isUser(frames[i])) {
        lastUser = i;
      }
    }
    return lastUser < 0 ? withoutUser(frames) : upTo(frames, lastUser);
  }

  /** Returns only the user's frames, one line each, indented. */
  static List<String> ofUser(StackTraceElement[] frames) {
    return shorten(
        Arrays.stream(frames)
            .filter(UserFrames::isUser)
            .map(frame -> "    at " + place(frame))
            .distinct()
            .toList());
  }

  private static List<String> upTo(StackTraceElement[] frames, int lastUser) {
    List<String> lines = new ArrayList<>();
    int skipped = 0;
    boolean inLibrary = false;
    for (int i = 0; i <= lastUser; i++) {
      StackTraceElement frame = frames[i];
      if (isUser(frame)) {
        addSkipped(lines, skipped);
        skipped = 0;
        inLibrary = false;
        String line = "    at " + place(frame);
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(line)) {
          lines.add(line);
        }
      } else if (!isKernel(frame)) {
        if (inLibrary) {
          skipped++;
        } else {
          lines.add("    at " + frame.getClassName() + "." + frame.getMethodName());
          inLibrary = true;
        }
      }
    }
    return shorten(lines);
  }

  /** Shortens the thousands of frames of an endless recursion to the first and the last. */
  private static List<String> shorten(List<String> lines) {
    int most = 24;
    if (lines.size() <= most) {
      return lines;
    }
    List<String> few = new ArrayList<>(lines.subList(0, most / 2));
    addSkipped(few, lines.size() - most);
    few.addAll(lines.subList(lines.size() - most / 2, lines.size()));
    return few;
  }

  private static List<String> withoutUser(StackTraceElement[] frames) {
    List<String> lines = new ArrayList<>();
    int skipped = 0;
    for (StackTraceElement frame : frames) {
      if (isKernel(frame)) {
        continue;
      }
      if (lines.size() < LIBRARY_FRAMES_WITHOUT_USER) {
        lines.add("    at " + frame.getClassName() + "." + frame.getMethodName());
      } else {
        skipped++;
      }
    }
    addSkipped(lines, skipped);
    return lines;
  }

  private static void addSkipped(List<String> lines, int skipped) {
    if (skipped > 0) {
      lines.add("    ... " + skipped + " more (%traceback shows all)");
    }
  }

  /** Returns a user's frame as text: the called method and its position. */
  static String place(StackTraceElement frame) {
    String where = frame.getFileName() + ", line " + frame.getLineNumber();
    String what = method(frame);
    return what.isEmpty() ? where : what + " (" + where + ")";
  }

  private static String method(StackTraceElement frame) {
    String name = frame.getMethodName();
    Matcher lambda = LAMBDA.matcher(name);
    if (lambda.matches()) {
      String inside = lambda.group(1);
      return inside.startsWith("do_it$") ? "lambda" : "lambda in " + inside;
    }
    Matcher wrapper = WRAPPER.matcher(frame.getClassName());
    String type = wrapper.matches() && wrapper.group(1) != null ? wrapper.group(1) : "";
    if (name.startsWith("do_it$")) {
      return "";
    }
    return type.isEmpty() ? name : type.replace('$', '.') + "." + name;
  }

  private static boolean isKernel(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith("firesteel.")
        || name.startsWith("picocli.") // runs magics
        || name.startsWith("jdk.jshell.")
        || name.startsWith("jdk.internal.")
        || name.startsWith("java.lang.invoke.")
        || name.startsWith("java.lang.reflect.")
        || name.startsWith("REPL.$JShell$");
  }
}
