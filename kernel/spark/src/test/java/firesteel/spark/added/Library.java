package firesteel.spark.added;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Builds a jar of sources and service files. */
public final class Library {
  private final Path folder;
  private final Map<String, String> services = new LinkedHashMap<>();
  private final List<String> sources = new ArrayList<>();

  /**
   * Creates an empty library.
   *
   * @param folder for sources and classes
   */
  public Library(Path folder) {
    this.folder = folder;
  }

  /** Adds a class of the package {@code lib}. */
  public Library source(String className, String text) throws IOException {
    Path file = folder.resolve("sources/lib/" + className + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "package lib; " + text);
    sources.add(file.toString());
    return this;
  }

  /** Adds classes that provide a service. */
  public Library service(String name, String... classes) {
    services.put(name, String.join("\n", classes));
    return this;
  }

  /** Compiles and packs the jar. */
  public Path jar(String name) throws IOException {
    Path classes = folder.resolve("classes");
    Files.createDirectories(classes);
    String[] options = {
      "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")
    };
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                Stream.concat(Arrays.stream(options), sources.stream()).toArray(String[]::new));
    assertThat(status).isZero();
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
      for (Map.Entry<String, String> service : services.entrySet()) {
        out.putNextEntry(new JarEntry("META-INF/services/" + service.getKey()));
        out.write(service.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return jar;
  }
}
