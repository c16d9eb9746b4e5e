package firesteel.spark.encoder;

import firesteel.api.error.ErrorSummary;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;

/** Explains errors of encoders in terms of the classes that they encode. */
public final class EncoderErrors {
  private static final int DEEPEST = 50;

  private static final Pattern NULL =
      Pattern.compile(
          "\\[NOT_NULL_ASSERT_VIOLATION].*?- field \\(class: \"(\\w+)\", name: \"([^\"]+)\"\\)\\s*"
              + "- root class: \"(?:[\\w.$]*[.$])?(\\w+)\"",
          Pattern.DOTALL);

  /** Matches a field and the class that holds it, which is the next one outwards. */
  private static final Pattern UP_CAST =
      Pattern.compile(
          "CANNOT_UP_CAST_DATATYPE\\] Cannot up cast .*? from \"([^\"]+)\" to \"([^\"]+)\"\\."
              + ".*?- field \\(class: \"[^\"]+\", name: \"([^\"]+)\"\\)"
              + ".*?(?:- field \\(class: |- root class: )\"(?:[\\w.$]*[.$])?(\\w+)\"",
          Pattern.DOTALL);

  private static final Pattern NO_CONSTANT = Pattern.compile("No enum constant .*\\.(\\w+)");

  /** Matches two classes of one name, from two uploads. */
  private static final Pattern TWO_COPIES =
      Pattern.compile(
          "class ((?:[\\w.$]*[.$])?(\\w+)) cannot be cast to class \\1 \\(.*ChildFirstURLClassLoader");

  private static final String NOT_SCALA = "cannot be cast to class scala.collection.";

  private EncoderErrors() {}

  /** Explains an exception; empty when no encoder is involved. */
  public static Optional<ErrorSummary> summarize(Throwable thrown) {
    Throwable part = thrown;
    for (int i = 0; part != null && i < DEEPEST; i++) {
      if (part instanceof EncoderRefusedException refused) {
        return Optional.of(new ErrorSummary(part, refused.getMessage(), refused.advice()));
      }
      Matcher ofNull = NULL.matcher(part.getMessage() == null ? "" : part.getMessage());
      if (ofNull.find()) {
        return Optional.of(nullIn(part, ofNull.group(3), ofNull.group(2), ofNull.group(1)));
      }
      Matcher cast = UP_CAST.matcher(part.getMessage() == null ? "" : part.getMessage());
      if (cast.find()) {
        return Optional.of(otherType(part, cast));
      }
      Matcher copies = TWO_COPIES.matcher(part.getMessage() == null ? "" : part.getMessage());
      if (copies.find()) {
        return Optional.of(
            new ErrorSummary(
                part,
                "a UDF that an earlier cell registered knows an older copy of "
                    + copies.group(2)
                    + " than the Spark Connect server",
                "register the UDF in the cell that uses it, or use it as a Column:"
                    + " var f = udf(..., ...); and f.apply(col(...))."));
      }
      if (part.getCause() != null && part instanceof SparkThrowable spark && isWrapper(spark)) {
        Throwable cause = part.getCause();
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        return message.contains(NOT_SCALA)
            // Spark's own conversion of a UDF's result, which has a message of its own.
            ? Optional.empty()
            : Optional.of(
                noConstant(cause, message).orElseGet(() -> new ErrorSummary(cause, message, "")));
      }
      part = part.getCause();
    }
    return Optional.empty();
  }

  /**
   * Whether an exception only wraps, under the name of an expression, what an object's own code or
   * one of Firesteel's codecs threw.
   */
  private static boolean isWrapper(SparkThrowable thrown) {
    String condition = thrown.getCondition();
    return "EXPRESSION_ENCODING_FAILED".equals(condition)
        || "EXPRESSION_DECODING_FAILED".equals(condition);
  }

  /** Explains the exception of {@code Enum.valueOf}, which names the class as the JVM knows it. */
  private static Optional<ErrorSummary> noConstant(Throwable thrown, String message) {
    Matcher named = NO_CONSTANT.matcher(message);
    Optional<String> owner =
        Arrays.stream(thrown.getStackTrace())
            .filter(frame -> frame.getMethodName().equals("valueOf"))
            .map(StackTraceElement::getClassName)
            .filter(name -> !name.equals(Enum.class.getName()))
            .findFirst();
    if (!(thrown instanceof IllegalArgumentException) || !named.matches() || owner.isEmpty()) {
      return Optional.empty();
    }
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      Class<?> type = Class.forName(owner.get(), false, loader);
      String name = named.group(1);
      return type.isEnum()
          ? Optional.of(
              new ErrorSummary(
                  thrown,
                  "a column holds " + TypeDescriptions.noConstant(type, name),
                  TypeDescriptions.constantAllowed(type, name)))
          : Optional.empty();
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static ErrorSummary otherType(Throwable thrown, Matcher cast) {
    String held = cast.group(1).toLowerCase(Locale.ROOT);
    String wanted = cast.group(2).toLowerCase(Locale.ROOT);
    String field = cast.group(3);
    return new ErrorSummary(
        thrown,
        ColumnMismatch.otherType(field, cast.group(4), held, wanted),
        ColumnMismatch.otherTypeHint(field, held, wanted));
  }

  private static ErrorSummary nullIn(Throwable thrown, String owner, String field, String type) {
    return new ErrorSummary(
        thrown,
        TypeDescriptions.nullInPrimitive(owner, field, type),
        TypeDescriptions.nullAllowed(field, type));
  }
}
