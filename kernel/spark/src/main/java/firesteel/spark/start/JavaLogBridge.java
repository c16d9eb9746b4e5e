package firesteel.spark.start;

import firesteel.api.log.JavaLogHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;

/** Java's own logging beside Spark, which turns all of it over to slf4j when it first logs. */
public final class JavaLogBridge {
  private static final String SPARKS = "org.apache.spark.internal.Logging$";
  private static final String BRIDGE = "org.slf4j.bridge.SLF4JBridgeHandler";

  private JavaLogBridge() {}

  /**
   * Has Spark do that now, and then puts cells' loggers before it: behind the bridge, the levels
   * that the user has set for Java's loggers would not count.
   */
  public static void install() {
    try {
      Class.forName(SPARKS);
    } catch (ClassNotFoundException e) {
      return; // Another Spark, which does something else; the bridge alone will do.
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
