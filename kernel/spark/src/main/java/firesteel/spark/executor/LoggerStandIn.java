package firesteel.spark.executor;

import java.io.Serializable;
import java.util.logging.Logger;

/**
 * Replaces one of Java's own loggers when it is serialized for a task: each JVM has its own logger
 * of that name. The loggers of slf4j and log4j do this by themselves.
 *
 * @param name null for an anonymous one
 * @param ofSystem whether it is a {@code System.Logger}
 */
public record LoggerStandIn(String name, boolean ofSystem) implements Serializable {
  private Object readResolve() {
    if (ofSystem) {
      return System.getLogger(name);
    }
    return name == null ? Logger.getAnonymousLogger() : Logger.getLogger(name);
  }
}
