package firesteel.spark.error;

import firesteel.api.error.ErrorSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;

/** Explains a value that can't be cast in a UDF: the UDF is written for another type of column. */
final class UdfCasts {
  private static final Pattern CAST =
      Pattern.compile("class (\\S+) cannot be cast to class (\\S+)( \\(.*)?", Pattern.DOTALL);

  /** Matches what {@link UdfFailure} writes. */
  private static final Pattern UDF =
      Pattern.compile("(the UDF(?: \\S+)?) \\((.*)\\) => (.*)", Pattern.DOTALL);

  private static final String PLACE_OF_ENCODERS = "ResolveEncodersInUDF";

  /** Maps types of columns to the class a UDF gets, and to the class to write. */
  private static final Map<String, List<String>> CLASSES =
      Map.ofEntries(
          Map.entry("bigint", List.of("java.lang.Long", "Long")),
          Map.entry("int", List.of("java.lang.Integer", "Integer")),
          Map.entry("smallint", List.of("java.lang.Short", "Short")),
          Map.entry("tinyint", List.of("java.lang.Byte", "Byte")),
          Map.entry("double", List.of("java.lang.Double", "Double")),
          Map.entry("float", List.of("java.lang.Float", "Float")),
          Map.entry("boolean", List.of("java.lang.Boolean", "Boolean")),
          Map.entry("string", List.of("java.lang.String", "String")),
          Map.entry("binary", List.of("[B", "byte[]")),
          Map.entry("decimal", List.of("java.math.BigDecimal", "BigDecimal")),
          Map.entry("date", List.of("java.sql.Date", "java.sql.Date or LocalDate")),
          Map.entry("timestamp", List.of("java.sql.Timestamp", "java.sql.Timestamp or Instant")),
          Map.entry("timestamp_ntz", List.of("java.time.LocalDateTime", "LocalDateTime")),
          Map.entry("array", List.of("scala.collection.", "List or scala.collection.Seq")),
          Map.entry("map", List.of("scala.collection.", "Map or scala.collection.Map")),
          Map.entry("struct", List.of("org.apache.spark.sql.", "Row or a record")));

  private UdfCasts() {}

  /**
   * Explains a failed cast in a UDF.
   *
   * @param udf the UDF as {@link UdfFailure} describes it
   */
  static Optional<ErrorSummary> inTask(Throwable root, String udf) {
    Matcher cast = CAST.matcher(SparkErrors.message(root));
    Matcher called = UDF.matcher(udf);
    if (!(root instanceof ClassCastException) || !cast.matches() || !called.find()) {
      return Optional.empty();
    }
    String from = cast.group(1);
    String wanted = simple(cast.group(2));
    String name = called.group(1);
    Optional<String> column =
        columns(called.group(2)).stream().filter(type -> isGivenFor(from, type)).findFirst();
    if (isInNotebook(root)) {
      boolean holds = called.group(2).matches("(?s).*\\b(array|map)<.*");
      return Optional.of(
          new ErrorSummary(
              root,
              "a value is " + given(from) + " and not " + wanted,
              holds
                  ? "what a List or Map holds is not told by a lambda: take an array, as in UDF1<"
                      + wanted
                      + "[], ...>, or name a method that takes the List: MyClass::method."
                  : ""));
    }
    if (column.isEmpty()) {
      return Optional.of(
          new ErrorSummary(root, "a value is " + given(from) + " and not " + wanted, ""));
    }
    String java = CLASSES.get(kind(column.get())).get(1);
    return Optional.of(
        new ErrorSummary(
            root,
            name
                + " is written for "
                + wanted
                + ", and gets a column of type "
                + column.get()
                + ", which is "
                + java
                + " in Java",
            "write "
                + java
                + " in the place of "
                + wanted
                + " in UDF"
                + Math.max(1, columns(called.group(2)).size())
                + "<...>, or convert the column before: col(...).cast(...)."));
  }

  /**
   * Explains the exception for a UDF that takes a struct and gets something else; empty for any
   * other.
   */
  static Optional<ErrorSummary> inPlan(Throwable root) {
    if (root instanceof AnalysisException analysis) {
      return inPlan(analysis);
    }
    Matcher cast = CAST.matcher(SparkErrors.message(root));
    return root instanceof ClassCastException && cast.matches() && isOfUdf(root)
        ? Optional.of(notStruct(root, type(cast.group(1))))
        : Optional.empty();
  }

