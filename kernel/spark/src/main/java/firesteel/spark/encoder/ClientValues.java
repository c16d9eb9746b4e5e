package firesteel.spark.encoder;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.ArrayEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.IterableEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.JavaDecimalEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.JavaEnumEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.MapEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.OptionEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.StringEncoder$;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.TransformingEncoder;
import org.apache.spark.sql.catalyst.encoders.Codec;
import org.apache.spark.sql.types.DecimalType;
import scala.runtime.AbstractFunction0;

/**
 * Encodes the values of a field for Spark Connect's client as Spark itself does, where the client
 * differs, and with errors that name the field.
 */
final class ClientValues {
  private final String field;

  /**
   * Creates the encoders of a field.
   *
   * @param field its name and class, such as {@code price of Item}
   */
  ClientValues(String field) {
    this.field = field;
  }

  /** Returns an encoder for the client with the columns of another one. */
  @SuppressWarnings("unchecked")
  AgnosticEncoder<Object> of(AgnosticEncoder<?> encoder) {
    AgnosticEncoder<?> made = encoder;
    if (encoder instanceof JavaDecimalEncoder decimal) {
      made =
          new TransformingEncoder<BigDecimal, BigDecimal>(
              decimal.clsTag(), decimal, new Rounding(decimal.dt()), true);
    } else if (encoder instanceof JavaEnumEncoder<?> constants) {
      made =
          new TransformingEncoder<Object, String>(
              EncoderBuilder.tag(constants.clsTag().runtimeClass()),
              StringEncoder$.MODULE$,
              new Constants(constants.clsTag().runtimeClass()),
              true);
    } else if (encoder instanceof ArrayEncoder<?> array) {
      made = new ArrayEncoder<>(of(array.element()), array.containsNull());
    } else if (encoder instanceof IterableEncoder<?, ?> list) {
      made =
          new IterableEncoder<Object, Object>(
              EncoderBuilder.tag(list.clsTag().runtimeClass()),
              of(list.element()),
              list.containsNull(),
              list.lenientSerialization());
    } else if (encoder instanceof MapEncoder<?, ?, ?> map) {
      made =
          new MapEncoder<Object, Object, Object>(
              EncoderBuilder.tag(map.clsTag().runtimeClass()),
              of(map.keyEncoder()),
              of(map.valueEncoder()),
              map.valueContainsNull());
    } else if (encoder instanceof OptionEncoder<?> option) {
      made = new OptionEncoder<>(of(option.elementEncoder()));
    } else if (encoder instanceof TransformingEncoder<?, ?> outer
        && !(encoder instanceof ClientEncoder)) {
      TransformingEncoder<Object, Object> known = (TransformingEncoder<Object, Object>) outer;
      made =
          new TransformingEncoder<>(
              known.clsTag(), of(known.transformed()), known.codecProvider(), known.nullable());
    }
    return (AgnosticEncoder<Object>) made;
  }

  /** A codec that is its own provider and stays in this process. */
  abstract static class Own<I, O> extends AbstractFunction0<Codec<? super I, O>>
      implements Codec<I, O>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public final Codec<? super I, O> apply() {
      return this;
    }
  }

  /** Rounds to the column's digits as Spark does; the client refuses to. */
  private final class Rounding extends Own<BigDecimal, BigDecimal> {
    private static final long serialVersionUID = 1L;

    private final transient DecimalType type;

    Rounding(DecimalType type) {
      this.type = type;
    }

    @Override
    public BigDecimal encode(BigDecimal value) {
      if (value == null) {
        return null;
      }
      BigDecimal rounded = value.setScale(type.scale(), RoundingMode.HALF_UP);
      if (rounded.precision() > type.precision()) {
        throw new EncoderRefusedException(
            field
                + " is "
                + value.toPlainString()
                + ", and its column "
                + type.catalogString()
                + " holds "
                + (type.precision() - type.scale())
                + " digits before the point",
            "keep it as a String, or in a larger unit.");
      }
      return rounded;
    }

    @Override
    public BigDecimal decode(BigDecimal value) {
      return value;
    }
  }

  private final class Constants extends Own<Object, String> {
    private static final long serialVersionUID = 1L;

    private final transient Class<?> type;

    Constants(Class<?> type) {
      this.type = type;
    }

    @Override
    public String encode(Object value) {
      return value == null ? null : ((Enum<?>) value).name();
    }

    @Override
    public Object decode(String name) {
      if (name == null) {
        return null;
      }
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(name)) {
          return constant;
        }
      }
      throw new EncoderRefusedException(
          "the column for " + field + " holds " + TypeDescriptions.noConstant(type, name),
          TypeDescriptions.constantAllowed(type, name));
    }
  }
}
