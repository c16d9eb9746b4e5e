package firesteel.api.session;

/** Rewrites the bytecode of snippet classes before they are defined. */
@FunctionalInterface
public interface ClassTransformer {
  /**
   * Rewrites one class.
   *
   * @param className the class's binary name, such as {@code REPL.$JShell$12}
   * @param bytes the class file
   * @return the class file to define; {@code bytes} itself when nothing changes
   */
  byte[] transform(String className, byte[] bytes);
}
