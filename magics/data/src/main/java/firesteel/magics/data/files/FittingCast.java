package firesteel.magics.data.files;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * Casts the values of a file to the documented type. What doesn't fit becomes null: it is neither
 * cut, as the decimals of a number that has to be whole would be, nor an error.
 */
final class FittingCast {
  private FittingCast() {}

  /** Returns the values of a column as another type. */
  static Column of(Column value, DataType from, DataType to) {
    if (from.equals(to)) {
      return value;
    }
    if (to instanceof StringType) {
      return value.cast(to);
    }
    if (isWhole(to)) {
      if (isFractional(from)) {
        return whole(value, to);
      }
      if (from instanceof StringType) {
        // Programs write 1.0 where a column of whole numbers has gaps.
        return coalesce(value.try_cast(to), whole(value.try_cast(DataTypes.DoubleType), to));
      }
    }
    boolean direct =
        from instanceof StringType
            || from instanceof NumericType && to instanceof NumericType
            || isTime(from) && isTime(to);
    return direct
        ? value.try_cast(to)
        : value.cast(DataTypes.StringType).try_cast(to); // Spark refuses other pairs of types.
  }

  private static Column whole(Column value, DataType to) {
    return when(value.equalTo(rint(value)), value.try_cast(to));
  }

  private static boolean isWhole(DataType type) {
    return type instanceof IntegerType || type instanceof LongType;
  }

  private static boolean isFractional(DataType type) {
    return type instanceof DoubleType || type instanceof FloatType || type instanceof DecimalType;
  }

  private static boolean isTime(DataType type) {
    return type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType;
  }
}
