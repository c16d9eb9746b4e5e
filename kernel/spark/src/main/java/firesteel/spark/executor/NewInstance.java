package firesteel.spark.executor;

import java.lang.reflect.InvocationTargetException;

/** Makes objects of classes that are known by name alone. */
final class NewInstance {
  private NewInstance() {}

  /** A new object, by the constructor without parameters. */
  static <T> T of(Class<T> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
