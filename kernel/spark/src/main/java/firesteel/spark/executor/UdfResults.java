package firesteel.spark.executor;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Product;
import scala.Tuple2;
import scala.collection.immutable.ArraySeq;
import scala.collection.immutable.VectorMap;
import scala.collection.immutable.VectorMap$;
import scala.collection.mutable.Builder;

/** Converts the results of UDFs to what Spark accepts for a column of their declared type. */
final class UdfResults {
  private UdfResults() {}

  /** Converts a value for a column; returns it as it is when Spark accepts it. */
  static Object of(Object value, DataType type) {
    if (value == null) {
      return null;
    }
    if (value instanceof Optional<?> optional) {
      return of(optional.orElse(null), type);
    }
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? number.getAsInt() : null;
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? number.getAsLong() : null;
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? number.getAsDouble() : null;
    }
    if (type instanceof ArrayType array) {
      return sequence(value, array.elementType());
    }
    if (type instanceof MapType map && value instanceof Map<?, ?> held) {
      return map(held, map);
    }
    if (type instanceof StructType struct && !(value instanceof Row)) {
      return value instanceof Product ? value : row(value, struct);
    }
    return type instanceof StringType && value instanceof Enum<?> constant
        ? constant.name()
        : value;
  }

  private static Object sequence(Object value, DataType element) {
    Object[] items;
    if (value instanceof Iterable<?> iterable) {
      List<Object> list = new ArrayList<>();
      iterable.forEach(list::add);
      items = list.toArray();
    } else if (value.getClass().isArray()) {
      items = new Object[Array.getLength(value)];
      Arrays.setAll(items, i -> Array.get(value, i));
    } else {
      return value;
    }
    Arrays.setAll(items, i -> of(items[i], element));
    return ArraySeq.unsafeWrapArray(items);
  }

  private static VectorMap<Object, Object> map(Map<?, ?> held, MapType type) {
    Builder<Tuple2<Object, Object>, VectorMap<Object, Object>> map =
        VectorMap$.MODULE$.newBuilder();
    held.forEach(
        (key, value) ->
            map.addOne(new Tuple2<>(of(key, type.keyType()), of(value, type.valueType()))));
    return map.result();
  }

  private static Row row(Object value, StructType type) {
    Object[] values = new Object[type.length()];
    for (int i = 0; i < values.length; i++) {
      StructField field = type.fields()[i];
      values[i] = of(read(value, field, type), field.dataType());
    }
    return RowFactory.create(values);
  }

  private static Object read(Object value, StructField field, StructType type) {
    Class<?> owner = value.getClass();
    String name = field.name();
    Method reader =
        Arrays.stream(owner.getMethods())
            .filter(method -> method.getParameterCount() == 0)
            .filter(
                method ->
                    owner.isRecord()
                        ? method.getName().equalsIgnoreCase(name)
                        : method.getName().equalsIgnoreCase("get" + name)
                            || method.getName().equalsIgnoreCase("is" + name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the UDF returns a "
                            + owner.getSimpleName()
                            + ", which has no "
                            + name
                            + ", and its type is given as "
                            + type.catalogString()));
    try {
      reader.setAccessible(true);
      return reader.invoke(value);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException thrown
          ? thrown
          : new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
