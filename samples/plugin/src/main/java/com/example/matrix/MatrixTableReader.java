package com.example.matrix;

import firesteel.api.table.Table;
import firesteel.api.table.TableReader;
import firesteel.api.table.TableRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Reads a {@link Matrix} as a table, for {@code %table}, {@code %stats} and {@code %chart}. */
public final class MatrixTableReader implements TableReader {
  @Override
  public boolean reads(Object value) {
    return value instanceof Matrix;
  }

  @Override
  public Table read(Object value, TableRequest request) {
    Matrix matrix = (Matrix) value;
    List<String> names = columns(value);
    int[] wanted = request.positions(names);
    return new Table(
        Arrays.stream(wanted).mapToObj(i -> new Table.Column(names.get(i), "double")).toList(),
        matrix.rows().stream().limit(request.rows()).map(row -> pick(row, wanted)).toList(),
        matrix.rows().size());
  }

  @Override
  public List<String> columns(Object value) {
    return IntStream.rangeClosed(1, ((Matrix) value).width()).mapToObj(i -> "c" + i).toList();
  }

  private static List<Object> pick(double[] row, int[] wanted) {
    return Arrays.stream(wanted).<Object>mapToObj(i -> row[i]).toList();
  }
}
