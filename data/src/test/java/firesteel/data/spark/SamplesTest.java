package firesteel.data.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.data.Catalogue;
import firesteel.data.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the committed samples with the generators. {@code -Dfiresteel.update=true} writes them
 * instead.
 */
@ExtendWith(LocalSpark.class)
class SamplesTest {
  private static final Path SAMPLES = Path.of("samples");

  /** The folder of each dataset's published files. */
  private static final Map<String, String> FOLDERS =
      Map.of(
          "income", "",
          "reviews", "reviews",
          "usage", "usage",
          "health", "health",
          "taxi_yellow", "taxi",
          "taxi_green", "taxi",
          "taxi_fhvhv", "taxi",
          "taxi_zones", "taxi");

  private static final long MAX_BYTES = 6_000_000;

  private final SparkSession spark;
  @TempDir private Path folder;

  SamplesTest(SparkSession spark) {
    this.spark = spark;
  }

  static Stream<String> names() {
    return Catalogue.datasets().stream().map(Dataset::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_sample_is_what_the_generator_makes(String name) throws IOException {
    Dataset dataset = Catalogue.find(name).orElseThrow();
    Path samples = SAMPLES.resolve(FOLDERS.get(name));
    if (Boolean.getBoolean("firesteel.update")) {
      publish(dataset, samples, true);
      return;
    }
    for (Path made : publish(dataset, folder, false)) {
      Path sample = samples.resolve(folder.relativize(made));
      assertThat(sample).exists();
      if (made.toString().endsWith(".csv")) {
        assertThat(sample).hasSameBinaryContentAs(made);
      } else {
        // Other bytes, perhaps, when another version of Spark wrote them.
        org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> expected =
            spark.read().parquet(made.toString());
        org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> found =
            spark.read().parquet(sample.toString());
        assertThat(found.schema()).isEqualTo(expected.schema());
        assertThat(RowTexts.of(found)).isEqualTo(RowTexts.of(expected));
      }
    }
  }

  private List<Path> publish(Dataset dataset, Path into, boolean overwrite) throws IOException {
    return new PublishJob(() -> spark)
        .run(dataset, dataset.sampleRows(), Dataset.SAMPLE_SEED, into, overwrite, file -> {});
  }

  @Test
  void every_sample_belongs_to_a_dataset() throws IOException {
    List<String> known =
        Catalogue.datasets().stream().flatMap(SamplesTest::files).sorted().toList();
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> SAMPLES.relativize(file).toString())
                  .sorted())
          .isEqualTo(known);
    }
  }

  private static Stream<String> files(Dataset dataset) {
    return LongStream.range(0, dataset.sampleRows())
        .mapToObj(row -> dataset.publishedFile(Dataset.SAMPLE_SEED, row))
        .distinct()
        .map(file -> Path.of(FOLDERS.get(dataset.name())).resolve(file).toString());
  }

  @Test
  void the_samples_are_small() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      assertThat(files.filter(Files::isRegularFile).mapToLong(SamplesTest::size).sum())
          .isLessThan(MAX_BYTES);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
