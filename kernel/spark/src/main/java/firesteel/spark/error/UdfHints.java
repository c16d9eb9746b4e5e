package firesteel.spark.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Suggests the cast that a lambda needs to become a UDF: one of {@code UDF0} to {@code UDF22}. */
final class UdfHints {
  private static final Pattern PARAMETERS =
      Pattern.compile("\\(?([^()]*?)\\)?\\s*->.*", Pattern.DOTALL);

  private static final Map<String, String> JAVA_TYPES =
      Map.ofEntries(
          Map.entry("StringType", "String"),
          Map.entry("IntegerType", "Integer"),
          Map.entry("LongType", "Long"),
          Map.entry("ShortType", "Short"),
          Map.entry("ByteType", "Byte"),
          Map.entry("DoubleType", "Double"),
          Map.entry("FloatType", "Float"),
          Map.entry("BooleanType", "Boolean"),
          Map.entry("BinaryType", "byte[]"),
          Map.entry("DateType", "java.sql.Date"),
          Map.entry("TimestampType", "java.sql.Timestamp"));

  private UdfHints() {}

  static boolean isUdf(CallText call) {
    return call.method().equals("udf")
        || (call.method().equals("register")
            && call.receiver().filter(text -> text.endsWith("udf()")).isPresent());
  }

  /** Returns the call to write. */
  static String hint(CallText call) {
    int place = call.lambda().orElseThrow();
    List<String> arguments = new ArrayList<>(call.arguments());
    String lambda = arguments.get(place);
    List<String> types = parameterTypes(lambda);
    int count = types.size();
    String result =
        place + 1 < arguments.size()
            ? JAVA_TYPES.getOrDefault(arguments.get(place + 1).replaceFirst(".*\\.", ""), "Result")
            : "Result";
    types.add(result);
    arguments.set(place, "(UDF" + count + "<" + String.join(", ", types) + ">) " + lambda);
    if (place + 1 == arguments.size()) {
      arguments.add("DataTypes.StringType");
    }
    String hint =
        "say which function the lambda is; write "
            + call.receiver().map(text -> text + ".").orElse("")
            + call.method()
            + "("
            + String.join(", ", arguments)
            + ")";
    String unknown =
        Stream.of("Input", "Result").filter(types::contains).collect(Collectors.joining(" and "));
    return unknown.isEmpty()
        ? hint
        : hint
            + "\nwith the Java type"
            + (unknown.contains(" ") || types.indexOf("Input") != types.lastIndexOf("Input")
                ? "s of the columns"
                : " of the column")
            + " in the place of "
            + unknown;
  }

  private static List<String> parameterTypes(String lambda) {
    List<String> types = new ArrayList<>();
    Matcher matcher = PARAMETERS.matcher(lambda);
    if (!matcher.matches()) {
      types.add("Input"); // A method reference: most often it has one argument.
      return types;
    }
    for (String parameter : matcher.group(1).split(",")) {
      String text = parameter.strip();
      int space = text.lastIndexOf(' ');
      if (!text.isEmpty()) {
        types.add(space < 0 ? "Input" : text.substring(0, space).strip());
      }
    }
    return types;
  }
}
