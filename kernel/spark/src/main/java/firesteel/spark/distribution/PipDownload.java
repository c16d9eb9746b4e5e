package firesteel.spark.distribution;

import firesteel.api.process.ProcessTree;
import firesteel.api.process.Programs;
import firesteel.api.process.SystemPackage;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * Downloads Spark's Python package with pip, which knows the user's mirrors, proxies and
 * certificates, and compares the checksum with the registry's. For versions that Firesteel was
 * tested with, pip gets the expected checksum too. Thread-safe.
 */
final class PipDownload implements AutoCloseable {
  private static final int LINES_OF_ERROR = 6;
  private static final int MAX_LINE_LENGTH = 300;

  /** The timeout for printing a version. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final List<String> python;

  /** The running download; guarded by this. */
  private ProcessTree running;

  /** Guarded by this. */
  private boolean closed;

  private PipDownload(String python) {
    this.python = List.of(python, "-m", "pip");
  }

  /**
   * Finds a Python that has pip.
   *
   * @param candidates executables, best first
   * @throws DistributionException when none has
   */
  static PipDownload with(List<String> candidates) throws IOException, InterruptedException {
    for (String candidate : candidates) {
      if (hasPip(candidate)) {
        return new PipDownload(candidate);
      }
    }
    throw new DistributionException(
        "no Python with pip was found, which fetches Spark (tried: "
            + String.join(", ", candidates)
            + ").\nInstall python3 and its pip ("
            + SystemPackage.PIP.howToInstall(System.getenv())
            + "), or name one: export FIRESTEEL_PYTHON=/path/to/python3");
  }

  private static boolean hasPip(String python) throws InterruptedException {
    return Programs.output(List.of(python, "-m", "pip", "--version"), System.getenv(), TIMEOUT)
        .isPresent();
  }

  /**
   * Downloads the source package of a version, which holds the jars.
   *
   * @param folder an empty folder for it
   * @param showProgress whether pip draws its progress on this process's terminal
   * @return the file
   * @throws DistributionException when there is none, or its checksum is wrong
   */
  Path sourcePackage(String version, Path folder, boolean showProgress)
      throws IOException, InterruptedException {
    Path errors = folder.resolve("pip.log");
    Path requirements = folder.resolve("requirements.txt");
    Optional<String> checksum = knownChecksum(version);
    Files.writeString(
        requirements,
        "pyspark==" + version + checksum.map(sum -> " --hash=sha256:" + sum).orElse("") + "\n");
    List<String> command = new ArrayList<>(python);
    command.addAll(
        List.of("download", "--no-deps", "--no-binary", "pyspark", "--disable-pip-version-check"));
    command.addAll(List.of("--dest", folder.toString(), "--requirement", requirements.toString()));
    int status;
    try (ProcessTree download =
        start(
            new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(
                    showProgress
                        ? ProcessBuilder.Redirect.INHERIT
                        : ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile()))) {
      status = download.waitFor();
    }
    if (status != 0) {
      throw failed(version, Files.readAllLines(errors));
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "pyspark-*.tar.gz")) {
      for (Path file : found) {
        return file;
      }
    }
    throw new DistributionException("pip downloaded no source package of pyspark " + version);
  }

  private synchronized ProcessTree start(ProcessBuilder builder) throws IOException {
    if (closed) {
      throw new DistributionException("the download was given up");
    }
    running = ProcessTree.start(builder);
    return running;
  }

  /** Ends the running download, and lets no other start. */
  @Override
  public synchronized void close() {
    closed = true;
    if (running != null) {
      running.close();
    }
  }

  private static DistributionException failed(String version, List<String> output) {
    String text = String.join("\n", output).toLowerCase(Locale.ROOT);
    String what = "pyspark " + version + " could not be fetched";
    if (text.contains("do not match the hashes") || text.contains("hashmismatch")) {
      what =
          "the checksum of pyspark "
              + version
              + " is not what it should be: the download was altered or cut off. Nothing of it was"
              + " kept; try again, and if it stays so, ask who runs the mirror that pip uses";
    } else if (text.contains("no matching distribution")) {
      what =
          "the registry that pip uses has no pyspark "
              + version
              + " (see: python3 -m pip index versions pyspark)";
    }
    List<String> last =
        output.stream()
            .filter(line -> !line.isBlank())
            .map(line -> "  " + line.substring(0, Math.min(MAX_LINE_LENGTH, line.length())))
            .toList();
    return new DistributionException(
        what
            + ". What pip said:\n"
            + String.join(
                "\n", last.subList(Math.max(0, last.size() - LINES_OF_ERROR), last.size())));
  }

  private static Optional<String> knownChecksum(String version) throws IOException {
    Properties known = new Properties();
    try (var in = PipDownload.class.getResourceAsStream("checksums.properties")) {
      known.load(in);
    }
    return Optional.ofNullable(known.getProperty(version));
  }
}
