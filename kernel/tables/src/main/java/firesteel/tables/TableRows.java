package firesteel.tables;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Reads a table's rows for Spark. */
final class TableRows {
  private static final Map<ColumnType, DataType> TYPES =
      Map.of(
          ColumnType.BOOLEAN, DataTypes.BooleanType,
          ColumnType.SHORT, DataTypes.ShortType,
          ColumnType.INTEGER, DataTypes.IntegerType,
          ColumnType.LONG, DataTypes.LongType,
          ColumnType.FLOAT, DataTypes.FloatType,
          ColumnType.DOUBLE, DataTypes.DoubleType,
          ColumnType.LOCAL_DATE, DataTypes.DateType,
          ColumnType.LOCAL_DATE_TIME, DataTypes.TimestampNTZType,
          ColumnType.INSTANT, DataTypes.TimestampType);

  private TableRows() {}

  static Dataset<Row> toDataset(Table table, SparkSession spark) {
    List<StructField> fields = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      fields.add(DataTypes.createStructField(column.name(), type(column), true));
    }
    List<Row> rows = new ArrayList<>(table.rowCount());
    for (int i = 0; i < table.rowCount(); i++) {
      Object[] values = new Object[table.columnCount()];
      for (int j = 0; j < values.length; j++) {
        Column<?> column = table.column(j);
        Object value = column.isMissing(i) ? null : column.get(i);
        values[j] = value instanceof LocalTime ? value.toString() : value;
      }
      rows.add(RowFactory.create(values));
    }
    return spark.createDataFrame(rows, DataTypes.createStructType(fields));
  }

  private static DataType type(Column<?> column) {
    return TYPES.getOrDefault(column.type(), DataTypes.StringType);
  }
}
