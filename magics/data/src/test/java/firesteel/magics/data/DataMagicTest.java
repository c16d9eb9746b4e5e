package firesteel.magics.data;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.RecordingOutputs;
import firesteel.data.Catalogue;
import firesteel.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code %data} with generated rows and a real Spark. */
class DataMagicTest extends SparkCase {
  private static final Dataset INCOME = Catalogue.find("income").orElseThrow();

  @BeforeEach
  void emptyTheCache() {
    printed("%data clean");
  }

  @SuppressWarnings("unchecked")
  private List<Row> rows(String variable) {
    return session().variables().stream()
        .filter(known -> known.name().equals(variable))
        .map(known -> (org.apache.spark.sql.Dataset<Row>) known.value())
        .findFirst()
        .orElseThrow()
        .collectAsList();
  }

  private static List<List<Object>> values(List<Row> rows) {
    return rows.stream()
        .map(row -> LongStream.range(0, row.size()).mapToObj(i -> row.get((int) i)).toList())
        .toList();
  }

  private static List<List<Object>> generated(long seed, long rows) {
    return LongStream.range(0, rows).mapToObj(row -> Arrays.asList(INCOME.row(seed, row))).toList();
  }

  private static List<Path> parquetFiles() throws IOException {
    Path cache = DataCache.ofUser().folder();
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  @Test
  void a_variable_gets_the_rows_that_the_generator_makes() {
    assertThat(printed("%data income --rows 200 --seed 7 --into some"))
        .contains("some: Dataset<Row> [Country: string, Year: int");
    assertThat(values(rows("some"))).containsExactlyInAnyOrderElementsOf(generated(7, 200));
    assertThat(value("some.filter(\"Year = 2003\").count()")).isEqualTo("9");
  }

  @Test
  void without_a_variable_the_rows_of_the_sample_are_shown() {
    assertThat(value("%data income")).contains("Gini Index", "Average Income (USD)");
    printed("%data income --into all");
    assertThat(value("all.count()")).isEqualTo(String.valueOf(INCOME.sampleRows()));
  }

  @Test
  void the_same_rows_are_made_once() throws IOException {
    printed("%data income --rows 100 --into first");
    List<Path> files = parquetFiles();
    assertThat(files).isNotEmpty();
    var made = Files.getLastModifiedTime(files.get(0));
    printed("%data income --rows 100 --into second");
    assertThat(parquetFiles()).isEqualTo(files);
    assertThat(Files.getLastModifiedTime(files.get(0))).isEqualTo(made);
    printed("%data income --rows 101 --into third");
    assertThat(parquetFiles()).hasSizeGreaterThan(files.size());
  }

  @Test
  void the_truth_tells_the_clean_values_of_each_row() {
    printed("%data income --rows 50 --truth --into truth");
    assertThat(values(rows("truth")))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.range(0, 50)
                .mapToObj(row -> Arrays.asList(INCOME.truth(Dataset.SAMPLE_SEED, row)))
                .toList());
  }

  @Test
  void the_folder_of_the_files_can_be_read_like_any_other() {
    assertThat(printed("%data income --rows 30 --path folder"))
        .isEqualTo("folder: String, the folder of the files\n");
    assertThat(value("spark.read().parquet(folder).count()")).isEqualTo("30");
    assertThat(value("java.nio.file.Path.of(folder).isAbsolute()")).isEqualTo("true");
  }

  @Test
  void clean_says_how_much_was_freed_and_the_next_use_makes_the_rows_again() throws IOException {
    printed("%data income --rows 40 --into some");
    assertThat(printed("%data clean income")).matches("Freed [\\d.]+ [KM]iB\\.\n");
    assertThat(parquetFiles()).isEmpty();
    assertThat(printed("%data clean")).isEqualTo("Nothing was in the cache.\n");
    printed("%data income --rows 40 --into some");
    assertThat(value("some.count()")).isEqualTo("40");
  }

  @Test
  void an_interrupt_leaves_no_half_table_and_a_session_that_works() throws Exception {
    RecordingOutputs shown = new RecordingOutputs(Optional.empty());
    var running =
        CompletableFuture.supplyAsync(() -> run("%data income --rows 200000000 --into big", shown));
    Awaitility.await().until(() -> !parquetFiles().isEmpty());
    session().interrupt();
    assertThat(running.get().error().orElseThrow().name()).isEqualTo("Interrupted");
    try (Stream<Path> below = Files.walk(DataCache.ofUser().folder())) {
      assertThat(below.map(Path::getFileName).map(Path::toString)).doesNotContain("income");
    }
    printed("%data income --rows 10 --into small");
    assertThat(value("small.count()")).isEqualTo("10");
  }
}
