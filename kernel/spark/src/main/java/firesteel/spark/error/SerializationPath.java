package firesteel.spark.error;

import firesteel.api.error.ErrorSummary;
import firesteel.spark.closure.SerializableForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkException;

/**
 * Says which object could not be sent to the executors, and through which fields it was reached.
 */
final class SerializationPath {
  private static final Pattern FIELD =
      Pattern.compile("- field \\(class: (.*?), name: (.*?), type: (.*?)\\)");
  private static final Pattern CAPTURED = Pattern.compile("capturingClass=class ([^,]+),");

  /**
   * Matches the class that Spark makes of the comparator passed to a method such as {@code max}.
   */
  private static final Pattern COMPARATOR =
      Pattern.compile("ComparatorOrdering|java\\.util\\.Comparator");

  private static final Pattern OF_NO_USER =
      Pattern.compile("scala\\.|org\\.apache\\.spark\\.|java\\.");

  /**
   * Matches Spark's message about a task whose result, or whose rows of a shuffle, can't be
   * written.
   */
  private static final Pattern RESULT = Pattern.compile("had a not serializable result: (\\S+)");

  /**
   * Matches Spark's message about a task's data, such as the elements that a cell passed to
   * parallelize.
   */
  private static final Pattern TASK =
      Pattern.compile("Failed to serialize task [^\\n]*NotSerializableException: (\\S+)");

  private SerializationPath() {}

  /** Whether an error of Spark's reports an object that can't be serialized. */
  static boolean isToldBy(Throwable thrown) {
    String message = SparkErrors.message(thrown);
    return thrown instanceof SparkException
        && (RESULT.matcher(message).find() || TASK.matcher(message).find());
  }

  /**
   * Parses the message of Spark's {@code SerializationDebugger}: the class, then the path to it,
   * one line a step.
   *
   * @param inTask whether a task tried to write the object
   */
  static ErrorSummary summary(Throwable notSerializable, boolean inTask) {
    String message = SparkErrors.message(notSerializable);
    Matcher result = RESULT.matcher(message);
    if (result.find()) {
      return summary(notSerializable, result.group(1), "between tasks", List.of());
    }
    Matcher task = TASK.matcher(message);
    String type = task.find() ? task.group(1) : message.lines().findFirst().orElse("").strip();
    if (type.indexOf(' ') >= 0) {
      // A message of its own, without a class's name.
      return new ErrorSummary(notSerializable, message, "");
    }
    if (type.contains("$$Lambda")) {
      return summaryOfLambda(notSerializable, message);
    }
    String where = inTask ? "out of its task" : "to the executors";
    return summary(notSerializable, type, where, path(message));
  }

  /**
   * Explains a lambda that can't be serialized: its interface has to be Serializable, as those of
   * Spark's Java API are.
   */
  private static ErrorSummary summaryOfLambda(Throwable thrown, String message) {
    boolean compares = COMPARATOR.matcher(message).find();
    boolean ofScala =
        !compares
            && CAPTURED
                .matcher(message)
                .results()
                .anyMatch(captured -> captured.group(1).startsWith("org.apache.spark.rdd."));
    return new ErrorSummary(
        thrown,
        "a lambda can't be sent to the executors: the interface that it implements isn't Serializable",
        compares
            ? "let it be a Comparator that can travel: (Comparator<T> & java.io.Serializable)"
                + " (a, b) -> ..., with the type of the elements in the place of T;"
                + " Comparator.naturalOrder() and reverseOrder() travel as they are."
            : ofScala
                ? "Scala's RDD takes Scala's functions; write dataset.javaRDD() in the place of"
                    + " dataset.rdd(), and rdd.toJavaRDD() for an RDD."
                : "let it implement it too: (Function<A, B> & java.io.Serializable) x -> ..., or use"
                    + " an interface of org.apache.spark.api.java.function.");
  }

  private static List<String> path(String message) {
    List<String> path = new ArrayList<>();
    Matcher fields = FIELD.matcher(message);
    while (fields.find()) {
      if (!OF_NO_USER.matcher(fields.group(1)).lookingAt()) {
        path.add("field `" + fields.group(2) + "` of " + MessageText.className(fields.group(1)));
      }
    }
    Matcher captured = CAPTURED.matcher(message);
    if (captured.find() && !OF_NO_USER.matcher(captured.group(1)).lookingAt()) {
      path.add("a lambda in " + MessageText.className(captured.group(1)));
    }
    return path;
  }

  private static ErrorSummary summary(
      Throwable thrown, String className, String where, List<String> path) {
    return new ErrorSummary(
        thrown,
        "an object of class "
            + MessageText.className(className)
            + " can't be sent "
            + where
            + ": it isn't Serializable"
            + (path.isEmpty() ? "" : "\nreached through " + String.join(", in ", path)),
        advice(className, !path.isEmpty()));
  }

  /**
   * Returns what to write instead.
   *
   * @param reached whether a function or another object holds the object; it need not
   */
  private static String advice(String className, boolean reached) {
    String inside =
        "make the object inside the lambda (once a partition with mapPartitions or"
            + " foreachPartition)";
    Optional<String> form =
        SerializableForm.of(className, Thread.currentThread().getContextClassLoader());
    if (form.isEmpty()) {
      return (reached ? "mark the field transient, or " : "") + inside + ".";
    }
    return "declare it so: "
        + form.get()
        + " {...}"
        + (reached ? ". Or mark the field transient, or " + inside + "." : "");
  }
}
