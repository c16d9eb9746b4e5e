package firesteel.spark.table;

import firesteel.api.table.Table;
import firesteel.api.table.TableReader;
import firesteel.api.table.TableRequest;
import firesteel.api.table.TableStatistics;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;

/** Reads the first rows of a Dataset by one action, which fetches one row more than is shown. */
public final class DatasetReader implements TableReader {
  @Override
  public boolean reads(Object value) {
    return value instanceof Dataset;
  }

  @Override
  public Table read(Object value, TableRequest request) {
    Dataset<?> dataset = withRows(value);
    return FirstRows.of(dataset, request.rows(), positions(dataset, request)).toTable();
  }

  @Override
  public TableStatistics statistics(Object value, List<String> columns) {
    Dataset<?> dataset = withRows(value);
    return DatasetStatistics.of(dataset, positions(dataset, new TableRequest(0, columns)));
  }

  private static int[] positions(Dataset<?> dataset, TableRequest request) {
    return request.positions(Arrays.asList(dataset.columns()));
  }

  private static Dataset<?> withRows(Object value) {
    Dataset<?> dataset = (Dataset<?>) value;
    if (dataset.isStreaming()) {
      throw new IllegalArgumentException(
          "a streaming Dataset has rows only while a query runs: start one with writeStream(),"
              + " into a table in memory for example, and read that");
    }
    return dataset;
  }

  /** Returns none for Spark Connect's Datasets: each would be a request to the server. */
  @Override
  public List<String> columns(Object value) {
    return value instanceof org.apache.spark.sql.classic.Dataset<?> dataset
        ? List.of(dataset.columns())
        : List.of();
  }
}
