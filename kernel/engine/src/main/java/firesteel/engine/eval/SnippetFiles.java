package firesteel.engine.eval;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/**
 * The file manager of {@link ExpressionCompiler}: reads the class path and the classes of
 * declarations in force, and keeps the compiled classes in memory. Not thread-safe.
 */
final class SnippetFiles extends ForwardingJavaFileManager<JavaFileManager> {
  static final String PACKAGE = "REPL";

  private final SnippetClassLoader loader;
  private final Supplier<Set<String>> wrappers;
  private final Map<String, ByteArrayOutputStream> output = new HashMap<>();

  /**
   * Creates a file manager.
   *
   * @param classPath the file manager for all other classes
   * @param loader the loader of the snippets' classes
   * @param wrappers returns the names of the wrapper classes in force
   */
  SnippetFiles(
      JavaFileManager classPath, SnippetClassLoader loader, Supplier<Set<String>> wrappers) {
    super(classPath);
    this.loader = loader;
    this.wrappers = wrappers;
  }

  /** Returns and clears the compiled classes: their bytes by name. */
  Map<String, byte[]> takeOutput() {
    Map<String, byte[]> taken = new HashMap<>();
    output.forEach((name, bytes) -> taken.put(name, bytes.toByteArray()));
    output.clear();
    return taken;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (!packageName.equals(PACKAGE)) {
      return super.list(location, packageName, kinds, recurse);
    }
    List<JavaFileObject> files = new ArrayList<>();
    if (location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)) {
      for (String wrapper : wrappers.get()) {
        loader.classFiles(wrapper).forEach((name, bytes) -> files.add(new ClassFile(name, bytes)));
      }
    }
    return files;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof ClassFile snippet
        ? snippet.className
        : super.inferBinaryName(location, file);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    output.put(className, bytes);
    return new SimpleJavaFileObject(uriOf(className, kind), kind) {
      @Override
      public OutputStream openOutputStream() {
        return bytes;
      }
    };
  }

  private static URI uriOf(String className, JavaFileObject.Kind kind) {
    return URI.create("snippet:///" + className.replace('.', '/') + kind.extension);
  }

  private static final class ClassFile extends SimpleJavaFileObject {
    private final String className;
    private final byte[] bytes;

    ClassFile(String className, byte[] bytes) {
      super(uriOf(className, Kind.CLASS), Kind.CLASS);
      this.className = className;
      this.bytes = bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
