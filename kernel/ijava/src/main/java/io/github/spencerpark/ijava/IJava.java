package io.github.spencerpark.ijava;

import firesteel.api.session.RunningCell;
import firesteel.ijava.IJavaExtension;

/** Gives libraries the kernel. Follows IJava 1.3. */
public class IJava {
  /** The version of IJava that these classes follow. */
  public static final String VERSION = "1.3.0";

  private IJava() {}

  /**
   * Returns the kernel of the cell that the calling thread belongs to; null for a thread of no
   * cell.
   */
  public static JavaKernel getKernelInstance() {
    return RunningCell.current()
        .flatMap(cell -> cell.session().extension(IJavaExtension.class))
        .map(IJavaExtension::kernel)
        .orElse(null);
  }
}
