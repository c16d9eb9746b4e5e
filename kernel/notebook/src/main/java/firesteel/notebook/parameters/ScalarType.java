package firesteel.notebook.parameters;

import firesteel.notebook.parameters.GivenValue.Text;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A type whose values are written as one word or text. */
final class ScalarType implements ParameterType {
  /** Reads a text; throws an exception of {@code java.lang} or {@code java.time} when unfit. */
  @FunctionalInterface
  private interface Reading {
    /**
     * Reads a text.
     *
     * @param type the type as the notebook writes it
     */
    Fitted read(String type, String text);
  }

  private record Kind(String wanted, boolean hasNull, Reading reading) {}

  private static final Map<String, Kind> KINDS = kinds();

  private final String written;
  private final Kind kind;

  private ScalarType(String written, Kind kind) {
    this.written = written;
    this.kind = kind;
  }

  /**
   * Returns the type with a name; empty for types that aren't read from text.
   *
   * @param name a primitive type, or the qualified name of a class
   * @param written the type as the notebook writes it
   */
  static Optional<ParameterType> of(String name, String written) {
    return Optional.ofNullable(KINDS.get(name)).map(kind -> new ScalarType(written, kind));
  }

  /** Returns whether there is a type with a name. */
  static boolean isKnown(String name) {
    return KINDS.containsKey(name);
  }

  @Override
  public Fitted fit(GivenValue value) throws UnfitValueException {
    if (!(value instanceof Text text)) {
      throw new UnfitValueException(wanted());
    }
    try {
      return kind.reading.read(written, text.text());
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new UnfitValueException(wanted());
    }
  }

  @Override
  public String wanted() {
    return kind.wanted;
  }

  @Override
  public boolean hasNull() {
    return kind.hasNull;
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new TreeMap<>();
    both(kinds, "byte", "Byte", range(Byte.MIN_VALUE, Byte.MAX_VALUE), ScalarType::ofByte);
    both(kinds, "short", "Short", range(Short.MIN_VALUE, Short.MAX_VALUE), ScalarType::ofShort);
    both(kinds, "int", "Integer", range(Integer.MIN_VALUE, Integer.MAX_VALUE), ScalarType::ofInt);
    both(kinds, "long", "Long", range(Long.MIN_VALUE, Long.MAX_VALUE), ScalarType::ofLong);
    both(kinds, "double", "Double", "a number", ScalarType::ofDouble);
    both(kinds, "float", "Float", "a number", ScalarType::ofFloat);
    both(kinds, "boolean", "Boolean", "true or false", ScalarType::ofBoolean);
    both(kinds, "char", "Character", "one character", ScalarType::ofChar);
    kinds.put(
        "java.lang.String",
        new Kind("text", true, (type, text) -> new Fitted(JavaLiterals.string(text), text)));
    constructed(kinds, "java.math.BigDecimal", "a number", BigDecimal::new);
    constructed(kinds, "java.math.BigInteger", "a whole number", BigInteger::new);
    constructed(kinds, "java.io.File", "a path", File::new);
    called(kinds, "java.nio.file.Path", "of", "a path", Path::of);
    called(kinds, "java.net.URI", "create", "an address", URI::create);
    called(kinds, "java.time.ZoneId", "of", "a time zone such as Europe/Vienna", ZoneId::of);
    parsed(kinds, "LocalDate", "a date such as 2024-12-31", LocalDate::parse);
    parsed(kinds, "LocalTime", "a time such as 18:30", LocalTime::parse);
    parsed(
        kinds, "LocalDateTime", "a date and time such as 2024-12-31T18:30", LocalDateTime::parse);
    parsed(kinds, "Instant", "a time such as 2024-12-31T18:30:00Z", Instant::parse);
    parsed(
        kinds, "OffsetDateTime", "a time such as 2024-12-31T18:30:00+01:00", OffsetDateTime::parse);
    parsed(
        kinds,
        "ZonedDateTime",
        "a time such as 2024-12-31T18:30:00+01:00[Europe/Vienna]",
        ZonedDateTime::parse);
    parsed(kinds, "YearMonth", "a month such as 2024-12", YearMonth::parse);
    parsed(kinds, "Year", "a year such as 2024", Year::parse);
    parsed(kinds, "Duration", "a duration such as PT1H30M", Duration::parse);
    parsed(kinds, "Period", "a period such as P1M", Period::parse);
    return Map.copyOf(kinds);
  }

