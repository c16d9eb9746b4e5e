package firesteel.spark.error;

import firesteel.engine.error.ErrorSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which object could not travel to the executors, and through which fields it was reached. */
final class SerializationPath {
  private static final Pattern FIELD =
      Pattern.compile("- field \\(class: (.*?), name: (.*?), type: (.*?)\\)");
  private static final Pattern CAPTURED = Pattern.compile("capturingClass=class ([^,]+),");

  private static final Pattern OF_NO_USER =
      Pattern.compile("scala\\.|org\\.apache\\.spark\\.|java\\.lang\\.invoke\\.");

  /** What Spark says of a task whose result, or whose rows of a shuffle, can't be written. */
  private static final Pattern RESULT =
      Pattern.compile(
          "had a not serializable result: (\\S+)\\s+Serialization stack:(.*?)(?=\\n\\S|\\z)",
          Pattern.DOTALL);

  private SerializationPath() {}

  /** Whether an error is that of a task with a result that can't be sent. */
  static boolean isOfResult(Throwable thrown) {
    return RESULT.matcher(SparkErrors.message(thrown)).find();
  }

  /**
   * Reads the message of Spark's {@code SerializationDebugger}: the class, then the way to it, one
   * line a step.
   */
  static ErrorSummary summary(Throwable notSerializable) {
    String message = SparkErrors.message(notSerializable);
    Matcher result = RESULT.matcher(message);
    if (result.find()) {
      return summaryOfResult(notSerializable, MessageText.className(result.group(1)));
    }
    String type = MessageText.className(message.lines().findFirst().orElse("").strip());
    List<String> path = new ArrayList<>();
    Matcher fields = FIELD.matcher(message);
    while (fields.find()) {
      if (!OF_NO_USER.matcher(fields.group(1)).lookingAt()) {
        path.add("field `" + fields.group(2) + "` of " + MessageText.className(fields.group(1)));
      }
    }
    Matcher captured = CAPTURED.matcher(message);
    if (captured.find()) {
      path.add("a lambda in " + MessageText.className(captured.group(1)));
    }
    StringBuilder text = new StringBuilder();
    text.append("an object of class ").append(type);
    text.append(" can't be sent to the executors: it isn't Serializable");
    if (!path.isEmpty()) {
      text.append("\nreached through ").append(String.join(", in ", path));
    }
    return new ErrorSummary(
        notSerializable,
        text.toString(),
        "let "
            + type
            + " implement java.io.Serializable, mark the field transient, or make the object inside"
            + " the lambda (once a partition with mapPartitions or foreachPartition).");
  }

  /** Keys and values of an RDD travel to the driver, and between executors in a shuffle. */
  private static ErrorSummary summaryOfResult(Throwable thrown, String type) {
    String simple = type.replaceAll(".*[.$]", "");
    return new ErrorSummary(
        thrown,
        "an object of class " + type + " can't be sent between tasks: it isn't Serializable",
        "declare it so: record "
            + simple
            + "(...) implements java.io.Serializable {...}, or class "
            + simple
            + " implements java.io.Serializable.");
  }
}
