package firesteel.spark.executor;

import java.lang.reflect.InvocationTargetException;

/** Creates objects of classes that are known by name only. */
final class NewInstance {
  private NewInstance() {}

  /** Creates an object with the constructor without parameters. */
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
