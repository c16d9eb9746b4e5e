package firesteel.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Compares README.md with the catalogue. {@code -Dfiresteel.update=true} writes it instead. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");

  private static final String BEGIN =
      """
      # Example data

      The datasets of the walkthroughs, at any size. A row is a pure function of a seed and the row's number: the same on every machine, JDK and master, however
      many rows are made. All of it is generated; the figures are of the real ones' size, but are not real.
      [The guide](../docs/guide/example-data.md) shows the commands and magics that make and load them.

      A column's *dirt* is the share of its values that are missing or wrong, and how. The generator knows the clean values (`firesteel data generate --truth`), so that
      a cleaning can be checked. `samples/` holds the first rows of each dataset, in files as the publisher lays them out.

      This page is written by `mvn test -pl data -Dtest='ReadmeTest,SamplesTest' -Dfiresteel.update=true`, which writes the samples, too.
      """;

  @Test
  void every_column_is_described() throws IOException {
    String expected =
        BEGIN
            + Catalogue.datasets().stream().map(ReadmeTest::section).collect(Collectors.joining());
    if (Boolean.getBoolean("firesteel.update")) {
      Files.writeString(README, expected, UTF_8);
    }
    assertThat(README).content(UTF_8).isEqualTo(expected);
  }

  private static String section(Dataset dataset) {
    StringBuilder text = new StringBuilder("\n## " + dataset.name() + "\n\n");
    text.append(dataset.description()).append("\n\n");
    text.append(
        dataset.maxRows() == Long.MAX_VALUE
            ? "Any number of rows; the sample has %s. ".formatted(number(dataset.sampleRows()))
            : "%s rows. ".formatted(number(dataset.maxRows())));
    text.append("Its published files: ")
        .append(String.join(", ", files(dataset)))
        .append(dataset.byteOrderMark() ? ", with a byte order mark.\n\n" : ".\n\n");
    text.append("| Column | Type | Content | Dirt |\n|---|---|---|---|\n");
    for (Column column : dataset.columns()) {
      text.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  cell(column.name()),
                  column.type().name().toLowerCase(Locale.ROOT),
                  cell(column.description()),
                  cell(column.dirt())));
    }
    return text.toString();
  }

  private static List<String> files(Dataset dataset) {
    List<String> all =
        LongStream.range(0, dataset.sampleRows())
            .mapToObj(row -> "`" + dataset.publishedFile(Dataset.SAMPLE_SEED, row) + "`")
            .distinct()
            .sorted()
            .toList();
    return all.size() <= 2 ? all : List.of(all.get(0), all.get(1), "and so on");
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}
