package firesteel.benchmark;

import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.Session;
import firesteel.engine.JavaSession;
import firesteel.spark.SparkExtension;
import firesteel.spark.settings.SparkOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** A session with Spark, like a kernel's. */
final class SparkNotebook implements AutoCloseable {
  private final SparkExtension extension;
  private final Session session;

  /** Opens a session whose Spark has this master. */
  SparkNotebook(String master) {
    Path folder = folder();
    extension =
        new SparkExtension(
            new SparkOptions(
                Map.of("spark.master", master, "spark.ui.enabled", "false"),
                Optional.empty(),
                Optional.of(folder.resolve("conf")),
                folder.resolve("logs"),
                folder.resolve("tmp"),
                false));
    session =
        JavaSession.builder()
            .classPath(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .toList())
            .extension(extension)
            .build();
    session.start();
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("firesteel-benchmark-");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a cell, which must succeed. */
  CellResult run(String code) {
    CellResult result = session.execute(Cell.of(code), CellOutputs.none());
    result
        .error()
        .ifPresent(
            error -> {
              throw new IllegalStateException(String.join("\n", error.traceback()));
            });
    return result;
  }

  /** Returns the value of a cell. */
  <T> T value(Class<T> type, String code) {
    return type.cast(session.output(run(code).executionCount()));
  }

  SparkSession spark() {
    return extension.spark();
  }

  SparkContext context() {
    return extension.sc().sc();
  }

  @Override
  public void close() {
    session.close();
  }
}
