package firesteel.spark.closure;

import firesteel.spark.executor.LoggerStandIn;
import firesteel.spark.executor.StreamStandIn;
import java.io.Serializable;
import java.util.logging.Logger;

/**
 * Replaces objects that each JVM has by a name, its loggers and streams, by that name when they are
 * serialized.
 */
final class JvmLocalObjects {
  private JvmLocalObjects() {}

  /** Returns what is written in place of an object; usually the object itself. */
  static Object of(Object object) {
    if (object == System.out || object == System.err) {
      return new StreamStandIn(object == System.err);
    }
    if (object instanceof Serializable) {
      return object;
    }
    if (object != null && object.getClass() == Logger.class) {
      return new LoggerStandIn(((Logger) object).getName(), false);
    }
    // Excludes loggers of user classes, which getLogger would not return.
    return object instanceof System.Logger logger && isOfJava(object.getClass())
        ? new LoggerStandIn(logger.getName(), true)
        : object;
  }

  private static boolean isOfJava(Class<?> type) {
    String module = type.getModule().getName();
    return module != null && module.startsWith("java.");
  }
}
