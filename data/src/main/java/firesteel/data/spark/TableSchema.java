package firesteel.data.spark;

import firesteel.data.Column;
import firesteel.data.ColumnType;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The schema that a dataset's columns have in Spark. */
public final class TableSchema {
  private TableSchema() {}

  /** Returns the schema of columns, all of which may be null. */
  public static StructType of(List<Column> columns) {
    StructType schema = new StructType();
    for (Column column : columns) {
      schema = schema.add(column.name(), type(column.type()));
    }
    return schema;
  }

  /** Returns Spark's type for a column's type. */
  public static DataType type(ColumnType type) {
    return switch (type) {
      case STRING -> DataTypes.StringType;
      case INTEGER -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case DATE -> DataTypes.DateType;
      case TIMESTAMP -> DataTypes.TimestampNTZType;
    };
  }
}
