package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.Session;
import firesteel.engine.JavaSession;
import firesteel.engine.TestClassPath;
import firesteel.spark.settings.SparkOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A test class that runs cells in one session with a real Spark. */
abstract class SparkCase {
  @TempDir static Path folder;
  private static Session session;
  private static SparkExtension extension;

  @BeforeAll
  static void open() {
    extension = new SparkExtension(options(folder));
    session = session(extension, folder);
    session.start();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  static SparkOptions options(Path folder) {
    return new SparkOptions(
        Map.of("spark.master", "local[2]", "spark.sql.shuffle.partitions", "4"),
        Optional.empty(),
        Optional.of(folder.resolve("conf")),
        folder.resolve("logs"),
        folder.resolve("tmp"),
        true);
  }

  static Session session(SparkExtension extension, Path folder) {
    return JavaSession.builder()
        .classPath(TestClassPath.entries())
        .workingDirectory(folder)
        .extension(extension)
        .build();
  }

  static Session session() {
    return session;
  }

  static SparkExtension extension() {
    return extension;
  }

  static CellResult run(String code) {
    return run(code, CellOutputs.none());
  }

  static CellResult run(String code, CellOutputs outputs) {
    return session.execute(Cell.of(code), outputs);
  }

  /** Returns a cell's value, rendered; the cell must succeed. */
  static MimeBundle shown(String code) {
    CellResult result = run(code);
    assertThat(result.error()).isEmpty();
    return result.value().orElseThrow();
  }

  /** Returns the plain text of a cell's value, or null when it has none; the cell must succeed. */
  static String value(String code) {
    CellResult result = run(code);
    assertThat(result.error()).isEmpty();
    return result.value().map(MimeBundle::text).orElse(null);
  }

  /** Returns the whole traceback of a cell that must fail. */
  static String failure(String code) {
    return String.join("\n", run(code).error().orElseThrow().traceback());
  }
}
