package firesteel.magics.data;

import firesteel.api.display.MimeBundle;
import firesteel.spark.SparkExtension;
import firesteel.spark.settings.SparkOptions;
import firesteel.testkit.MagicCase;
import firesteel.testkit.TestSessionBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A test class whose session has a local Spark. */
abstract class SparkCase extends MagicCase {
  @TempDir static Path sparkFolder;

  @Override
  protected TestSessionBuilder configure(TestSessionBuilder builder) {
    SparkOptions options =
        new SparkOptions(
            Map.of("spark.master", "local[2]", "spark.sql.shuffle.partitions", "2"),
            Optional.empty(),
            Optional.of(sparkFolder.resolve("conf")),
            sparkFolder.resolve("logs"),
            sparkFolder.resolve("tmp"),
            false);
    return builder.extension(new SparkExtension(options));
  }

  /** Runs a cell that must succeed; returns the texts of all that it showed but its value. */
  protected String displayed(String code) {
    printed(code);
    return Stream.concat(outputs.shown().stream(), outputs.updates().stream())
        .map(MimeBundle::text)
        .collect(Collectors.joining("\n"));
  }
}
