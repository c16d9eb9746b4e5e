package firesteel.spark.encoder;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.lang3.reflect.TypeUtils;

/** Replaces type variables by types. */
final class GenericTypes {
  private GenericTypes() {}

  /** Returns a type with known variables replaced; wildcards are replaced by their bound. */
  static Type resolve(Type type, Map<TypeVariable<?>, Type> known) {
    if (type instanceof TypeVariable<?>) {
      Type found = known.get(type);
      return found == null || found.equals(type) ? type : resolve(found, known);
    }
    if (type instanceof WildcardType wildcard) {
      return resolve(wildcard.getUpperBounds()[0], known);
    }
    if (type instanceof GenericArrayType array) {
      Type component = resolve(array.getGenericComponentType(), known);
      return component instanceof Class<?> raw
          ? raw.arrayType()
          : TypeUtils.genericArrayType(component);
    }
    if (type instanceof ParameterizedType generic) {
      return TypeUtils.parameterizeWithOwner(
          generic.getOwnerType(),
          (Class<?>) generic.getRawType(),
          Arrays.stream(generic.getActualTypeArguments())
              .map(argument -> resolve(argument, known))
              .toArray(Type[]::new));
    }
    return type;
  }
}
