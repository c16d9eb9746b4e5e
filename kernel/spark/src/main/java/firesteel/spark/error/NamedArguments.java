package firesteel.spark.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Corrects calls with named arguments, as in Python. */
final class NamedArguments {
  private static final Pattern NAMED = Pattern.compile("(?s)(\\w+)\\s*=(?!=)\\s*(.+)");
  private static final Map<String, String> WORDS =
      Map.of("True", "true", "False", "false", "None", "null");

  private NamedArguments() {}

  /** Returns the call to write; empty for one without names, or one that isn't known. */
  static Optional<String> inJava(CallText call) {
    List<String> values = new ArrayList<>();
    Map<String, String> named = new LinkedHashMap<>();
    for (String argument : call.arguments()) {
      Matcher name = NAMED.matcher(argument);
      if (name.matches()) {
        named.put(name.group(1), WORDS.getOrDefault(name.group(2), name.group(2)));
      } else {
        values.add(WORDS.getOrDefault(argument, argument));
      }
    }
    if (named.isEmpty()) {
      return Optional.empty();
    }
    return switch (call.method()) {
      case "show" -> Optional.of(show(call, values, named));
      case "orderBy", "sort" -> sort(call, values, named);
      case "join" -> join(call, values, named);
      case "sample" ->
          named.containsKey("fraction")
              ? Optional.of(
                  call.with(
                      named.containsKey("seed")
                          ? List.of(named.get("fraction"), named.get("seed"))
                          : List.of(named.get("fraction"))))
              : Optional.empty();
      case "options" -> Optional.of(withOptions(call, named));
      case "csv", "json", "parquet", "orc", "text", "load", "save", "saveAsTable" ->
          values.isEmpty() && !call.method().matches("load|save")
              ? Optional.empty()
              : Optional.of(
                  withOptions(call, named)
                      + "."
                      + call.method()
                      + "("
                      + String.join(", ", values)
                      + ")");
      default -> Optional.empty();
    };
  }

  private static String show(CallText call, List<String> values, Map<String, String> named) {
    boolean isVertical = named.getOrDefault("vertical", "false").equals("true");
    String rows =
        named.getOrDefault("n", values.isEmpty() || isTruth(values.get(0)) ? "20" : values.get(0));
    String cut = named.getOrDefault("truncate", values.size() > 1 ? values.get(1) : "");
    if (isVertical) {
      String width = cut.isEmpty() || cut.equals("true") ? "20" : cut.replace("false", "0");
      return call.with(List.of(rows, width, "true"));
    }
    return call.with(cut.isEmpty() ? List.of(rows) : List.of(rows, cut));
  }

  private static boolean isTruth(String value) {
    return value.matches("true|false");
  }

  private static Optional<String> sort(
      CallText call, List<String> values, Map<String, String> named) {
    String ascending = named.getOrDefault("ascending", "");
    if (!isTruth(ascending) || values.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(ascending.equals("true") ? call.with(values) : descending(call, values));
  }

  /** Returns the descending sort by columns. */
  static String descending(CallText call, List<String> columns) {
    return call.with(
        columns.stream()
            .map(value -> value.startsWith("\"") ? "desc(" + value + ")" : value + ".desc()")
            .collect(Collectors.toList()));
  }

  private static Optional<String> join(
      CallText call, List<String> values, Map<String, String> named) {
    List<String> all = new ArrayList<>(values);
    if (named.containsKey("on")) {
      all.add(named.get("on"));
    }
    if (named.containsKey("how")) {
      all.add(named.get("how"));
    }
    boolean isWhole = all.size() == (named.containsKey("how") ? 3 : 2);
    return isWhole ? Optional.of(call.with(all)) : Optional.empty();
  }

  private static String withOptions(CallText call, Map<String, String> named) {
    StringBuilder text = new StringBuilder(call.receiver().map(ProblemText::plain).orElse(""));
    named.forEach(
        (name, value) ->
            text.append(
                switch (name) {
                  case "mode" -> ".mode(" + value + ")";
                  case "partitionBy" -> ".partitionBy(" + value + ")";
                  case "schema" -> ".schema(" + value + ")";
                  case "format" -> ".format(" + value + ")";
                  default -> ".option(\"" + name + "\", " + value + ")";
                }));
    return text.toString();
  }
}
