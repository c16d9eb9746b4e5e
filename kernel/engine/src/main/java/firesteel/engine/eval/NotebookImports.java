package firesteel.engine.eval;

import java.util.List;
import jdk.jshell.JShell;

/** Lists the import declarations that are in force in every cell. */
public final class NotebookImports {
  private NotebookImports() {}

  /**
   * Returns one string for each declaration, with its semicolon, in the order in which they were
   * made.
   */
  public static List<String> of(JShell shell) {
    return shell.imports().map(i -> terminated(i.source().strip())).toList();
  }

  private static String terminated(String source) {
    return source.endsWith(";") ? source : source + ";";
  }
}
