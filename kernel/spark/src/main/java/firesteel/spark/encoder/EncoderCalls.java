package firesteel.spark.encoder;

import java.beans.PropertyDescriptor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.catalyst.JavaTypeInference;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.ArrayEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.BinaryEncoder$;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.EncoderField;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.IterableEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.JavaBeanEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.MapEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.OptionEncoder;
import scala.collection.Iterator;

/**
 * Checks and replaces Spark's methods in the rewritten bytecode of cells, so that no class becomes
 * rows without columns; see {@link EncoderTransformer}. Not meant to be called by hand.
 */
public final class EncoderCalls {
  private EncoderCalls() {}

  /**
   * Replaces {@code Encoders.bean}.
   *
   * @throws EncoderRefusedException when a whole part of the class would be lost
   */
  public static <T> Encoder<T> bean(Class<T> type) {
    check(type, TypeDescriptions.call(type));
    return Encoders.bean(type);
  }

  /**
   * Called before {@code createDataFrame} of objects of a class.
   *
   * @throws EncoderRefusedException when a whole part of the class would be lost
   */
  public static void rows(Class<?> type) {
    check(type, "spark.createDataset(rows, " + TypeDescriptions.call(type) + ").toDF()");
  }

  /**
   * Called before {@code createDataset} of a list.
   *
   * @throws EncoderRefusedException when a row is null and can't be; Spark Connect's client would
   *     make a row of nulls of it
   */
  public static void rows(List<?> rows, Encoder<?> encoder) {
    if (rows != null && encoder instanceof AgnosticEncoder<?> known && known.isStruct()) {
      int i = 0;
      for (Object row : rows) {
        if (row == null) {
          throw new EncoderRefusedException(
              "row " + i + " of the list is null, and a row of a Dataset can't be",
              "leave it out: rows.stream().filter(Objects::nonNull).toList().");
        }
        i++;
      }
    }
  }

  /**
   * Replaces {@code Encoders.kryo}.
   *
   * @throws EncoderRefusedException when the class is a record, which Spark's Kryo can't read
   */
  public static <T> Encoder<T> kryo(Class<T> type) {
    if (type != null && type.isRecord()) {
      throw new EncoderRefusedException(
          TypeDescriptions.name(type) + " is a record, and the Kryo in Spark can't make records",
          "write "
              + TypeDescriptions.call(type)
              + ", which keeps its columns too; or, for bytes, Encoders.javaSerialization("
              + TypeDescriptions.name(type)
              + ".class).");
    }
    return Encoders.kryo(type);
  }

  /** Replaces {@code Encoders.javaSerialization}. */
  public static <T> Encoder<T> javaSerialization(Class<T> type) {
    Encoder<T> ofSpark = Encoders.javaSerialization(type);
    return ofSpark instanceof AgnosticEncoder<T> encoder
        ? new ClientEncoder<>(
            encoder, BinaryEncoder$.MODULE$, new SerializedCodec<>(type.getClassLoader()))
        : ofSpark;
  }

  private static void check(Class<?> type, String instead) {
    if (type == null) {
      return; // Spark reports it.
    }
    if (type.isRecord()) {
      throw new EncoderRefusedException(
          TypeDescriptions.name(type)
              + " is a record, which has no bean properties: nothing of it would be kept",
          "write " + instead + ".");
    }
    AgnosticEncoder<?> encoder;
    try {
      encoder = JavaTypeInference.encoderFor(type);
    } catch (RuntimeException e) {
      return; // Spark refuses it and says why.
    }
    check(encoder, type, instead, new HashSet<>());
  }

  private static void check(
      AgnosticEncoder<?> encoder, Class<?> whole, String instead, Set<Class<?>> seen) {
    if (encoder instanceof JavaBeanEncoder<?> bean) {
      checkBean(bean, whole, instead, seen);
    } else if (encoder instanceof IterableEncoder<?, ?> iterable) {
      check(iterable.element(), whole, instead, seen);
    } else if (encoder instanceof ArrayEncoder<?> array) {
      check(array.element(), whole, instead, seen);
    } else if (encoder instanceof OptionEncoder<?> option) {
      check(option.elementEncoder(), whole, instead, seen);
    } else if (encoder instanceof MapEncoder<?, ?, ?> map) {
      check(map.keyEncoder(), whole, instead, seen);
      check(map.valueEncoder(), whole, instead, seen);
    }
  }

  private static void checkBean(
      JavaBeanEncoder<?> encoder, Class<?> whole, String instead, Set<Class<?>> seen) {
    Class<?> type = encoder.clsTag().runtimeClass();
    if (!seen.add(type)) {
      return;
    }
    if (type.isRecord() && type != whole) {
      throw new EncoderRefusedException(
          TypeDescriptions.name(whole)
              + " holds the record "
              + TypeDescriptions.name(type)
              + ", which has no bean properties: nothing of it would be kept",
          "write " + instead + ".");
    }
    if (encoder.fields().isEmpty() && type != Object.class) {
      throw type == whole
          ? UnsupportedType.withoutProperties(type, TypeDescriptions.name(type))
          : UnsupportedType.withoutProperties(type, "a part of " + TypeDescriptions.name(whole));
    }
    PropertyDescriptor[] properties = JavaTypeInference.getJavaBeanReadableProperties(type);
    LostFields.warn(type, properties);
    Iterator<?> fields = encoder.fields().iterator();
    while (fields.hasNext()) {
      check(((EncoderField) fields.next()).enc(), whole, instead, seen);
    }
  }
}
