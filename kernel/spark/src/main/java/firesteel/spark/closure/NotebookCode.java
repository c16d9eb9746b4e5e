package firesteel.spark.closure;

import firesteel.api.session.ClassTransformer;
import firesteel.spark.executor.NotebookVariables;

/**
 * The code of a notebook, from its first cell on: rewritten for tasks, known in what it does, kept
 * for executors. Needs no Spark. Thread-safe.
 */
public final class NotebookCode implements ClassTransformer {
  private final SnippetCode code = new SnippetCode();
  private final ClassFolder folder = new ClassFolder();
  private final VariableAccess access = new VariableAccess(code);

  /** Starts with no code; this JVM is from now on a driver's. */
  public NotebookCode() {
    NotebookVariables.inDriver();
  }

  @Override
  public byte[] transform(String className, byte[] bytes) {
    byte[] rewritten = access.transform(className, bytes);
    folder.add(className, rewritten);
    return rewritten;
  }

  /** The classes for executors. */
  public ClassFolder folder() {
    return folder;
  }

  SnippetCode code() {
    return code;
  }
}
