package firesteel.api.session;

/**
 * Rewrites the bytecode of snippet classes before they are defined; see {@link
 * SessionExtension#transformers}.
 *
 * <pre>{@code
 * ClassTransformer transformer =
 *     (className, bytes) -> {
 *       ClassReader reader = new ClassReader(bytes);
 *       ClassWriter writer = new ClassWriter(reader, 0);
 *       reader.accept(new CallCounter(writer), 0);
 *       return writer.toByteArray();
 *     };
 * }</pre>
 */
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
