package firesteel.spark.error;

import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.SparkThrowable;

/** Suggests what to do about errors with a condition of Spark's. */
final class SparkErrorHints {
  static final String PATH_EXISTS =
      "write with .mode(\"overwrite\") to replace what is there, or .mode(\"append\") to add to it.";

  private SparkErrorHints() {}

  /**
   * Returns the suggestion for an error condition; an empty string when Spark's message says
   * enough.
   */
  static String of(SparkThrowable thrown, Path workingDirectory) {
    String condition = thrown.getCondition();
    if (condition == null) {
      return "";
    }
    String kind =
        condition.contains(".") ? condition.substring(0, condition.indexOf('.')) : condition;
    return switch (kind) {
      case "UNRESOLVED_COLUMN", "FIELD_NOT_FOUND" ->
          "printSchema() lists the columns; a name with dots, spaces or brackets goes in back-ticks.";
      case "PATH_NOT_FOUND" -> missingPath(workingDirectory);
      case "PATH_ALREADY_EXISTS" -> PATH_EXISTS;
      case "TABLE_OR_VIEW_NOT_FOUND" ->
          "spark.catalog().listTables() lists what there is;"
              + " dataset.createOrReplaceTempView(\"name\") makes a view of a Dataset.";
      case "UNRESOLVED_ROUTINE" ->
          "SHOW FUNCTIONS lists the functions; spark.udf().register adds one.";
      case "AMBIGUOUS_REFERENCE" ->
          "give the Datasets an alias(\"a\") and name the column col(\"a.name\"), or drop or rename one.";
      case "MISSING_AGGREGATION", "MISSING_GROUP_BY" ->
          "add the column to groupBy, or take one of its values with first(), max() or any_value().";
      case "CAST_INVALID_INPUT" -> tryCast(thrown);
      case "CAST_OVERFLOW", "ARITHMETIC_OVERFLOW" ->
          "use a wider type, or a try_ function (try_add, try_multiply, try_cast) that gives null.";
      case "UNSUPPORTED_TIME_TYPE" ->
          "read it as text: column.cast(\"string\") in Java, CAST(column AS STRING) in SQL; or"
              + " switch times of day on: spark.conf().set(\"spark.sql.timeType.enabled\", \"true\");";
      case "DIVIDE_BY_ZERO" -> "try_divide(a, b) gives null where b is 0.";
      case "UNSUPPORTED_CONNECT_FEATURE" ->
          "Spark Connect has no RDDs and no SparkContext: use Datasets, or connect to a master"
              + " (%spark connect local[*] or spark://host:7077).";
      case "CANNOT_MODIFY_CONFIG", "CANNOT_MODIFY_STATIC_CONFIG" ->
          "it is read when Spark starts: %spark connect local[*] --conf name=value starts it anew with"
              + " it (with your own master in the place of local[*]).";
      case "PARSE_SYNTAX_ERROR" ->
          thrown.getMessageParameters().getOrDefault("error", "").matches("'[${]'")
              ? "a Java value is a parameter: spark.sql(\"... :x ...\", Map.of(\"x\", x)), and a name"
                  + " IDENTIFIER(:x); in %%sql both are written with ${x}."
              : "look at the words just before the mark.";
      default -> "";
    };
  }

  /** Returns the hint for a failed cast, which Spark may have inserted itself. */
  private static String tryCast(SparkThrowable thrown) {
    String type =
        thrown
            .getMessageParameters()
            .getOrDefault("targetType", "INT")
            .replace("\"", "")
            .toLowerCase(Locale.ROOT);
    return "try_cast gives null for what can't be converted: column.try_cast(\""
        + type
        + "\") in Java, try_cast(column AS "
        + type
        + ") in SQL.";
  }

  static String missingPath(Path workingDirectory) {
    return "check the path: a relative one starts at " + workingDirectory + ".";
  }

  /** Returns the hint for memory that ran out in a task: its JVM is not this one. */
  static String outOfExecutorMemory(String message) {
    return message.contains("native thread")
        ? "give the executors fewer cores, or more processes to have (ulimit -u) where they run."
        : "it was an executor's memory: make smaller partitions (repartition), or give it more:"
            + " %spark connect ... --conf spark.executor.memory=4g (for local-cluster[2,1,1024] the"
            + " last number is the executor's MiB).";
  }

  static String outOfMemory(String message, long heapBytes) {
    if (message.contains("Metaspace") || message.contains("native thread")) {
      return "restart the kernel.";
    }
    return "this Java may use "
        + heapBytes / (1 << 20)
        + " MiB. Take fewer rows to the notebook (show, limit, write instead of collect), or give"
        + " it more with spark.driver.memory in spark-defaults.conf and restart the kernel.";
  }
}
