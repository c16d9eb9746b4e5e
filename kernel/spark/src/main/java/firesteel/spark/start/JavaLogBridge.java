package firesteel.spark.start;

import firesteel.api.log.JavaLogHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;

/**
 * Installs Spark's bridge from Java's logging to slf4j, and keeps cells' loggers working beside it.
 */
public final class JavaLogBridge {
  private static final String SPARKS = "org.apache.spark.internal.Logging$";
  private static final String BRIDGE = "org.slf4j.bridge.SLF4JBridgeHandler";

  private JavaLogBridge() {}

  /**
   * Makes Spark install the bridge now, and then puts cells' loggers before it: behind the bridge,
   * the levels that the user has set for Java's loggers would have no effect.
   */
  public static void install() {
    try {
      Class.forName(SPARKS);
    } catch (ClassNotFoundException e) {
      return; // This version of Spark differs; the bridge alone is enough.
    }
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      if (handler.getClass().getName().equals(BRIDGE)) {
        root.removeHandler(handler);
        root.addHandler(new JavaLogHandler(handler));
      }
    }
  }
}
