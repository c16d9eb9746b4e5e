package firesteel.spark.connect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.TypedColumn;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.internal.Alias;
import org.apache.spark.sql.internal.InvokeInlineUserDefinedFunction;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Replaces typed methods that Spark Connect offers but whose plans its server can't run: it knows
 * an Aggregator's input only where the Aggregator stands alone, without a name and not inside
 * another expression. Called by the rewritten bytecode of cells, not by hand; see {@link
 * TypedCallTransformer}.
 */
public final class TypedCalls {
  private static final String CONNECT = "org.apache.spark.sql.connect.";

  private TypedCalls() {}

  /**
   * Replaces {@code Dataset.reduce}; also for rows of a class that isn't {@link Serializable}, such
   * as a record, which Spark's own method sends as objects.
   */
  public static <T> T reduce(Dataset<T> rows, ReduceFunction<T> function) {
    Class<?> type = rows.encoder().clsTag().runtimeClass();
    boolean travels = type.isPrimitive() || Serializable.class.isAssignableFrom(type);
    if (travels && !isConnect(rows)) {
      return rows.reduce(function);
    }
    List<Tuple2<Boolean, T>> reduced =
        rows.groupBy(functions.lit(true))
            .as(Encoders.BOOLEAN(), rows.encoder())
            .reduceGroups(function)
            .collectAsList();
    if (reduced.isEmpty()) {
      throw new UnsupportedOperationException("empty collection"); // As on other masters.
    }
    return reduced.get(0)._2();
  }

  /** Replaces {@code Dataset.select} of typed columns. */
  public static Dataset<?> select(Dataset<?> rows, TypedColumn<?, ?>[] columns) {
    if (columns.length > 1) {
      return isConnect(rows) && hasAggregator(columns)
          ? named(rows.selectUntyped(seq(alone(columns))), columns)
          : rows.selectUntyped(seq(columns));
    }
    @SuppressWarnings("unchecked")
    TypedColumn<Object, Object> column = (TypedColumn<Object, Object>) columns[0];
    @SuppressWarnings("unchecked")
    Dataset<Object> all = (Dataset<Object>) rows;
    if (!isConnect(rows) || !hasAggregator(columns)) {
      return all.select(column);
    }
    Dataset<?> selected = all.selectUntyped(seq(alone(columns)));
    boolean isStruct =
        column.encoder() instanceof AgnosticEncoder<?> encoder
            && encoder.schema().equals(encoder.dataType());
    return isStruct
        ? selected.toDF("value").select("value.*").as(column.encoder())
        : named(selected, columns).as(column.encoder());
  }

  /** Replaces {@code KeyValueGroupedDataset.agg}. */
  public static Dataset<?> agg(KeyValueGroupedDataset<?, ?> groups, TypedColumn<?, ?>[] columns) {
    return isConnect(groups)
        ? named(groups.aggUntyped(seq(alone(columns))), columns)
        : groups.aggUntyped(seq(columns));
  }

  private static boolean isConnect(Object ofSpark) {
    return ofSpark.getClass().getName().startsWith(CONNECT);
  }

  private static boolean hasAggregator(TypedColumn<?, ?>[] columns) {
    return Arrays.stream(columns)
        .anyMatch(column -> isAggregator(column.node()) || isNamed(column));
  }

  private static boolean isAggregator(Object node) {
    return node instanceof InvokeInlineUserDefinedFunction call
        && call.function() instanceof Aggregator;
  }

  private static boolean isNamed(TypedColumn<?, ?> column) {
    return column.node() instanceof Alias alias && isAggregator(alias.child());
  }

  /** Returns the columns, with Aggregators stripped of their names. */
  private static TypedColumn<?, ?>[] alone(TypedColumn<?, ?>[] columns) {
    return Arrays.stream(columns)
        .map(
            column ->
                isNamed(column)
                    ? new TypedColumn<>(((Alias) column.node()).child(), column.encoder())
                    : column)
        .toArray(TypedColumn<?, ?>[]::new);
  }

  /** Gives the last columns of rows the names that Aggregators had. */
  @SuppressWarnings("unchecked")
  private static Dataset<?> named(Dataset<?> rows, TypedColumn<?, ?>[] columns) {
    if (Arrays.stream(columns).noneMatch(TypedCalls::isNamed)) {
      return rows;
    }
    List<String> names = new ArrayList<>(List.of(rows.columns()));
    int first = names.size() - columns.length;
    for (int i = 0; i < columns.length; i++) {
      if (isNamed(columns[i])) {
        names.set(first + i, ((Alias) columns[i].node()).name().last());
      }
    }
    return rows.toDF(names.toArray(String[]::new)).as((Encoder<Object>) rows.encoder());
  }

  private static scala.collection.immutable.Seq<TypedColumn<?, ?>> seq(
      TypedColumn<?, ?>[] columns) {
    return CollectionConverters.asScala(List.<TypedColumn<?, ?>>of(columns)).toSeq();
  }
}
