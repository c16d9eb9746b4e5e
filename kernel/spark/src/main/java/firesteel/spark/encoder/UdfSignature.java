package firesteel.spark.encoder;

import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.reflect.TypeUtils;

/**
 * The types of a UDF's parameters and result, as far as they are known of a lambda, a method
 * reference or an object.
 *
 * @param parameters the types with their arguments; bare classes where these aren't known
 * @param result the class of the result
 */
record UdfSignature(List<Type> parameters, Class<?> result) {
  /**
   * Returns the types of a function; empty when they are unknown.
   *
   * @param declared the interface of Spark's that it implements
   */
  static Optional<UdfSignature> of(Object function, Class<?> declared) {
    return ofLambda(function).or(() -> ofClass(function.getClass(), declared));
  }

  /** Returns the class of a parameter. */
  Class<?> parameter(int place) {
    return TypeUtils.getRawType(parameters.get(place), null);
  }

  private static Optional<UdfSignature> ofLambda(Object function) {
    if (!(function instanceof Serializable) || !function.getClass().isHidden()) {
      return Optional.empty();
    }
    try {
      Method replace = function.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      if (!(replace.invoke(function) instanceof SerializedLambda lambda)) {
        return Optional.empty();
      }
      ClassLoader loader = function.getClass().getClassLoader();
      MethodType type =
          MethodType.fromMethodDescriptorString(lambda.getInstantiatedMethodType(), loader);
      return Optional.of(
          new UdfSignature(parameters(lambda, type.parameterList(), loader), type.returnType()));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty(); // Then Spark's own conversion applies.
    }
  }

  /**
   * Returns the parameters' types with their arguments when a method reference names a method. The
   * compiler leaves those of a lambda bare.
   */
  private static List<Type> parameters(
      SerializedLambda lambda, List<Class<?>> classes, ClassLoader loader)
      throws ClassNotFoundException {
    MethodType type =
        MethodType.fromMethodDescriptorString(lambda.getImplMethodSignature(), loader);
    Class<?> owner = Class.forName(lambda.getImplClass().replace('/', '.'), false, loader);
    List<Type> types = new ArrayList<>(classes);
    Arrays.stream(owner.getDeclaredMethods())
        .filter(method -> method.getName().equals(lambda.getImplMethodName()))
        .filter(method -> type.parameterList().equals(List.of(method.getParameterTypes())))
        .findFirst()
        .map(Method::getGenericParameterTypes)
        .ifPresent(found -> refine(types, found));
    return types;
  }

  /**
   * The captured variables of a lambda come first; the object of an unbound method is not among
   * them.
   */
  private static void refine(List<Type> types, Type[] found) {
    int more = found.length - types.size();
    for (int i = 0; i < types.size(); i++) {
      Type better = i + more >= 0 ? found[i + more] : Object.class;
      if (TypeUtils.getRawType(better, null) == types.get(i)
          && !TypeUtils.containsTypeVariables(better)) {
        types.set(i, GenericTypes.resolve(better, Map.of()));
      }
    }
  }

  private static Optional<UdfSignature> ofClass(Class<?> type, Class<?> declared) {
    Map<TypeVariable<?>, Type> known = TypeUtils.getTypeArguments(type, declared);
    if (known == null) {
      return Optional.empty();
    }
    List<Type> types =
        Arrays.stream(declared.getTypeParameters())
            .map(parameter -> GenericTypes.resolve(parameter, known))
            .map(found -> TypeUtils.containsTypeVariables(found) ? bare(found, type) : found)
            .toList();
    int last = types.size() - 1;
    return Optional.of(
        new UdfSignature(types.subList(0, last), TypeUtils.getRawType(types.get(last), type)));
  }

  private static Type bare(Type type, Class<?> in) {
    Class<?> raw = TypeUtils.getRawType(type, in);
    return raw == null ? Object.class : raw;
  }
}
