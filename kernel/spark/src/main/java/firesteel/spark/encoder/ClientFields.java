package firesteel.spark.encoder;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.EncoderField;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.JavaBeanEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.StructEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.TransformingEncoder;
import scala.Function1;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/** Encodes the fields of a struct for Spark Connect's client as those of a bean. */
final class ClientFields {
  private ClientFields() {}

  /** Returns the encoder of {@link StructValues} with the columns of another encoder. */
  static AgnosticEncoder<StructValues> encoder(StructEncoder<?> ofSpark) {
    List<EncoderField> fields = new ArrayList<>();
    String owner = TypeDescriptions.name(ofSpark.clsTag().runtimeClass());
    for (EncoderField field : CollectionConverters.asJava(ofSpark.fields())) {
      fields.add(
          new EncoderField(
              field.name(),
              asObject(new ClientValues(field.name() + " of " + owner).of(field.enc())),
              field.nullable(),
              field.metadata(),
              Option.apply(StructValues.GETTER),
              Option.apply(StructValues.SETTER)));
    }
    Seq<EncoderField> columns = CollectionConverters.asScala(fields).toSeq();
    return new JavaBeanEncoder<>(
        EncoderBuilder.tag(StructValues.class), told(columns, ofSpark.clsTag().runtimeClass()));
  }

  /**
   * The client looks for a setter of the encoder's class, and this is the class of the only one.
   */
  private static AgnosticEncoder<Object> asObject(AgnosticEncoder<Object> encoder) {
    return new TransformingEncoder<>(
        EncoderBuilder.tag(Object.class), encoder, new AsItIs(), encoder.nullable());
  }

  /**
   * Returns fields that are named in errors when the client looks for their columns: its own errors
   * don't name them.
   */
  @SuppressWarnings("unchecked")
  private static Seq<EncoderField> told(Seq<EncoderField> fields, Class<?> owner) {
    return (Seq<EncoderField>)
        Proxy.newProxyInstance(
            ClientFields.class.getClassLoader(),
            new Class<?>[] {Seq.class},
            (proxy, method, arguments) -> {
              boolean maps = method.getName().equals("map") && arguments.length == 1;
              try {
                Object made =
                    maps
                        ? fields.map(
                            new Told((Function1<EncoderField, Object>) arguments[0], owner))
                        : method.invoke(fields, arguments);
                return method.getName().equals("filter")
                    ? told((Seq<EncoderField>) made, owner)
                    : made;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static final class Told extends AbstractFunction1<EncoderField, Object> {
    private final Function1<EncoderField, Object> function;
    private final Class<?> owner;

    Told(Function1<EncoderField, Object> function, Class<?> owner) {
      this.function = function;
      this.owner = owner;
    }

    @Override
    public Object apply(EncoderField field) {
      try {
        return function.apply(field);
      } catch (EncoderRefusedException e) {
        throw e; // The error of a nested field.
      } catch (Exception e) { // Scala's code also throws checked exceptions, undeclared.
        throw ColumnMismatch.of(e, field, owner);
      }
    }
  }

  private static final class AsItIs extends ClientValues.Own<Object, Object> {
    private static final long serialVersionUID = 1L;

    @Override
    public Object encode(Object value) {
      return value;
    }

    @Override
    public Object decode(Object value) {
      return value;
    }
  }
}
