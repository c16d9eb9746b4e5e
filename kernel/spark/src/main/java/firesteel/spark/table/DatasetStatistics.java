package firesteel.spark.table;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.histogram_numeric;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.when;

import firesteel.api.table.ColumnStatistics;
import firesteel.api.table.Histogram;
import firesteel.api.table.TableStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.CalendarIntervalType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NullType$;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.types.UserDefinedType;
import org.apache.spark.sql.types.YearMonthIntervalType;

/**
 * Computes statistics of a Dataset by one aggregation, in one pass over the data. Distinct values,
 * quartiles and histograms are approximate; nothing is kept per row.
 */
final class DatasetStatistics {
  /** More columns make plans that Spark compiles for minutes. */
  private static final int MAX_COLUMNS = 100;

  private static final int QUARTILE_ACCURACY = 1000;
  private static final int CENTROIDS = 60;

  private final List<StructField> fields = new ArrayList<>();
  private final List<Column> aggregates = new ArrayList<>();

  private DatasetStatistics() {}

  /**
   * Computes them.
   *
   * @param positions the positions of the wanted columns, from 0 on
   */
  static TableStatistics of(Dataset<?> dataset, int[] positions) {
    StructField[] all = dataset.schema().fields();
    boolean plain =
        Arrays.stream(positions).allMatch(position -> isPlain(all[position].dataType()));
    try {
      return of(dataset, all, positions, false);
    } catch (Exception e) {
      if (plain) {
        throw e;
      }
      // A type that Spark can't aggregate must not make the other columns fail.
      try {
        return of(dataset, all, positions, true);
      } catch (Exception again) {
        e.addSuppressed(again);
        throw e;
      }
    }
  }

  private static TableStatistics of(
      Dataset<?> dataset, StructField[] all, int[] positions, boolean careful) {
    DatasetStatistics statistics = new DatasetStatistics();
    // By position, through new names: a Dataset may have a column name twice.
    String[] names = new String[all.length];
    for (int i = 0; i < all.length; i++) {
      names[i] = "c" + i;
    }
    statistics.aggregates.add(count(lit(1)));
    for (int i = 0; i < Math.min(positions.length, MAX_COLUMNS); i++) {
      StructField field = all[positions[i]];
      statistics.add(field, col(names[positions[i]]), careful && !isPlain(field.dataType()));
    }
    // Not by agg, which requires that Java objects can hold the rows of all columns.
    Column[] aggregates = statistics.aggregates.toArray(Column[]::new);
    Row row = dataset.toDF(names).select(aggregates).collectAsList().get(0);
    return statistics.read(
        row, new PlainRows(FirstRows.zone(dataset)), positions.length > MAX_COLUMNS);
  }

  /**
   * Adds a column.
   *
   * @param counted whether only its nulls are counted
   */
  private void add(StructField field, Column given, boolean counted) {
    DataType type = counted ? NullType$.MODULE$ : field.dataType();
    Column column = counted ? when(given.isNotNull(), lit(1)) : given;
    Column value = isFloating(type) ? when(not(isnan(column)), column) : column;
    fields.add(field);
    aggregates.add(count(column));
    aggregates.add(count(value));
    aggregates.add(isHashed(type) && !counted ? approx_count_distinct(column) : lit(-1L));
    aggregates.add(isOrdered(type) ? collectable(min(value), type) : lit(null));
    aggregates.add(isOrdered(type) ? collectable(max(value), type) : lit(null));
    aggregates.add(type instanceof NumericType ? avg(value) : lit(null));
    aggregates.add(
        isContinuous(type)
            ? percentile_approx(
                value, array(lit(0.25), lit(0.5), lit(0.75)), lit(QUARTILE_ACCURACY))
            : lit(null));
    aggregates.add(
        type instanceof NumericType
            ? histogram_numeric(finite(value, type).cast("double"), lit(CENTROIDS))
            : lit(null));
  }

  /** Rows of Java objects have no times of day unless a setting of Spark allows it. */
  private static Column collectable(Column value, DataType type) {
    return isTimeOfDay(type) ? value.cast("string") : value;
  }

  private static Column finite(Column value, DataType type) {
    return isFloating(type)
        ? when(
            value.gt(lit(Double.NEGATIVE_INFINITY)).and(value.lt(lit(Double.POSITIVE_INFINITY))),
            value)
        : value;
  }

  private TableStatistics read(Row row, PlainRows plain, boolean cut) {
    long rows = row.getLong(0);
    List<ColumnStatistics> columns = new ArrayList<>();
    int at = 1;
    for (StructField field : fields) {
      long present = row.getLong(at);
      Object mean = plain.of(row.get(at + 5));
      columns.add(
          new ColumnStatistics(
              field.name(),
              field.dataType().simpleString(),
              rows - present,
              present - row.getLong(at + 1),
              Math.min(row.getLong(at + 2), present),
              plain.of(row.get(at + 3)),
              plain.of(row.get(at + 4)),
              (Number) mean,
              row.isNullAt(at + 6) ? List.of() : List.copyOf((List<?>) plain.of(row.get(at + 6))),
              row.isNullAt(at + 7) ? List.of() : histogram(row.getList(at + 7))));
      at += 8;
    }
    String note = "distinct, quartiles and histograms are approximate";
    return new TableStatistics(
        rows,
        columns,
        cut ? note + "; these are the first 100 columns, --columns names others" : note);
  }

  /** Spark's bins are wider where data is sparse; these are of equal width. */
  private static List<Long> histogram(List<Row> bins) {
    Histogram histogram =
        new Histogram(bins.get(0).getDouble(0), bins.get(bins.size() - 1).getDouble(0));
    bins.forEach(bin -> histogram.add(bin.getDouble(0), bin.getDouble(1)));
    return histogram.counts();
  }

  private static boolean isFloating(DataType type) {
    return type instanceof DoubleType || type instanceof FloatType;
  }

  private static boolean isContinuous(DataType type) {
    return type instanceof NumericType
        || type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType;
  }

  private static boolean isOrdered(DataType type) {
    return isPlain(type)
        || type instanceof DayTimeIntervalType
        || type instanceof YearMonthIntervalType
        || isTimeOfDay(type);
  }

  /** By its name: Spark 4.0 doesn't have the class. */
  private static boolean isTimeOfDay(DataType type) {
    return type.typeName().startsWith("time(");
  }

  /** Whether every version of Spark can compute all these statistics for a type. */
  private static boolean isPlain(DataType type) {
    return isContinuous(type) || type instanceof StringType || type instanceof BooleanType;
  }

  /** Whether Spark can hash values of a type; others are only counted. */
  private static boolean isHashed(DataType type) {
    if (type instanceof StructType struct) {
      return Arrays.stream(struct.fields()).allMatch(field -> isHashed(field.dataType()));
    }
    if (type instanceof ArrayType array) {
      return isHashed(array.elementType());
    }
    if (type instanceof UserDefinedType<?> own) {
      return isHashed(own.sqlType());
    }
    return isOrdered(type)
        || type instanceof BinaryType
        || type instanceof CalendarIntervalType
        || type instanceof NullType;
  }
}
