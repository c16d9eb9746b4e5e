package firesteel.spark.module;

import firesteel.api.session.RunningCell;
import firesteel.api.session.Session;
import firesteel.spark.master.StartedSpark;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Describes what an error happened in: the jars, the versions, the cell. */
final class ErrorContext {
  private static final Pattern JDBC_URL = Pattern.compile("jdbc:[\\w+.-]+:");
  private static final Pattern ARTIFACT = Pattern.compile("%maven \\S+?:(\\S+?):\\S+.*");
  private static final List<String> PROCESS =
      List.of(System.getProperty("java.class.path", "").split(File.pathSeparator));

  private final Session session;
  private final Supplier<List<Path>> added;
  private final Supplier<Optional<StartedSpark>> spark;

  ErrorContext(
      Session session, Supplier<List<Path>> added, Supplier<Optional<StartedSpark>> spark) {
    this.session = session;
    this.added = added;
    this.spark = spark;
  }

  /** Returns the versions that a package has to fit; with Spark Connect the server's. */
  Optional<SparkVersions> versions() {
    Optional<String> running = spark.get().map(StartedSpark::version);
    return SparkVersions.ofProcess().map(own -> running.map(own::withSpark).orElse(own));
  }

  /** Returns the master as {@code %spark connect} takes it. */
  String master() {
    return spark.get().flatMap(s -> s.setting("spark.master")).orElse("local[*]");
  }

  /** Whether the driver is in another process. */
  boolean isRemote() {
    return spark.get().filter(StartedSpark::isRemote).isPresent();
  }

  boolean hasClass(String name) {
    return session.classLoader().getResource(name.replace('.', '/') + ".class") != null;
  }

  /** Whether a jar of an artifact, in any version, is on the class path. */
  boolean hasArtifact(String coordinates) {
    String prefix = coordinates.split(":")[1] + "-";
    return Stream.concat(PROCESS.stream().map(Path::of), added.get().stream())
        .map(jar -> String.valueOf(jar.getFileName()))
        .anyMatch(name -> name.startsWith(prefix) && name.endsWith(".jar"));
  }

  /** Whether a suggested line would add what is there already. */
  boolean hasArtifactOf(String line) {
    Matcher artifact = ARTIFACT.matcher(line);
    return artifact.matches() && hasArtifact(":" + artifact.group(1));
  }

  /** Whether an added jar has a module's classes. */
  boolean hasModule(Module module) {
    return versions()
        .flatMap(v -> module.lines().apply(v))
        .filter(lines -> lines.stream().anyMatch(this::hasArtifactOf))
        .isPresent();
  }

  /** Finds the URL of a database in the running cell's code or in a variable that it uses. */
  Optional<String> jdbcUrl() {
    String code = RunningCell.current().map(RunningCell::code).orElse("");
    Stream<String> values =
        session.variables().stream()
            .filter(
                v -> Pattern.compile("\\b" + Pattern.quote(v.name()) + "\\b").matcher(code).find())
            .map(v -> String.valueOf(v.value() instanceof String text ? text : ""));
    return Stream.concat(Stream.of(code), values)
        .map(JDBC_URL::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  /**
   * Returns the added jar that a class is in; empty for classes of the kernel, of Spark and of
   * cells.
   */
  Optional<Path> addedJarOf(String className) {
    URL place = session.classLoader().getResource(className.replace('.', '/') + ".class");
    if (place == null || !place.getProtocol().equals("jar")) {
      return Optional.empty();
    }
    try {
      URLConnection connection = place.openConnection();
      Path jar = Path.of(((JarURLConnection) connection).getJarFileURL().toURI());
      return added.get().stream().filter(jar::equals).findFirst();
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Stream<Path> addedJars() {
    return added.get().stream().filter(jar -> jar.toString().endsWith(".jar"));
  }

  /** Returns the classes that the running cell may mean by its names and imports. */
  Stream<String> classesInCell() {
    String code = RunningCell.current().map(RunningCell::code).orElse("");
    return Stream.concat(
        classNames(code),
        session.imports().stream()
            .map(
                line -> line.replaceFirst("^import (static )?", "").replaceFirst("(\\.\\*)?;$", ""))
            .filter(name -> code.contains(name.substring(name.lastIndexOf('.') + 1))));
  }

  /** Returns the names in a text, such as an error's message, that may be classes. */
  static Stream<String> classNames(String text) {
    return Pattern.compile("[\\w$]+(?:[./][\\w$]+)+")
        .matcher(text)
        .results()
        .map(match -> match.group().replace('/', '.'))
        .flatMap(name -> Stream.of(name, name.replaceFirst("\\.\\w+$", "")))
        .distinct();
  }

  static Stream<String> classNames(StackTraceElement[] frames) {
    return Arrays.stream(frames).map(StackTraceElement::getClassName).distinct();
  }
}
