package firesteel.spark.closure;

import firesteel.spark.executor.LoggerStandIn;
import firesteel.spark.executor.StreamStandIn;
import java.io.Serializable;
import java.util.logging.Logger;

/** What each JVM has of its own by a name: its loggers and its streams. The name travels. */
final class JvmLocalObjects {
  private JvmLocalObjects() {}

  /** What is written in an object's place: most often itself. */
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
    // Not those of the user's own making, which getLogger would not give.
    return object instanceof System.Logger logger && isOfJava(object.getClass())
        ? new LoggerStandIn(logger.getName(), true)
        : object;
  }

  private static boolean isOfJava(Class<?> type) {
    String module = type.getModule().getName();
    return module != null && module.startsWith("java.");
  }
}
