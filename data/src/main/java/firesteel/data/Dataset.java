package firesteel.data;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * One dataset of the catalogue.
 *
 * @param name its name in commands, such as {@code global_income}
 * @param description what it holds, in one sentence
 * @param columns the header
 * @param sampleRows the number of rows of the committed sample, and the default of a run
 * @param rows from a seed to endless rows, each with a text or null for each column
 */
public record Dataset(
    String name,
    String description,
    List<String> columns,
    long sampleRows,
    LongFunction<Stream<List<String>>> rows) {
  /** The seed of the committed samples. */
  public static final long SAMPLE_SEED = 2023;

  public Dataset {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    columns = List.copyOf(columns);
    Objects.requireNonNull(rows, "rows");
  }

  /** Returns the name of the CSV file that the walkthroughs read. */
  public String fileName() {
    return name + ".csv";
  }

  /**
   * Writes a header and rows as CSV, one row at a time: memory does not grow with the rows.
   *
   * @param count how many rows follow the header
   * @param seed equal seeds give equal rows
   * @param out flushed, not closed
   * @throws IOException when writing fails
   */
  public void writeCsv(long count, long seed, Writer out) throws IOException {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\n");
    columns.forEach(schema::addColumn);
    try (Stream<List<String>> stream = rows.apply(seed).limit(count);
        CsvGenerator csv = new CsvFactory().createGenerator(out)) {
      // Without it Jackson quotes every text that is longer than 24 characters.
      csv.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);
      csv.disable(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature());
      csv.setSchema(schema.build());
      for (Iterator<List<String>> i = stream.iterator(); i.hasNext(); ) {
        List<String> row = i.next();
        csv.writeStartArray();
        for (String value : row) {
          if (value == null) {
            csv.writeNull();
          } else {
            csv.writeString(value);
          }
        }
        csv.writeEndArray();
      }
    }
    out.flush();
  }
}
