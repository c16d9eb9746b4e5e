package firesteel.spark.table;

import firesteel.engine.display.Table;
import firesteel.engine.display.TableReader;
import firesteel.engine.display.TableRequest;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;

/** Reads the first rows of a Dataset by one action, which fetches a row more than it shows. */
public final class DatasetReader implements TableReader {
  @Override
  public boolean reads(Object value) {
    return value instanceof Dataset;
  }

  @Override
  public Table read(Object value, TableRequest request) {
    Dataset<?> dataset = (Dataset<?>) value;
    if (dataset.isStreaming()) {
      throw new IllegalArgumentException(
          "a streaming Dataset has rows only while a query runs: start one with writeStream(),"
              + " into a table in memory for example, and read that");
    }
    List<String> names = Arrays.asList(dataset.columns());
    return FirstRows.of(dataset, request.rows(), request.positions(names)).toTable();
  }
}
