package firesteel.app;

import java.io.Console;

/** Tells whether a person sits at the standard streams of this process. */
final class InteractiveConsole {
  private InteractiveConsole() {}

  /**
   * Returns whether both standard input and output are a terminal.
   *
   * <p>Java 22 to 24 have a console for redirected streams too, and a method that tells; before
   * Java 22 there is no such method, and no such console.
   */
  @SuppressWarnings("SystemConsoleNull")
  static boolean isThere() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
