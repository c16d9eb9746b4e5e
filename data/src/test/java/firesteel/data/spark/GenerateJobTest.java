package firesteel.data.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.data.Catalogue;
import firesteel.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class GenerateJobTest {
  private final Dataset income = Catalogue.find("income").orElseThrow();
  private final SparkSession spark;
  private final List<GenerateProgress> progress = new ArrayList<>();
  @TempDir private Path folder;
  private GenerateRequest request;

  GenerateJobTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void ask() {
    request = GenerateRequest.of(income, 1000, place("table")).withRowsPerFile(300);
  }

  @Test
  void files_have_the_generators_rows_in_order_under_names_that_do_not_change() throws Exception {
    GenerateResult result = run(request);
    assertThat(names("table"))
        .containsExactly(
            "_SUCCESS",
            "_firesteel.json",
            "part-00000.snappy.parquet",
            "part-00001.snappy.parquet",
            "part-00002.snappy.parquet",
            "part-00003.snappy.parquet");
    assertThat(RowTexts.of(spark.read().parquet(place("table/part-00002.snappy.parquet"))))
        .isEqualTo(
            LongStream.range(600, 900)
                .mapToObj(row -> RowTexts.of(income.row(request.seed(), row)))
                .toList());
    assertThat(result.rows()).isEqualTo(1000);
    assertThat(result.files()).isEqualTo(4);
    assertThat(result.existed()).isFalse();
    assertThat(Files.exists(folder.resolve("table.incomplete"))).isFalse();
  }

  @Test
  void the_folder_tells_what_it_holds() throws Exception {
    run(request.withSeed(7));
    assertThat(folder.resolve("table/_firesteel.json"))
        .content()
        .contains("\"income\"", "\"rows\" : 1000", "\"seed\" : 7", "\"parquet\"");
  }

  @Test
  void progress_tells_done_and_total() throws Exception {
    run(request);
    assertThat(progress.get(0).rows()).isZero();
    assertThat(progress.get(0).left()).isEmpty();
    GenerateProgress last = progress.get(progress.size() - 1);
    assertThat(last.rows()).isEqualTo(1000).isEqualTo(last.total());
    assertThat(last.rowsPerSecond()).isPositive();
  }

  @Test
  void a_stopped_job_keeps_finished_files_and_the_next_one_goes_on() throws Exception {
    GenerateJob job = new GenerateJob(spark);
    assertThatThrownBy(
            () ->
                job.run(
                    request.withRowsPerFile(50),
                    now -> {
                      if (now.rows() > 0) {
                        job.stop();
                      }
                    }))
        .isInstanceOf(GenerateException.class)
        .hasMessageContaining("Stopped. ")
        .hasMessageContaining("of 1,000 rows are kept in " + place("table.incomplete"));
    assertThat(Files.exists(folder.resolve("table"))).isFalse();
    Path kept = firstPart("table.incomplete");
    Object identity = Files.readAttributes(kept, "unix:ino");
    run(request.withRowsPerFile(50));
    assertThat(progress.get(0).earlier()).isPositive().isEqualTo(progress.get(0).rows());
    Path now = folder.resolve("table").resolve(kept.getFileName());
    assertThat((Object) Files.readAttributes(now, "unix:ino")).isEqualTo(identity);
    assertThat(spark.read().parquet(place("table")).count()).isEqualTo(1000);
  }

  @Test
  void a_part_whose_files_were_not_recorded_is_made_again() throws Exception {
    leaveUnfinished();
    Path incomplete = folder.resolve("table.incomplete");
    try (Stream<Path> done = Files.list(incomplete.resolve("_done"))) {
      for (Path one : done.toList()) {
        Files.delete(one);
      }
    }
    Files.writeString(firstPart("table.incomplete"), "half a file");
    run(request);
    assertThat(progress.get(0).earlier()).isZero();
    assertThat(spark.read().parquet(place("table")).count()).isEqualTo(1000);
  }

  @Test
  void unfinished_work_of_another_request_is_refused() throws Exception {
    leaveUnfinished();
    assertThatThrownBy(() -> run(request.withSeed(5)))
        .isInstanceOf(GenerateException.class)
        .hasMessageContaining(place("table.incomplete"))
        .hasMessageContaining("1,000 rows of income, seed 2023, parquet")
        .hasMessageContaining("Ask for that again to finish it, or remove the folder");
    run(request.withSeed(5).withOverwrite(true));
    assertThat(spark.read().parquet(place("table")).count()).isEqualTo(1000);
  }

  @Test
  void the_same_table_is_not_made_again() throws Exception {
    run(request);
    progress.clear();
    assertThat(run(request).existed()).isTrue();
    assertThat(progress).isEmpty();
  }

  @Test
  void another_table_is_replaced_only_when_asked_for() throws Exception {
    run(request);
    assertThatThrownBy(() -> run(request.withFormat(FileFormat.CSV)))
        .isInstanceOf(GenerateException.class)
        .hasMessageContaining("is not empty: it has 1,000 rows of income, seed 2023, parquet");
    run(request.withFormat(FileFormat.CSV).withOverwrite(true));
    assertThat(names("table")).contains("part-00000.csv").doesNotContain("part-00000.parquet");
  }

  @Test
  void content_of_others_is_never_replaced() throws Exception {
    Path thesis =
        Files.writeString(Files.createDirectory(folder.resolve("table")).resolve("a"), "");
    for (boolean overwrite : List.of(false, true)) {
      assertThatThrownBy(() -> run(request.withOverwrite(overwrite)))
          .isInstanceOf(GenerateException.class);
    }
    assertThat(thesis).exists();
    Files.delete(thesis);
    run(request); // An empty folder is fine.
  }

  @Test
  void two_at_a_time_do_not_write_the_same_table() throws Exception {
    GenerateJob job = new GenerateJob(spark);
    List<Throwable> refused = new ArrayList<>();
    job.run(
        request,
        now -> {
          if (now.rows() == 0) {
            try {
              run(request);
            } catch (Exception e) {
              refused.add(e);
            }
          }
        });
    assertThat(refused.get(0)).hasMessageContaining("is being made by another process");
    assertThat(spark.read().parquet(place("table")).count()).isEqualTo(1000);
  }

  @Test
  void more_than_the_disk_holds_is_refused_before_the_start() {
    assertThatThrownBy(() -> run(GenerateRequest.of(income, 1L << 50, place("large"))))
        .isInstanceOf(GenerateException.class)
        .hasMessageMatching(
            "(?s)1,125,899,906,842,624 rows of income would take about [0-9.,]+ (TB|PB) as parquet,"
                + " and the disk of .*large has [0-9.,]+ .B free\\. About [0-9,]+ rows fit.*");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void the_truth_is_a_table_beside() throws Exception {
    GenerateResult result = run(request.withTruth(true));
    assertThat(result.truthFolder()).contains(place("table-truth"));
    assertThat(RowTexts.of(spark.read().parquet(place("table-truth")).orderBy("row")))
        .isEqualTo(
            LongStream.range(0, 1000)
                .mapToObj(row -> RowTexts.of(income.truth(request.seed(), row)))
                .toList());
    assertThat(progress.get(0).total()).isEqualTo(2000);
  }

  @Test
  void a_partitioned_table_has_a_folder_for_each_value() throws Exception {
    run(request.withPartitionBy(List.of("Income Group")));
    assertThat(folder.resolve("table/Income Group=High Income/part-00000.snappy.parquet")).exists();
    assertThat(folder.resolve("table/Income Group=High Income/part-00003.snappy.parquet")).exists();
    assertThat(spark.read().parquet(place("table")).count()).isEqualTo(1000);
  }

  @Test
  void a_column_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> request.withPartitionBy(List.of("Continent")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("income has no column 'Continent' to partition by; it has Country");
  }

  @Test
  void csv_has_the_texts_of_the_samples() throws Exception {
    run(request.withFormat(FileFormat.CSV).withRowsPerFile(1000));
    List<String> sample = Files.readAllLines(Path.of("samples/global_income.csv"));
    assertThat(Files.readAllLines(folder.resolve("table/part-00000.csv")))
        .isEqualTo(sample.subList(0, 1001));
  }

  @Test
  void json_has_one_object_a_line() throws Exception {
    run(request.withFormat(FileFormat.JSON).withRowsPerFile(1000));
    assertThat(
            RowTexts.of(
                spark
                    .read()
                    .schema(TableSchema.of(income.columns()))
                    .json(place("table/part-00000.json"))))
        .isEqualTo(
            LongStream.range(0, 1000)
                .mapToObj(row -> RowTexts.of(income.row(request.seed(), row)))
                .toList());
  }

  private GenerateResult run(GenerateRequest wanted) throws Exception {
    return new GenerateJob(spark).run(wanted, progress::add);
  }

  private void leaveUnfinished() {
    GenerateJob job = new GenerateJob(spark);
    assertThatThrownBy(
            () ->
                job.run(
                    request,
                    now -> {
                      if (now.rows() > 0) {
                        job.stop();
                      }
                    }))
        .isInstanceOf(GenerateException.class);
  }

  private String place(String name) {
    return folder.resolve(name).toString();
  }

  private Path firstPart(String name) throws IOException {
    return folder
        .resolve(name)
        .resolve(
            names(name).stream().filter(one -> one.startsWith("part-")).findFirst().orElseThrow());
  }

  private List<String> names(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
