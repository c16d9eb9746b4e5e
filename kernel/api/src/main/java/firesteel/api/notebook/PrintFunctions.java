package firesteel.api.notebook;

import java.util.Locale;

/**
 * Short print functions that every cell can call, as in JShell and IJava. They don't use the
 * session, so tasks on executors can call them too.
 */
public final class PrintFunctions {
  private PrintFunctions() {}

  /** Prints a value. */
  public static void print(Object value) {
    System.out.print(value);
  }

  /** Prints a text. */
  public static void print(String text) {
    System.out.print(text);
  }

  /** Prints characters. */
  public static void print(char[] characters) {
    System.out.print(characters);
  }

  /** Ends the line. */
  public static void println() {
    System.out.println();
  }

  /** Prints a value and ends the line. */
  public static void println(Object value) {
    System.out.println(value);
  }

  /** Prints a text and ends the line. */
  public static void println(String text) {
    System.out.println(text);
  }

  /** Prints characters and ends the line. */
  public static void println(char[] characters) {
    System.out.println(characters);
  }

  /** Prints values in a format; see {@link java.util.Formatter}. */
  public static void printf(String format, Object... values) {
    System.out.printf(format, values);
  }

  /** Prints values in a format, for a locale. */
  public static void printf(Locale locale, String format, Object... values) {
    System.out.printf(locale, format, values);
  }
}
