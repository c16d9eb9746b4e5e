package firesteel.spark.table;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Collects rows to be shown. Spark computes with and prints some types that no row of Java objects
 * can hold, such as times of day in Spark 4.1 and 4.2: columns of those are collected as text, the
 * others as they are.
 */
final class CollectedRows {
  /** Types that every version of Spark can collect, unless they contain others. */
  private static final Set<String> PLAIN =
      Set.of(
          "boolean",
          "byte",
          "short",
          "integer",
          "long",
          "float",
          "double",
          "string",
          "binary",
          "date",
          "timestamp",
          "timestamp_ntz");

  private CollectedRows() {}

  /** Returns all rows of a Dataset. */
  static List<Row> of(Dataset<Row> dataset) {
    try {
      return dataset.collectAsList();
    } catch (Exception e) {
      boolean[] rare = rare(dataset.schema());
      if (IntStream.range(0, rare.length).noneMatch(i -> rare[i])) {
        throw e;
      }
      try {
        return textsOfRefused(dataset, rare).collectAsList();
      } catch (Exception again) {
        e.addSuppressed(again);
        throw e;
      }
    }
  }

  private static Dataset<Row> textsOfRefused(Dataset<Row> dataset, boolean[] rare) {
    String[] titles = dataset.columns();
    String[] names =
        IntStream.range(0, titles.length).mapToObj(i -> "c" + i).toArray(String[]::new);
    Dataset<Row> named = dataset.toDF(names); // A Dataset may have a column name twice.
    Column[] columns = new Column[names.length];
    for (int i = 0; i < names.length; i++) {
      Column column = new Column(names[i]);
      columns[i] = rare[i] && isRefused(named.select(column)) ? column.cast("string") : column;
    }
    return named.select(columns).toDF(titles);
  }

  /** Whether Spark refuses to collect a column; tried without rows, which runs no job. */
  private static boolean isRefused(Dataset<Row> column) {
    try {
      column.limit(0).collectAsList();
      return false;
    } catch (Exception e) {
      return true;
    }
  }

  private static boolean[] rare(StructType schema) {
    boolean[] rare = new boolean[schema.length()];
    for (int i = 0; i < rare.length; i++) {
      rare[i] = isRare(schema.fields()[i].dataType());
    }
    return rare;
  }

  private static boolean isRare(DataType type) {
    if (type instanceof StructType struct) {
      return Arrays.stream(struct.fields()).map(StructField::dataType).anyMatch(t -> isRare(t));
    }
    if (type instanceof ArrayType array) {
      return isRare(array.elementType());
    }
    if (type instanceof MapType map) {
      return isRare(map.keyType()) || isRare(map.valueType());
    }
    return !(type instanceof DecimalType) && !PLAIN.contains(type.typeName());
  }
}
