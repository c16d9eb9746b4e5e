package firesteel.spark.error;

import firesteel.api.error.ErrorSummary;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains the error when a Row's value is read as another type than it has. */
final class CellOfOtherType {
  private static final Pattern CAST =
      Pattern.compile(
          "class (?:[\\w.$]+\\.)?(\\S+) cannot be cast to class (?:[\\w.$]+\\.)?(\\S+)");
  private static final Pattern OF_VALUES =
      Pattern.compile(
          "class java\\.lang\\.(Integer|Long|Double|Float|Short|Byte|String|Boolean) cannot be cast"
              + " to class java\\.lang\\.(Integer|Long|Double|Float|Short|Byte|String|Boolean)\\b");
  private static final Pattern ROW =
      Pattern.compile("org\\.apache\\.spark\\.sql\\.(Row|catalyst\\.expressions\\.\\w*Row\\w*)");

  /** The frames between the cast and the row's method. */
  private static final Pattern BETWEEN = Pattern.compile("scala\\.runtime\\..*|" + ROW.pattern());

  private CellOfOtherType() {}

  static Optional<ErrorSummary> describe(Throwable thrown) {
    Matcher cast = CAST.matcher(SparkErrors.message(thrown));
    Optional<String> method =
        Arrays.stream(thrown.getStackTrace())
            .takeWhile(frame -> BETWEEN.matcher(frame.getClassName()).matches())
            .filter(frame -> ROW.matcher(frame.getClassName()).matches())
            .map(StackTraceElement::getMethodName)
            .filter(name -> name.startsWith("get") && !name.matches("get|getAs|getAnyValAs"))
            .reduce((inner, outer) -> outer);
    if (!cast.find() || method.isEmpty()) {
      return Optional.empty();
    }
    String type = cast.group(1);
    String getter =
        type.contains("ArraySeq")
            ? "getList"
            : type.contains("Map") ? "getJavaMap" : CellHints.getterOf(type);
    return Optional.of(
        new ErrorSummary(
            thrown,
            method.get() + " can't read the cell: its type is " + type + ", not " + cast.group(2),
            "write "
                + getter
                + " in the place of "
                + method.get()
                + "; printSchema() tells the types of the columns."));
  }

  /**
   * Explains a whole Dataset used where one value was expected, as in {@code int n = %sql SELECT
   * 5}.
   */
  static Optional<ErrorSummary> ofDataset(Throwable thrown) {
    Matcher cast = CAST.matcher(SparkErrors.message(thrown));
    if (!cast.find() || !cast.group(1).equals("Dataset")) {
      return Optional.empty();
    }
    String type = cast.group(2);
    return Optional.of(
        new ErrorSummary(
            thrown,
            "a Dataset is not of the type " + type,
            "declare it as Dataset<Row> rows = ...; its first cell is rows.first()."
                + CellHints.getterOf(type)
                + "(0)."));
  }

  /**
   * Explains a number or a text assigned to another type, as in {@code int n = row.getAs("id")}.
   */
  static Optional<ErrorSummary> ofSimpleValue(Throwable thrown) {
    Matcher values = OF_VALUES.matcher(SparkErrors.message(thrown));
    if (!values.find()) {
      return Optional.empty();
    }
    String type = values.group(1);
    return Optional.of(
        new ErrorSummary(
            thrown,
            "the value is of the type " + type + ", not " + values.group(2),
            "take it as "
                + type
                + " where it is read or declared; of a column, printSchema() tells"
                + " the type (bigint is Long, int Integer, double Double)."));
  }
}
