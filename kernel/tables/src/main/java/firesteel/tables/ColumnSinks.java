package firesteel.tables;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.booleans.BooleanColumnType;
import tech.tablesaw.columns.numbers.IntColumnType;
import tech.tablesaw.columns.numbers.LongColumnType;
import tech.tablesaw.columns.numbers.ShortColumnType;

/** Chooses the sink for each type of a Dataset; has those of numbers and booleans. */
final class ColumnSinks {
  private static final String MIN_VALUE_MEANS_MISSING =
      "%s values are the least of their type, which means missing here";
  private static final String NAN_MEANS_MISSING = "%s values are NaN, which means missing here";

  private ColumnSinks() {}

  /** Returns a sink for a type that {@link DatasetReading} leaves unchanged. */
  static ColumnSink<?> of(String name, DataType type) {
    return switch (type.typeName()) {
      case "boolean" -> new Booleans(name);
      case "byte" -> new Bytes(name);
      case "short" -> new Shorts(name);
      case "integer" -> new Ints(name);
      case "long" -> new Longs(name);
      case "float" -> new Floats(name);
      case "double" -> new Doubles(name);
      case "date" -> new TimeSinks.Dates(name);
      case "timestamp" -> new TimeSinks.Instants(name);
      case "timestamp_ntz" -> new TimeSinks.DateTimes(name);
      default -> new StringSink(name);
    };
  }

  private static final class Booleans extends ColumnSink<byte[]> {
    Booleans(String name) {
      super(name, byte.class, "");
    }

    @Override
    void putFrom(InternalRow row, int column, byte[] values, int at) {
      values[at] = (byte) (row.getBoolean(column) ? 1 : 0);
    }

    @Override
    void putValue(Object value, byte[] values, int at) {
      values[at] = (byte) ((Boolean) value ? 1 : 0);
    }

    @Override
    void putMissing(byte[] values, int at) {
      values[at] = BooleanColumnType.missingValueIndicator();
    }

    @Override
    Column<?> column(String name, byte[] values) {
      BooleanColumn column = BooleanColumn.create(name);
      for (byte value : values) {
        column.append(value);
      }
      return column;
    }
  }

  private static final class Bytes extends ColumnSink<short[]> {
    Bytes(String name) {
      super(name, short.class, "");
    }

    @Override
    void putFrom(InternalRow row, int column, short[] values, int at) {
      values[at] = row.getByte(column);
    }

    @Override
    void putValue(Object value, short[] values, int at) {
      values[at] = ((Number) value).shortValue();
    }

    @Override
    void putMissing(short[] values, int at) {
      values[at] = ShortColumnType.missingValueIndicator();
    }

    @Override
    Column<?> column(String name, short[] values) {
      return ShortColumn.create(name, values);
    }
  }

  private static final class Shorts extends ColumnSink<short[]> {
    Shorts(String name) {
      super(name, short.class, MIN_VALUE_MEANS_MISSING);
    }

    @Override
    void putFrom(InternalRow row, int column, short[] values, int at) {
      put(row.getShort(column), values, at);
    }

    @Override
    void putValue(Object value, short[] values, int at) {
      put(((Number) value).shortValue(), values, at);
    }

    private void put(short value, short[] values, int at) {
      noteLoss(value == Short.MIN_VALUE);
      values[at] = value;
    }

    @Override
    void putMissing(short[] values, int at) {
      values[at] = ShortColumnType.missingValueIndicator();
    }

    @Override
    Column<?> column(String name, short[] values) {
      return ShortColumn.create(name, values);
    }
  }

  private static final class Ints extends ColumnSink<int[]> {
    Ints(String name) {
      super(name, int.class, MIN_VALUE_MEANS_MISSING);
    }

    @Override
    void putFrom(InternalRow row, int column, int[] values, int at) {
      put(row.getInt(column), values, at);
    }

    @Override
    void putValue(Object value, int[] values, int at) {
      put((Integer) value, values, at);
    }

    private void put(int value, int[] values, int at) {
      noteLoss(value == Integer.MIN_VALUE);
      values[at] = value;
    }

    @Override
    void putMissing(int[] values, int at) {
      values[at] = IntColumnType.missingValueIndicator();
    }

    @Override
    Column<?> column(String name, int[] values) {
      return IntColumn.create(name, values);
    }
  }

  private static final class Longs extends ColumnSink<long[]> {
    Longs(String name) {
      super(name, long.class, MIN_VALUE_MEANS_MISSING);
    }

    @Override
    void putFrom(InternalRow row, int column, long[] values, int at) {
      put(row.getLong(column), values, at);
    }

    @Override
    void putValue(Object value, long[] values, int at) {
      put((Long) value, values, at);
    }

    private void put(long value, long[] values, int at) {
      noteLoss(value == Long.MIN_VALUE);
      values[at] = value;
    }

    @Override
    void putMissing(long[] values, int at) {
      values[at] = LongColumnType.missingValueIndicator();
    }

    @Override
    Column<?> column(String name, long[] values) {
      return LongColumn.create(name, values);
    }
  }

  private static final class Floats extends ColumnSink<float[]> {
    Floats(String name) {
      super(name, float.class, NAN_MEANS_MISSING);
    }

    @Override
    void putFrom(InternalRow row, int column, float[] values, int at) {
      put(row.getFloat(column), values, at);
    }

    @Override
    void putValue(Object value, float[] values, int at) {
      put((Float) value, values, at);
    }

    private void put(float value, float[] values, int at) {
      noteLoss(Float.isNaN(value));
      values[at] = value;
    }

    @Override
    void putMissing(float[] values, int at) {
      values[at] = Float.NaN;
    }

    @Override
    Column<?> column(String name, float[] values) {
      return FloatColumn.create(name, values);
    }
  }

  private static final class Doubles extends ColumnSink<double[]> {
    Doubles(String name) {
      super(name, double.class, NAN_MEANS_MISSING);
    }

    @Override
    void putFrom(InternalRow row, int column, double[] values, int at) {
      put(row.getDouble(column), values, at);
    }

    @Override
    void putValue(Object value, double[] values, int at) {
      put((Double) value, values, at);
    }

    private void put(double value, double[] values, int at) {
      noteLoss(Double.isNaN(value));
      values[at] = value;
    }

    @Override
    void putMissing(double[] values, int at) {
      values[at] = Double.NaN;
    }

    @Override
    Column<?> column(String name, double[] values) {
      return DoubleColumn.create(name, values);
    }
  }
}
