package firesteel.spark.start;

import firesteel.spark.master.Target;
import firesteel.spark.settings.SparkStartException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.internal.SQLConf$;

/**
 * Finds wrong settings without starting Spark: values that can't be parsed, and memory sizes that
 * Spark refuses.
 */
final class SettingsCheck {
  private static final String EXECUTOR_MEMORY = "spark.executor.memory";

  /** The memory that Spark reserves for itself, and half as much again. */
  private static final int MIN_MEGABYTES = 450;

  /** Matches Spark's message about a value that it can't parse. */
  private static final Pattern KIND = Pattern.compile("should be an?(?:/an)? '([^']+)' value");

  /** Matches masters that no plug-in provides; their missing parts are reported elsewhere. */
  private static final Pattern OWN_MASTER = Pattern.compile("(local|spark:|k8s:|sc:).*");

  private static final String RESERVED = "spark.testing.reservedMemory";
  private static final int DEFAULT_MEGABYTES = 1024;

  private SettingsCheck() {}

  /**
   * Checks the settings.
   *
   * @param given the settings that the user gives now
   * @param all those and all others
   * @throws SparkStartException when Spark would not start with them, with the reason
   */
  static void check(Target target, Map<String, String> given, Map<String, String> all) {
    if (target.kind() == Target.Kind.OTHER && OWN_MASTER.matcher(target.url()).matches()) {
      checkMaster(target.url());
    }
    given.forEach((name, value) -> checkReadable(name, value));
    if (target.kind() == Target.Kind.CONNECT || all.containsKey(RESERVED)) {
      return;
    }
    checkMemory(target, all.get(EXECUTOR_MEMORY));
  }

  private static void checkMaster(String master) {
    try {
      Target.parse(master);
    } catch (IllegalArgumentException e) {
      throw new SparkStartException(e.getMessage(), e);
    }
  }

  private static void checkReadable(String name, String value) {
    // Spark registers its settings when the class that holds them is loaded.
    Objects.requireNonNull(SQLConf$.MODULE$);
    ConfigEntry<?> known = ConfigEntry.findEntry(name);
    if (known == null) {
      return;
    }
    try {
      new SparkConf(false).set(name, value).get(known);
    } catch (IllegalArgumentException e) {
      throw new SparkStartException(
          "the setting " + name + "=" + value + " is not valid: " + reason(e), e);
    }
  }

  private static String reason(IllegalArgumentException thrown) {
    String text = String.valueOf(thrown.getMessage()).strip();
    Matcher kind = KIND.matcher(text);
    if (!kind.find()) {
      return text.lines().findFirst().orElse("").replaceFirst("^\\[[A-Z_.]+] ", "");
    }
    return kind.group(1).startsWith("bytes")
        ? "it is an amount of memory, such as 512m or 2g"
        : "it is of type " + kind.group(1);
  }

  private static void checkMemory(Target target, String memory) {
    long wanted = DEFAULT_MEGABYTES;
    if (memory != null) {
      try {
        wanted = JavaUtils.byteStringAsMb(memory);
      } catch (NumberFormatException e) {
        throw new SparkStartException(
            EXECUTOR_MEMORY + "=" + memory + " is not an amount of memory; 512m and 2g are", e);
      }
      if (wanted < MIN_MEGABYTES) {
        throw new SparkStartException(
            EXECUTOR_MEMORY
                + "="
                + memory
                + " is too little: Spark wants at least "
                + MIN_MEGABYTES
                + "m",
            null);
      }
    }
    int there = target.workerMegabytes();
    if (there >= 0 && there < wanted) {
      throw new SparkStartException(
          "workers of "
              + there
              + " MB have no room for executors of "
              + wanted
              + " MB: write "
              + target.url().replaceFirst("\\d+]$", wanted + "]")
              + (there < MIN_MEGABYTES ? "" : ", or --conf " + EXECUTOR_MEMORY + "=" + there + "m"),
          null);
    }
  }
}
