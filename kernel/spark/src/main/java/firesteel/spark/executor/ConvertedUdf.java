package firesteel.spark.executor;

import java.io.Serializable;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF10;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.api.java.UDF6;
import org.apache.spark.sql.api.java.UDF7;
import org.apache.spark.sql.api.java.UDF8;
import org.apache.spark.sql.api.java.UDF9;
import org.apache.spark.sql.types.DataType;

/**
 * Wraps a UDF that works with Java's collections and classes: Spark passes Scala's sequences and
 * maps, and expects rows.
 */
@SuppressWarnings("unchecked")
public final class ConvertedUdf
    implements UDF0<Object>,
        UDF1<Object, Object>,
        UDF2<Object, Object, Object>,
        UDF3<Object, Object, Object, Object>,
        UDF4<Object, Object, Object, Object, Object>,
        UDF5<Object, Object, Object, Object, Object, Object>,
        UDF6<Object, Object, Object, Object, Object, Object, Object>,
        UDF7<Object, Object, Object, Object, Object, Object, Object, Object>,
        UDF8<Object, Object, Object, Object, Object, Object, Object, Object, Object>,
        UDF9<Object, Object, Object, Object, Object, Object, Object, Object, Object, Object>,
        UDF10<
            Object, Object, Object, Object, Object, Object, Object, Object, Object, Object, Object>,
        Serializable {
  private static final long serialVersionUID = 1L;

  private final Object function;
  private final Class<?>[] parameters;
  private final DataType result;

  /**
   * Creates the wrapper.
   *
   * @param function the user's UDF
   * @param parameters the classes to which the arguments are converted; null where one stays as it
   *     is
   * @param result the type to which the result is converted; null when it stays as it is
   */
  public ConvertedUdf(Object function, Class<?>[] parameters, DataType result) {
    this.function = function;
    this.parameters = parameters.clone();
    this.result = result;
  }

  private Object in(int place, Object value) {
    return parameters[place] == null ? value : JavaValues.of(value, parameters[place]);
  }

  private Object out(Object value) {
    return result == null ? value : UdfResults.of(value, result);
  }

  private <F> F function() {
    return (F) function;
  }

  @Override
  public Object call() throws Exception {
    return out(this.<UDF0<Object>>function().call());
  }

  @Override
  public Object call(Object a) throws Exception {
    return out(this.<UDF1<Object, Object>>function().call(in(0, a)));
  }

  @Override
  public Object call(Object a, Object b) throws Exception {
    return out(this.<UDF2<Object, Object, Object>>function().call(in(0, a), in(1, b)));
  }

  @Override
  public Object call(Object a, Object b, Object c) throws Exception {
    return out(
        this.<UDF3<Object, Object, Object, Object>>function().call(in(0, a), in(1, b), in(2, c)));
  }

  @Override
  public Object call(Object a, Object b, Object c, Object d) throws Exception {
    return out(
        this.<UDF4<Object, Object, Object, Object, Object>>function()
            .call(in(0, a), in(1, b), in(2, c), in(3, d)));
  }

  @Override
  public Object call(Object a, Object b, Object c, Object d, Object e) throws Exception {
    return out(
        this.<UDF5<Object, Object, Object, Object, Object, Object>>function()
            .call(in(0, a), in(1, b), in(2, c), in(3, d), in(4, e)));
  }

  @Override
  public Object call(Object a, Object b, Object c, Object d, Object e, Object f) throws Exception {
    return out(
        this.<UDF6<Object, Object, Object, Object, Object, Object, Object>>function()
            .call(in(0, a), in(1, b), in(2, c), in(3, d), in(4, e), in(5, f)));
  }

  @Override
  public Object call(Object a, Object b, Object c, Object d, Object e, Object f, Object g)
      throws Exception {
    return out(
        this.<UDF7<Object, Object, Object, Object, Object, Object, Object, Object>>function()
            .call(in(0, a), in(1, b), in(2, c), in(3, d), in(4, e), in(5, f), in(6, g)));
  }

  @Override
  public Object call(Object a, Object b, Object c, Object d, Object e, Object f, Object g, Object h)
      throws Exception {
    return out(
        this
            .<UDF8<Object, Object, Object, Object, Object, Object, Object, Object, Object>>
                function()
            .call(in(0, a), in(1, b), in(2, c), in(3, d), in(4, e), in(5, f), in(6, g), in(7, h)));
  }

  @Override
  public Object call(
      Object a, Object b, Object c, Object d, Object e, Object f, Object g, Object h, Object i)
      throws Exception {
    return out(
        this
            .<UDF9<Object, Object, Object, Object, Object, Object, Object, Object, Object, Object>>
                function()
            .call(
                in(0, a), in(1, b), in(2, c), in(3, d), in(4, e), in(5, f), in(6, g), in(7, h),
                in(8, i)));
  }

  @Override
  public Object call(
      Object a,
      Object b,
      Object c,
      Object d,
      Object e,
      Object f,
      Object g,
      Object h,
      Object i,
      Object j)
      throws Exception {
    return out(
        this
            .<UDF10<
                    Object,
                    Object,
                    Object,
                    Object,
                    Object,
                    Object,
                    Object,
                    Object,
                    Object,
                    Object,
                    Object>>
                function()
            .call(
                in(0, a), in(1, b), in(2, c), in(3, d), in(4, e), in(5, f), in(6, g), in(7, h),
                in(8, i), in(9, j)));
  }
}
