package firesteel.engine.plugin;

import firesteel.engine.TestClassPath;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A jar of a plug-in, compiled in the test. */
public final class PluginJar {
  private static final String IMPORTS =
      """
      package acme;
      import firesteel.api.display.*;
      import firesteel.api.magic.*;
      import firesteel.api.plugin.*;
      import firesteel.api.session.*;
      import firesteel.api.spark.*;
      import firesteel.api.table.*;
      import java.util.*;
      import picocli.CommandLine.*;
      """;

  private final Map<String, String> sources = new TreeMap<>();
  private final Map<String, String> files = new TreeMap<>();
  private Predicate<String> packed = name -> true;

  /** A jar with a line magic that answers with a text. */
  public static PluginJar ofMagic(String className, String magic, String answer) {
    return new PluginJar()
        .service(
            "LineMagic",
            className,
            """
            @Command(name = "%s", description = "Says %s.")
            public final class %s implements LineMagic {
              public Object runLine(MagicContext context) { return "%s"; }
            }
            """
                .formatted(magic, answer, className, answer));
  }

  /** Adds a class of the package {@code acme}; all of the API is imported. */
  public PluginJar type(String name, String source) {
    sources.put(name, IMPORTS + source);
    return this;
  }

  /** Adds a class, and its name to the list of services of a type of the API. */
  public PluginJar service(String type, String name, String source) {
    return listed(type, name).type(name, source);
  }

  /** Adds a name to a list of services. */
  public PluginJar listed(String type, String name) {
    String list =
        "META-INF/services/"
            + Stream.of(PluginKind.values())
                .map(kind -> kind.type().getName())
                .filter(kind -> kind.endsWith("." + type))
                .findFirst()
                .orElseThrow();
    files.merge(list, "acme." + name + "\n", String::concat);
    return this;
  }

  /** Adds a file. */
  public PluginJar file(String name, String text) {
    files.put(name, text);
    return this;
  }

  /** Leaves a class out that others need. */
  public PluginJar without(String name) {
    packed = packed.and(file -> !file.equals("acme/" + name + ".class"));
    return this;
  }

  /** Compiles and writes it; the folders above are made. */
  public Path writeTo(Path jar) {
    try {
      Files.createDirectories(jar.getParent());
      Path classes = Files.createTempDirectory(jar.getParent(), ".classes");
      compile(classes);
      try (OutputStream out = Files.newOutputStream(jar);
          JarOutputStream entries = new JarOutputStream(out);
          Stream<Path> compiled = Files.walk(classes)) {
        for (Path file : compiled.filter(Files::isRegularFile).toList()) {
          String name = classes.relativize(file).toString();
          if (packed.test(name)) {
            put(entries, name, Files.readAllBytes(file));
          }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
          put(entries, file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }

  private void compile(Path classes) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(problems, null, null)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, TestClassPath.entries());
      List<JavaFileObject> units = new ArrayList<>();
      sources.forEach((name, text) -> units.add(new Source(name, text)));
      List<String> options = List.of("-proc:none", "--release", "17");
      if (!compiler.getTask(output, manager, problems, options, null, units).call()) {
        throw new IllegalArgumentException(problems.getDiagnostics().toString());
      }
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///acme/" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
