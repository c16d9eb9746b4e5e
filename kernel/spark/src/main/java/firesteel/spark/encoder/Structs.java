package firesteel.spark.encoder;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.reflect.TypeUtils;
import org.apache.spark.sql.catalyst.JavaTypeInference;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.EncoderField;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.JavaBeanEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.ProductEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.StructEncoder;
import org.apache.spark.sql.types.Metadata;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * Builds encoders of types with fields: a column for each component of a record or property of a
 * bean.
 */
final class Structs {
  private final EncoderBuilder types;

  /**
   * Creates the builder.
   *
   * @param types builds the encoders of the fields
   */
  Structs(EncoderBuilder types) {
    this.types = types;
  }

  /**
   * Returns a record's encoder; Spark's generated code calls the record's constructor, as it does
   * Scala's.
   */
  AgnosticEncoder<?> ofRecord(Class<?> record, Type type) {
    UnsupportedType.unlessVisible(record);
    Map<TypeVariable<?>, Type> known = known(type, record);
    List<EncoderField> columns = new ArrayList<>();
    List<StructCodec.Field> fields = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      String name = component.getName();
      Type resolved = GenericTypes.resolve(component.getGenericType(), known);
      AgnosticEncoder<?> encoder =
          types.encoder(resolved, "the component " + name + " of " + TypeDescriptions.name(record));
      columns.add(column(name, encoder, Optional.empty(), Optional.empty()));
      fields.add(new StructCodec.Field(name, component.getType(), component.getAccessor(), null));
    }
    Class<?>[] parameters =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    return struct(
        new ProductEncoder<>(EncoderBuilder.tag(record), seq(columns), Option.empty()),
        record,
        constructor(record, parameters),
        columns,
        fields);
  }

  /**
   * Returns a bean's encoder, like Spark's own, but with properties of any type that has an encoder
   * here.
   */
  AgnosticEncoder<?> ofBean(Class<?> bean, Type type, String where) {
    PropertyDescriptor[] properties = JavaTypeInference.getJavaBeanReadableProperties(bean);
    if (properties.length == 0) {
      throw UnsupportedType.withoutProperties(bean, where);
    }
    UnsupportedType.unlessVisible(bean);
    Constructor<?> constructor = constructor(bean);
    List<EncoderField> columns = new ArrayList<>();
    List<StructCodec.Field> fields = new ArrayList<>();
    for (PropertyDescriptor property : properties) {
      String name = property.getName();
      Method read = property.getReadMethod();
      Method write = property.getWriteMethod();
      Type resolved =
          GenericTypes.resolve(read.getGenericReturnType(), known(type, read.getDeclaringClass()));
      AgnosticEncoder<?> encoder =
          types.encoder(resolved, "the property " + name + " of " + TypeDescriptions.name(bean));
      columns.add(
          column(
              name,
              encoder,
              Optional.of(read.getName()),
              Optional.ofNullable(write).map(Method::getName)));
      fields.add(new StructCodec.Field(name, read.getReturnType(), read, write));
    }
    LostFields.warn(bean, properties);
    return struct(
        new JavaBeanEncoder<>(EncoderBuilder.tag(bean), seq(columns)),
        bean,
        constructor,
        columns,
        fields);
  }

  @SuppressWarnings("unchecked")
  private static AgnosticEncoder<?> struct(
      StructEncoder<Object> ofSpark,
      Class<?> type,
      Constructor<?> constructor,
      List<EncoderField> columns,
      List<StructCodec.Field> fields) {
    unlessOneName(type, columns);
    return new ClientStructEncoder<>(
        ofSpark,
        new StructCodec<>((Class<Object>) type, (Constructor<Object>) constructor, fields));
  }

  private static void unlessOneName(Class<?> type, List<EncoderField> columns) {
    Map<String, String> seen = new HashMap<>();
    for (EncoderField column : columns) {
      String other = seen.put(column.name().toLowerCase(Locale.ROOT), column.name());
      if (other != null) {
        throw UnsupportedType.sameName(type, other, column.name());
      }
    }
  }

  private static EncoderField column(
      String name, AgnosticEncoder<?> encoder, Optional<String> read, Optional<String> write) {
    return new EncoderField(
        name,
        encoder,
        encoder.nullable(),
        Metadata.empty(),
        OptionConverters.toScala(read),
        OptionConverters.toScala(write));
  }

  private static Map<TypeVariable<?>, Type> known(Type type, Class<?> of) {
    Map<TypeVariable<?>, Type> known = TypeUtils.getTypeArguments(type, of);
    return known == null ? Map.of() : known;
  }

  private static Constructor<?> constructor(Class<?> type, Class<?>... parameters) {
    try {
      return type.getDeclaredConstructor(parameters);
    } catch (NoSuchMethodException e) {
      throw UnsupportedType.withoutConstructor(type);
    }
  }

  private static <E> Seq<E> seq(List<E> list) {
    return CollectionConverters.asScala(list).toSeq();
  }
}
