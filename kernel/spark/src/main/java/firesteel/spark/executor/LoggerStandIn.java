package firesteel.spark.executor;

import java.io.Serializable;
import java.util.logging.Logger;

/**
 * One of Java's own loggers on its way into a task: each JVM has its own of that name, as the
 * loggers of slf4j and log4j see to by themselves.
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