  /** Explains Spark's error about columns that are not of the types in a UDF's signature. */
  static Optional<ErrorSummary> inPlan(AnalysisException root) {
    String condition = root.getCondition();
    if (condition == null || !isOfUdf(root)) {
      return Optional.empty();
    }
    Map<String, String> parameters = root.getMessageParameters();
    String there = parameters.get("proposal");
    if (condition.startsWith("UNRESOLVED_COLUMN") || condition.equals("FIELD_NOT_FOUND")) {
      return Optional.of(
          new ErrorSummary(
              root,
              "a UDF takes a record or a bean with "
                  + parameters.getOrDefault("objectName", parameters.get("fieldName"))
                  + ", and the struct that it gets has no such field"
                  + (there == null ? "" : "; it has " + there),
              "name the fields of the struct as the components of the record:"
                  + " struct(col(\"x\").as(\"name\")) in Java, named_struct('name', x) in SQL."));
    }
    if (condition.equals("INVALID_EXTRACT_BASE_FIELD_TYPE")) {
      return Optional.of(notStruct(root, parameters.get("other").replace("\"", "")));
    }
    return condition.equals("CANNOT_UP_CAST_DATATYPE")
        ? Optional.of(
            new ErrorSummary(
                root,
                "a UDF takes "
                    + parameters.get("targetType").replace("\"", "")
                    + ", and gets a column of type "
                    + parameters.get("sourceType").replace("\"", ""),
                "take the Java type of the column, or convert the column before:"
                    + " col(...).cast(...)."))
        : Optional.empty();
  }

  private static ErrorSummary notStruct(Throwable root, String type) {
    return new ErrorSummary(
        root,
        "a UDF that takes a record or a bean gets a column of type " + type,
        "give it a struct: struct(col(\"a\"), col(\"b\")) in Java, named_struct('a', a, 'b', b)"
            + " in SQL, with a field for each component.");
  }

  private static boolean isOfUdf(Throwable root) {
    return Arrays.stream(root.getStackTrace())
        .anyMatch(frame -> frame.getClassName().contains(PLACE_OF_ENCODERS));
  }

  private static boolean isInNotebook(Throwable root) {
    StackTraceElement[] frames = root.getStackTrace();
    // In a class that implements UDF1 the compiler adds a method that casts and calls the user's.
    return frames.length > 0
        && frames[0].getClassName().startsWith("REPL.")
        && !frames[0].getMethodName().equals("call");
  }

  private static boolean isGivenFor(String from, String column) {
    List<String> known = CLASSES.get(kind(column));
    return known != null
        && (known.get(0).endsWith(".") ? from.startsWith(known.get(0)) : from.equals(known.get(0)));
  }

  private static String kind(String column) {
    return column.replaceFirst("[<(].*", "");
  }

  /** Splits the types in {@code bigint, map<string,int>, decimal(3,1)}. */
  private static List<String> columns(String list) {
    List<String> columns = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      depth += c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        columns.add(list.substring(start, i).strip());
        start = i + 1;
      }
    }
    columns.add(list.substring(start).strip());
    return columns;
  }

  private static String given(String from) {
    if (from.startsWith("scala.collection.")) {
      return from.contains("Map") ? "a map of Scala" : "a sequence of Scala";
    }
    return from.startsWith("org.apache.spark.sql.") && from.contains("Row")
        ? "a Row"
        : simple(from);
  }

  /** Returns the SQL name of a type: {@code LongType$} is bigint. */
  private static String type(String dataType) {
    String name =
        simple(dataType).replace("$", "").replaceFirst("Type$", "").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "long" -> "bigint";
      case "integer" -> "int";
      default -> name;
    };
  }

  /** Returns a class name as it is written in a cell. */
  private static String simple(String className) {
    boolean isArray = className.startsWith("[L");
    String name = isArray ? className.substring(2).replace(";", "") : className;
    String own = MessageText.className(name).replaceFirst(".*\\.(?=[^.])", "");
    String last = own.endsWith("$") ? own : own.substring(own.lastIndexOf('$') + 1);
    return isArray ? last + "[]" : last;
  }
}
