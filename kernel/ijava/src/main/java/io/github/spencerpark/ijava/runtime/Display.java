package io.github.spencerpark.ijava.runtime;

import firesteel.api.notebook.NotebookFunctions;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** Shows values. Follows IJava 1.3. */
public class Display {
  private Display() {}

  private static JavaKernel kernel() {
    JavaKernel kernel = IJava.getKernelInstance();
    if (kernel == null) {
      throw new IllegalStateException(
          "this thread (" + Thread.currentThread().getName() + ") belongs to no cell");
    }
    return kernel;
  }

  /** Renders a value in its preferred form. */
  public static DisplayData render(Object value) {
    return kernel().getRenderer().render(value);
  }

  /** Renders a value as the given MIME types. */
  public static DisplayData render(Object value, String... mimeTypes) {
    return kernel().getRenderer().renderAs(value, mimeTypes);
  }

  /** Shows a value; returns an id for {@link #updateDisplay(String, Object)}. */
  public static String display(Object value) {
    if (value instanceof DisplayData data && data.hasDisplayId()) {
      kernel().display(data);
      return data.getDisplayId();
    }
    return NotebookFunctions.display(value);
  }

  /** Shows a value as the given MIME types. */
  public static String display(Object value, String... mimeTypes) {
    return NotebookFunctions.display(value, mimeTypes);
  }

  /** Replaces what is shown under an id. */
  public static void updateDisplay(String id, Object value) {
    NotebookFunctions.updateDisplay(id, value);
  }

  /** Replaces what is shown under an id by a value as the given MIME types. */
  public static void updateDisplay(String id, Object value, String... mimeTypes) {
    NotebookFunctions.updateDisplay(id, value, mimeTypes);
  }
}