  private static void both(
      Map<String, Kind> kinds, String primitive, String boxed, String wanted, Reading reading) {
    kinds.put(primitive, new Kind(wanted, false, reading));
    kinds.put("java.lang." + boxed, new Kind(wanted, true, reading));
  }

  private static void constructed(
      Map<String, Kind> kinds, String name, String wanted, Function<String, ?> check) {
    kinds.put(name, new Kind(wanted, true, expression("new %s(%s)", check)));
  }

  private static void called(
      Map<String, Kind> kinds,
      String name,
      String method,
      String wanted,
      Function<String, ?> check) {
    kinds.put(name, new Kind(wanted, true, expression("%s." + method + "(%s)", check)));
  }

  private static void parsed(
      Map<String, Kind> kinds, String name, String wanted, Function<String, ?> check) {
    called(kinds, "java.time." + name, "parse", wanted, check);
  }

  private static Reading expression(String form, Function<String, ?> check) {
    return (type, text) -> {
      Objects.requireNonNull(check.apply(text)); // made to see whether it can be
      return new Fitted(form.formatted(type, JavaLiterals.string(text)), text);
    };
  }

  private static String range(long from, long to) {
    return "a whole number from " + from + " to " + to;
  }

  private static Fitted ofByte(String type, String text) {
    byte value = Byte.parseByte(text);
    return new Fitted("(byte) " + value, value);
  }

  private static Fitted ofShort(String type, String text) {
    short value = Short.parseShort(text);
    return new Fitted("(short) " + value, value);
  }

  private static Fitted ofInt(String type, String text) {
    int value = Integer.parseInt(text);
    return new Fitted(Integer.toString(value), value);
  }

  private static Fitted ofLong(String type, String text) {
    long value = Long.parseLong(text);
    return new Fitted(value + "L", value);
  }

  private static Fitted ofDouble(String type, String text) {
    double value = Double.parseDouble(number(text));
    if (Double.isFinite(value)) {
      return new Fitted(Double.toString(value), value);
    }
    return new Fitted("Double." + notFinite(text, value), text);
  }

  private static Fitted ofFloat(String type, String text) {
    float value = Float.parseFloat(number(text));
    if (Float.isFinite(value)) {
      return new Fitted(value + "f", Double.valueOf(Float.toString(value)));
    }
    return new Fitted("Float." + notFinite(text, value), text);
  }

  /** Refuses what only Java reads as a number, such as {@code 1d}. */
  private static String number(String text) {
    if (!text.matches("[+-]?(?:\\d+[.]?\\d*|[.]\\d+)(?:[eE][+-]?\\d+)?|NaN|[+-]?Infinity")) {
      throw new NumberFormatException(text);
    }
    return text;
  }

  private static String notFinite(String text, double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (!text.endsWith("Infinity")) {
      throw new NumberFormatException(text); // The number is too large.
    }
    return value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
  }

  private static Fitted ofBoolean(String type, String text) {
    boolean value =
        switch (text.toLowerCase(Locale.ROOT)) {
          case "true" -> true;
          case "false" -> false;
          default -> throw new IllegalArgumentException(text);
        };
    return new Fitted(Boolean.toString(value), value);
  }

  private static Fitted ofChar(String type, String text) {
    if (text.length() != 1) {
      throw new IllegalArgumentException(text);
    }
    return new Fitted(JavaLiterals.character(text.charAt(0)), text);
  }
}
