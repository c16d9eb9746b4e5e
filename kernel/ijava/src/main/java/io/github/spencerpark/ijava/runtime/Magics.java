package io.github.spencerpark.ijava.runtime;

import firesteel.api.notebook.NotebookFunctions;
import java.util.List;

/** Calls magics. Follows IJava 1.3. */
public class Magics {
  private Magics() {}

  /** Runs a line magic; the caller knows the type of its value. */
  public static <T> T lineMagic(String name, List<String> arguments) {
    return NotebookFunctions.lineMagic(name, arguments);
  }

  /** Runs a cell magic; the caller knows the type of its value. */
  public static <T> T cellMagic(String name, List<String> arguments, String body) {
    return NotebookFunctions.cellMagic(name, arguments, body);
  }
}
