package firesteel.engine.eval;

import firesteel.api.session.ClassTransformer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Passes a snippet's classes from the compiler to the loader. They are rewritten only just before
 * use, when JShell also knows the snippet that they belong to. Not thread-safe.
 */
final class SnippetClasses {
  private final SnippetClassLoader loader;
  private final FieldReaders readers;
  private final List<ClassTransformer> transformers;
  private final Map<String, byte[]> received = new LinkedHashMap<>();
  private Throwable failure;

  /**
   * Creates an empty one.
   *
   * @param readers is called with each class as compiled
   * @param transformers the transformers of the classes, in this order
   */
  SnippetClasses(
      SnippetClassLoader loader, FieldReaders readers, List<ClassTransformer> transformers) {
    this.loader = loader;
    this.readers = readers;
    this.transformers = new CopyOnWriteArrayList<>(transformers);
  }

  /** Adds rewriters, after those that are there. */
  void add(List<ClassTransformer> more) {
    transformers.addAll(more);
  }

  /** Forgets an earlier failure. */
  void begin() {
    failure = null;
  }

  /** Takes a compiled class. */
  void receive(String name, byte[] classFile) {
    received.put(name, classFile);
  }

  /**
   * Rewrites the received classes and passes them to the loader; false when this or an earlier call
   * failed.
   */
  boolean finish() {
    try {
      received.forEach(
          (name, classFile) -> {
            readers.record(classFile);
            byte[] bytes = classFile;
            for (ClassTransformer transformer : transformers) {
              bytes = transformer.transform(name, bytes);
            }
            loader.declare(name, bytes);
          });
    } catch (RuntimeException | LinkageError e) {
      failure = e; // JShell would swallow it.
    } finally {
      received.clear();
    }
    return failure == null;
  }

  /** The failure since {@link #begin}; null when there was none. */
  Throwable failure() {
    return failure;
  }
}
