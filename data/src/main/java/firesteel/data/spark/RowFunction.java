package firesteel.data.spark;

import firesteel.data.Catalogue;
import firesteel.data.Column;
import firesteel.data.ColumnType;
import firesteel.data.CsvRows;
import firesteel.data.Dataset;
import java.io.Serial;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.encoders.RowEncoder;
import org.apache.spark.sql.types.StructType;

/** Turns the numbers of rows into rows; runs in Spark's tasks, which find the dataset by name. */
final class RowFunction implements MapPartitionsFunction<Long, Row> {
  @Serial private static final long serialVersionUID = 1L;

  private final String dataset;
  private final long seed;
  private final boolean truth;
  private final boolean texts;

  private RowFunction(String dataset, long seed, boolean truth, boolean texts) {
    this.dataset = dataset;
    this.seed = seed;
    this.truth = truth;
    this.texts = texts;
  }

  static RowFunction rows(Dataset dataset, long seed) {
    return new RowFunction(dataset.name(), seed, false, false);
  }

  static RowFunction truth(Dataset dataset, long seed) {
    return new RowFunction(dataset.name(), seed, true, false);
  }

  /**
   * Returns this function for CSV, which has decimals and times as {@link CsvRows} writes them: the
   * same on every JDK.
   */
  RowFunction forCsv() {
    return new RowFunction(dataset, seed, truth, true);
  }

  private List<Column> columns() {
    Dataset found = Catalogue.find(dataset).orElseThrow();
    return truth ? found.truthColumns() : found.columns();
  }

  private static boolean isText(Column column) {
    return column.type() == ColumnType.DOUBLE || column.type() == ColumnType.TIMESTAMP;
  }

  private StructType schema() {
    List<Column> columns = columns();
    if (texts) {
      columns =
          columns.stream()
              .map(column -> isText(column) ? column.withType(ColumnType.STRING) : column)
              .toList();
    }
    return TableSchema.of(columns);
  }

  /** Returns the rows of these numbers, in the same partitions and order. */
  org.apache.spark.sql.Dataset<Row> apply(org.apache.spark.sql.Dataset<Long> numbers) {
    // Lenient: a LocalDate is right, whatever spark.sql.datetime.java8API.enabled says.
    return numbers.mapPartitions(this, RowEncoder.encoderFor(schema(), true));
  }

  @Override
  public Iterator<Row> call(Iterator<Long> numbers) {
    Dataset found = Catalogue.find(dataset).orElseThrow();
    boolean[] isText = new boolean[columns().size()];
    for (int i = 0; i < isText.length; i++) {
      isText[i] = texts && isText(columns().get(i));
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return numbers.hasNext();
      }

      @Override
      public Row next() {
        long number = numbers.next();
        Object[] values = truth ? found.truth(seed, number) : found.row(seed, number);
        if (texts) {
          for (int i = 0; i < values.length; i++) {
            if (isText[i] && values[i] != null) {
              values[i] = CsvRows.text(values[i]);
            }
          }
        }
        return RowFactory.create(values);
      }
    };
  }
}
