package firesteel.data.spark;

import firesteel.data.Catalogue;
import firesteel.data.Column;
import firesteel.data.ColumnType;
import firesteel.data.CsvRows;
import firesteel.data.Dataset;
import java.io.Serial;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.encoders.RowEncoder;
import org.apache.spark.sql.types.StructType;

/** Turns the numbers of rows into rows; runs in Spark's tasks, which find the dataset by name. */
final class RowFunction implements MapPartitionsFunction<Long, Row> {
  @Serial private static final long serialVersionUID = 1L;

  private enum Content {
    ROWS,
    /** Decimals and times as {@link CsvRows} writes them: the same on every JDK. */
    ROWS_FOR_CSV,
    TRUTH,
    TRUTH_FOR_CSV,
    /** The rows of one published file. */
    PUBLISHED
  }

  private final String dataset;
  private final long seed;
  private final Content content;
  private final String file;

  private RowFunction(String dataset, long seed, Content content, String file) {
    this.dataset = dataset;
    this.seed = seed;
    this.content = content;
    this.file = file;
  }

  static RowFunction rows(Dataset dataset, long seed) {
    return new RowFunction(dataset.name(), seed, Content.ROWS, "");
  }

  static RowFunction truth(Dataset dataset, long seed) {
    return new RowFunction(dataset.name(), seed, Content.TRUTH, "");
  }

  static RowFunction published(Dataset dataset, long seed, String file) {
    return new RowFunction(dataset.name(), seed, Content.PUBLISHED, file);
  }

  /** Returns this function for files of CSV. */
  RowFunction forCsv() {
    Content texts = content == Content.TRUTH ? Content.TRUTH_FOR_CSV : Content.ROWS_FOR_CSV;
    return new RowFunction(dataset, seed, texts, file);
  }

  /** Returns the rows of these numbers, in the same partitions and order. */
  org.apache.spark.sql.Dataset<Row> apply(org.apache.spark.sql.Dataset<Long> numbers) {
    // Lenient: a LocalDate is right, whatever spark.sql.datetime.java8API.enabled says.
    return numbers.mapPartitions(this, RowEncoder.encoderFor(schema(), true));
  }

  private StructType schema() {
    Dataset found = dataset();
    return switch (content) {
      case ROWS -> TableSchema.of(found.columns());
      case TRUTH -> TableSchema.of(found.truthColumns());
      case ROWS_FOR_CSV -> TableSchema.of(asTexts(found.columns()));
      case TRUTH_FOR_CSV -> TableSchema.of(asTexts(found.truthColumns()));
      case PUBLISHED -> TableSchema.of(found.publishedColumns(file));
    };
  }

  private Dataset dataset() {
    return Catalogue.find(dataset).orElseThrow();
  }

  private static List<Column> asTexts(List<Column> columns) {
    return columns.stream()
        .map(column -> isText(column) ? column.withType(ColumnType.STRING) : column)
        .toList();
  }

  private static boolean isText(Column column) {
    return column.type() == ColumnType.DOUBLE || column.type() == ColumnType.TIMESTAMP;
  }

  @Override
  public Iterator<Row> call(Iterator<Long> numbers) {
    Dataset found = dataset();
    return switch (content) {
      case ROWS -> new Rows(numbers, number -> found.row(seed, number));
      case TRUTH -> new Rows(numbers, number -> found.truth(seed, number));
      case ROWS_FOR_CSV ->
          new Rows(numbers, texts(found.columns(), number -> found.row(seed, number)));
      case TRUTH_FOR_CSV ->
          new Rows(numbers, texts(found.truthColumns(), number -> found.truth(seed, number)));
      case PUBLISHED ->
          new Rows(ofFile(numbers, found), number -> found.publishedRow(seed, number));
    };
  }

  private Iterator<Long> ofFile(Iterator<Long> numbers, Dataset found) {
    Spliterator<Long> all = Spliterators.spliteratorUnknownSize(numbers, Spliterator.ORDERED);
    return StreamSupport.stream(all, false)
        .filter(number -> found.publishedFile(seed, number).equals(file))
        .iterator();
  }

  private static ValuesOfRow texts(List<Column> columns, ValuesOfRow rows) {
    int[] texts = IntStream.range(0, columns.size()).filter(i -> isText(columns.get(i))).toArray();
    return number -> {
      Object[] values = rows.of(number);
      for (int i : texts) {
        if (values[i] != null) {
          values[i] = CsvRows.text(values[i]);
        }
      }
      return values;
    };
  }

  /** Returns the values of a row. */
  private interface ValuesOfRow {
    Object[] of(long number);
  }

  private record Rows(Iterator<Long> numbers, ValuesOfRow values) implements Iterator<Row> {
    @Override
    public boolean hasNext() {
      return numbers.hasNext();
    }

    @Override
    public Row next() {
      return RowFactory.create(values.of(numbers.next()));
    }
  }
}
