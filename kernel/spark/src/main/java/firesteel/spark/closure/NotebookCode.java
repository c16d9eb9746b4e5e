package firesteel.spark.closure;

import firesteel.api.session.ClassTransformer;
import firesteel.spark.executor.NotebookVariables;

/**
 * Collects the code of a notebook from its first cell on: rewrites it for tasks, analyzes it, and
 * keeps it for executors. Needs no Spark. Thread-safe.
 */
public final class NotebookCode implements ClassTransformer {
  private final SnippetCode code = new SnippetCode();
  private final ClassFolder folder = new ClassFolder();
  private final VariableAccess access = new VariableAccess(code);

  /** Starts with no code, and marks this JVM as a driver. */
  public NotebookCode() {
    NotebookVariables.inDriver();
  }

  @Override
  public byte[] transform(String className, byte[] bytes) {
    byte[] rewritten = access.transform(className, bytes);
    folder.add(className, rewritten);
    return rewritten;
  }

  /** Returns the folder of the classes for executors. */
  public ClassFolder folder() {
    return folder;
  }

  SnippetCode code() {
    return code;
  }
}
