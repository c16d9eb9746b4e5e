package firesteel.magics.tablesaw;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table's rows for Spark. */
final class TableRows {
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
    if (column instanceof BooleanColumn) {
      return DataTypes.BooleanType;
    }
    if (column instanceof ShortColumn) {
      return DataTypes.ShortType;
    }
    if (column instanceof IntColumn) {
      return DataTypes.IntegerType;
    }
    if (column instanceof LongColumn) {
      return DataTypes.LongType;
    }
    if (column instanceof FloatColumn) {
      return DataTypes.FloatType;
    }
    if (column instanceof DoubleColumn) {
      return DataTypes.DoubleType;
    }
    if (column instanceof DateColumn) {
      return DataTypes.DateType;
    }
    if (column instanceof DateTimeColumn) {
      return DataTypes.TimestampNTZType;
    }
    return column instanceof InstantColumn ? DataTypes.TimestampType : DataTypes.StringType;
  }
}
