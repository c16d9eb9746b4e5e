package firesteel.spark.master;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.SparkContext;

/** Explains why an executor ended from its log. */
final class ExecutorLog {
  private static final Pattern TELLING =
      Pattern.compile(
          "(Caused by: |Error: |Exception in thread .*?)?[\\w.$]*(Exception|Error)\\b.*");

  private ExecutorLog() {}

  /** Returns the address at which the executors of a context call the driver. */
  static String driver(SparkContext context) {
    return context.conf().get("spark.driver.host") + ":" + context.conf().get("spark.driver.port");
  }

  /**
   * Returns the reason and what to do when the log shows a known problem.
   *
   * @param driver host and port at which executors call the driver
   */
  static Optional<String> explain(String log, String driver) {
    if (log.contains("UnsupportedClassVersionError")) {
      return Optional.of(
          "The cluster's Java is too old for this Spark: " + line(log).orElse("") + ".");
    }
    if (log.contains("Unrecognized option") || log.contains("Could not create the Java Virtual")) {
      return Optional.of(
          "The executors' Java doesn't know the options that it is given: is it older than 17, or"
              + " do spark.executor.extraJavaOptions not fit it?");
    }
    if (log.contains("SaslException") || log.contains("AuthEngine")) {
      return Optional.of("The executors could not authenticate at the driver.");
    }
    if (log.contains("InvalidClassException")
        || log.contains("NoSuchMethodError")
        || log.contains("NoClassDefFoundError")
        || log.contains("NoSuchFieldError")) {
      return Optional.of(
          "The executors run another version of Spark than this kernel, which has "
              + org.apache.spark.package$.MODULE$.SPARK_VERSION()
              + " ("
              + line(log).orElse("")
              + "). Set SPARK_HOME to the cluster's Spark, or use `./firesteel spark use VERSION`.");
    }
    if (log.contains("Failed to connect to")
        || log.contains("UnknownHostException")
        || log.contains("ConnectTimeoutException")
        || log.contains("Cannot receive any reply from")
        || log.contains("Connection timed out")) {
      return Optional.of(
          "The executors can't call back to the driver, which told them to use "
              + driver
              + ".\nSet --conf spark.driver.host=ADDRESS to an address of this machine that the"
              + " workers reach, spark.driver.bindAddress=0.0.0.0 when this machine doesn't have"
              + " that address itself (a container, a NAT), and spark.driver.port and"
              + " spark.blockManager.port to ports that a firewall lets through.");
    }
    return Optional.empty();
  }

  /** Returns the most informative line of a log: the last cause, without its frames. */
  static Optional<String> line(String log) {
    return log.lines()
        .map(String::strip)
        .filter(line -> TELLING.matcher(line).matches())
        .reduce((first, second) -> second)
        .map(line -> line.replaceFirst("^Caused by: ", ""));
  }
}
