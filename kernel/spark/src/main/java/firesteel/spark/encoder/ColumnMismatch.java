package firesteel.spark.encoder;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.EncoderField;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.TransformingEncoder;

/** Explains a column that is missing, or has a type that a field of a class can't take. */
final class ColumnMismatch {
  private static final Pattern OTHER_TYPE =
      Pattern.compile("Reading '[^']+' values from a class [\\w.$]*?(\\w+)Vector instance");

  private static final Pattern OTHER_KIND =
      Pattern.compile(
          "Vector\\(class [\\w.$]*?(\\w+)Vector\\) combination|Unsupported arrow type (\\w+)");

  /** Spark's names of the column types that the client names after vectors. */
  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("Bit", "boolean"),
          Map.entry("TinyInt", "tinyint"),
          Map.entry("SmallInt", "smallint"),
          Map.entry("Int", "int"),
          Map.entry("BigInt", "bigint"),
          Map.entry("Float4", "float"),
          Map.entry("Float8", "double"),
          Map.entry("VarChar", "string"),
          Map.entry("LargeVarChar", "string"),
          Map.entry("VarBinary", "binary"),
          Map.entry("LargeVarBinary", "binary"),
          Map.entry("DateDay", "date"),
          Map.entry("TimeStampMicroTZ", "timestamp"),
          Map.entry("TimeStampMicro", "timestamp_ntz"),
          Map.entry("Duration", "interval day to second"),
          Map.entry("IntervalYear", "interval year to month"),
          Map.entry("List", "array"));

  private static final Map<String, String> JAVA =
      Map.ofEntries(
          Map.entry("tinyint", "byte"),
          Map.entry("smallint", "short"),
          Map.entry("bigint", "long"),
          Map.entry("string", "String"),
          Map.entry("date", "LocalDate"),
          Map.entry("timestamp", "Instant"),
          Map.entry("timestamp_ntz", "LocalDateTime"),
          Map.entry("binary", "byte[]"),
          Map.entry("interval day to second", "Duration"),
          Map.entry("interval year to month", "Period"));

  private ColumnMismatch() {}

  /**
   * Explains what Spark Connect's client threw for a field.
   *
   * @param owner the class of the field
   */
  static RuntimeException of(Exception thrown, EncoderField field, Class<?> owner) {
    String message = String.valueOf(thrown.getMessage());
    String name = field.name();
    if (thrown instanceof SparkThrowable spark && "COLUMN_NOT_FOUND".equals(spark.getCondition())) {
      return new EncoderRefusedException(
          "there is no column " + name + ", for " + name + " of " + TypeDescriptions.name(owner),
          "add or rename it, such as withColumnRenamed(\"...\", \"" + name + "\").");
    }
    Matcher type = OTHER_TYPE.matcher(message);
    Matcher kind = OTHER_KIND.matcher(message);
    if (type.find() || kind.find()) {
      String vector =
          type.reset().find()
              ? type.group(1)
              : Objects.requireNonNullElse(kind.group(1), kind.group(2));
      AgnosticEncoder<?> encoder = field.enc();
      String wanted =
          (encoder instanceof TransformingEncoder<?, ?> outer ? outer.transformed() : encoder)
              .dataType()
              .catalogString();
      String held = COLUMNS.getOrDefault(vector, vector.toLowerCase(Locale.ROOT));
      return new EncoderRefusedException(
          otherType(name, TypeDescriptions.name(owner), held, wanted),
          otherTypeHint(name, held, wanted));
    }
    throw ColumnMismatch.<RuntimeException>unchecked(thrown);
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X unchecked(Throwable thrown) throws X {
    throw (X) thrown;
  }

  /** Says what is wrong when a column's values may not fit. */
  static String otherType(String field, String owner, String held, String wanted) {
    return "the column "
        + field
        + " holds values of type "
        + held
        + ", and "
        + field
        + " of "
        + owner
        + " takes "
        + wanted;
  }

  /** Says what to write when a column's values may not fit. */
  static String otherTypeHint(String field, String held, String wanted) {
    if (held.matches("(array|struct|map)\\b.*")) {
      return "declare "
          + field
          + " as a List, Map or record that has the column's parts, or select one of these as "
          + field
          + ".";
    }
    String java = held.startsWith("decimal") ? "BigDecimal" : JAVA.getOrDefault(held, held);
    return "declare "
        + field
        + " so that it holds "
        + java
        + ", or cast what becomes "
        + field
        + ", such as col(\""
        + field
        + "\").cast(\""
        + wanted
        + "\").";
  }
}
