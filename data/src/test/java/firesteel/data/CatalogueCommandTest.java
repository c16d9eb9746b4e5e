package firesteel.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CatalogueCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void generate_writes_a_header_and_as_many_rows_as_asked() throws IOException {
    Path file = folder.resolve("some.csv");
    assertThat(run("generate", "global_income", "--rows", "5000", "-o", file.toString())).isZero();
    assertThat(Files.readAllLines(file)).hasSize(5001);
    assertThat(out.toString()).contains("some.csv").contains("5000 rows");
  }

  @Test
  void list_names_each_dataset_with_its_columns() {
    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("global_income").contains("Average Income (USD)");
  }

  @Test
  void an_unknown_dataset_is_answered_with_the_names_there_are() {
    assertThat(run("generate", "taxi")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("no dataset is called 'taxi'; there are: global_income\n");
  }

  @Test
  void a_file_that_cannot_be_written_is_named() {
    String file = folder.resolve("missing").resolve("x.csv").toString();
    assertThat(run("generate", "global_income", "-o", file)).isEqualTo(1);
    assertThat(err.toString()).contains("cannot write " + file).doesNotContain("\tat ");
  }

  @Test
  void a_negative_number_of_rows_is_refused() {
    assertThat(run("generate", "global_income", "--rows", "-1")).isEqualTo(2);
    assertThat(err.toString()).contains("--rows must not be negative");
  }

  private int run(String... args) {
    CommandLine line = CatalogueCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }
}
