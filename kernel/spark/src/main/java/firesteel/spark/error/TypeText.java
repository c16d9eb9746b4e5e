package firesteel.spark.error;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Java type in its parts.
 *
 * @param name the class's simple name; empty when unknown
 * @param arguments its type arguments, with packages
 */
record TypeText(String name, List<String> arguments) {
  /** Stands for an unknown type argument. */
  static final String UNKNOWN = "T";

  private static final Pattern QUALIFIER = Pattern.compile("(?:[\\w$]+\\.)+(?=[\\w$])");

  static TypeText parse(String type) {
    int open = type.indexOf('<');
    String raw = open < 0 ? type : type.substring(0, open);
    return new TypeText(
        simple(raw.strip()),
        open < 0 ? List.of() : split(type.substring(open + 1, type.lastIndexOf('>'))));
  }

  /** Returns a type argument without packages. */
  String argument(int index) {
    return index < arguments.size() ? simple(arguments.get(index)) : UNKNOWN;
  }

  /** Returns a type argument with its packages. */
  String fullArgument(int index) {
    return index < arguments.size() ? arguments.get(index) : "Object";
  }

  private static String simple(String type) {
    return QUALIFIER.matcher(type).replaceAll("");
  }

  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(list.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(list.substring(start).strip());
    return parts;
  }
}
