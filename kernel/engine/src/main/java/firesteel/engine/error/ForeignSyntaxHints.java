package firesteel.engine.error;

import firesteel.api.error.CompileProblem;
import firesteel.api.error.ForeignLoop;
import firesteel.source.TextLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the syntax of Python and Scala, and gives the Java for it. Only text that can't be
 * Java is recognised; in doubt there is no hint.
 */
final class ForeignSyntaxHints {
  private static final Pattern PYTHON_IMPORT =
      Pattern.compile("^\\s*(from\\s+[\\w.]+\\s+import\\b.*|import\\s+[\\w.]+\\s+as\\s+\\w+.*)");
  private static final Pattern SCALA_IMPORT =
      Pattern.compile("^\\s*import\\s+([\\w.]+)\\._\\s*;?$");
  private static final Pattern CASE_CLASS =
      Pattern.compile("^\\s*case\\s+class\\s+(\\w+)\\s*\\(([^()]*)\\).*");
  private static final Pattern DEF =
      Pattern.compile("^\\s*(?:async\\s+)?def\\s+(\\w+)\\s*[(\\[:=].*");
  private static final Pattern LAMBDA =
      Pattern.compile("\\blambda\\s+(\\w+(?:\\s*,\\s*\\w+)*)\\s*:");
  private static final Pattern BLOCK_COLON =
      Pattern.compile("^\\s*(if|while|elif)\\s+(?!\\()(.+?):\\s*(#.*)?$");
  private static final Pattern TYPED_NAME =
      Pattern.compile("^\\s*(?:val\\s+|var\\s+|let\\s+)?(\\w+)\\s*:\\s*([A-Za-z]\\w*)\\s*=.*");

  /**
   * Matches IPython's assignment of a shell command's output; with a single word, Java has a
   * negation there.
   */
  private static final Pattern SHELL =
      Pattern.compile("^\\s*(?:[\\w<>\\[\\].,]+\\s+)?\\w+\\s*=\\s*!\\s*[\\w./~-]+(?:\\s+[^=].*)?$");

  private static final String SHELL_ALONE =
      "a shell command stands on a line of its own (!command), and has no value; in Java: new"
          + " String(new ProcessBuilder(\"command\", \"argument\").start().getInputStream().readAllBytes())";
  private static final Pattern DECLARED_TYPED =
      Pattern.compile("^\\s*(?:val|var|let|const)\\s+(\\w+)\\s*:\\s*([A-Za-z][\\w\\[\\]]*)\\s*=.*");
  private static final Pattern WORD_BEFORE = Pattern.compile("\\b(\\w+)\\s*$");
  private static final Pattern NAMED_ARGUMENT = Pattern.compile("^\\w+\\s*=(?!=)");
  private static final Pattern ASSIGNED = Pattern.compile("^\\s*(\\w+)\\s*=(?!=)\\s*(.+?);?\\s*$");
  private static final Pattern DECLARED =
      Pattern.compile("^\\w+(\\s+\\w+\\s*=\\s*[^;]{1,60}?)\\s*;?\\s*$");
  private static final Pattern SYMBOL =
      Pattern.compile("symbol:\\s+(class|variable|method) ([\\w$]+)");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("None", "null"),
          Map.entry("nil", "null"),
          Map.entry("True", "true"),
          Map.entry("False", "false"));

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("string", "String"),
          Map.entry("str", "String"),
          Map.entry("bool", "boolean"),
          Map.entry("Int", "int"),
          Map.entry("val", "var"),
          Map.entry("let", "var"),
          Map.entry("const", "final var"),
          Map.entry("any", "Object"),
          Map.entry("Any", "Object"),
          Map.entry("Unit", "void"));

  private static final Map<String, String> SCALA_TYPES =
      Map.of("Int", "int", "Any", "Object", "Unit", "void", "str", "String", "Seq", "List");

  private static final Map<String, String> METHODS =
      new LinkedHashMap<>(
          Map.of(
              "println", "System.out.println(...)",
              "print", "System.out.println(...)",
              "printf", "System.out.printf(...)",
              "List", "List.of(...)",
              "Seq", "List.of(...)",
              "Array", "new int[] {1, 2}, or List.of(...)",
              "Some", "Optional.of(...)",
              "range", "IntStream.range(from, to)",
              "str", "String.valueOf(...)"));

  private ForeignSyntaxHints() {}

  /** Returns the Java to write; empty for other problems. */
  static Optional<String> hint(CompileProblem problem) {
    TextLine place = TextLine.at(problem.source(), problem.position());
    String line = place.text();
    String before = place.before();
    String rest = place.rest();
    return switch (problem.code()) {
      case "compiler.err.cant.resolve.location",
          "compiler.err.cant.resolve",
          "compiler.err.cant.resolve.location.args" ->
          ofName(problem, line, before, rest);
      case "compiler.err.unclosed.char.lit" -> ofQuotes(rest);
      case "compiler.err.illegal.text.block.open" ->
          Optional.of(
              "a text block begins on the line after \"\"\"; in one line a string has one \" at each"
                  + " end");
      case "compiler.err.illegal.char" ->
          rest.startsWith("#") ? Optional.of("a comment begins with //") : Optional.empty();
      default -> isSyntax(problem) ? ofSyntax(line, before, rest) : Optional.empty();
    };
  }

  private static boolean isSyntax(CompileProblem problem) {
    String code = problem.code();
    return problem.refusesUnderscore()
        || code.startsWith("compiler.err.expected")
        || code.startsWith("compiler.err.illegal.start")
        || code.equals("compiler.err.not.stmt")
        || code.equals("compiler.err.invalid.meth.decl.ret.type.req")
        || code.equals("compiler.err.orphaned");
  }

  private static Optional<String> ofSyntax(String line, String before, String rest) {
    Matcher scalaImport = SCALA_IMPORT.matcher(line);
    if (scalaImport.matches()) {
      return Optional.of(
          "write import "
              + scalaImport.group(1)
              + ".*; for the classes of a package, import static "
              + scalaImport.group(1)
              + ".*; for the members of a class");
    }
    if (PYTHON_IMPORT.matcher(line).matches()) {
      return Optional.of(
          "this is Python; in Java: import a.package.AClass; (there are no other names for imports)");
    }
    Matcher caseClass = CASE_CLASS.matcher(line);
    if (caseClass.matches()) {
      return Optional.of(
          "write record " + caseClass.group(1) + "(" + parameters(caseClass.group(2)) + ") {}");
    }
    Matcher def = DEF.matcher(line);
    if (def.matches()) {
      return Optional.of(
          "a method begins with the type of its result: int "
              + def.group(1)
              + "(int x) { return x; }");
    }
    Matcher lambda = LAMBDA.matcher(line);
    if (lambda.find()) {
      String names = lambda.group(1);
      return Optional.of(
          "a lambda is written " + (names.contains(",") ? "(" + names + ")" : names) + " -> ...");
    }
    Optional<ForeignLoop> loop = ForeignLoop.in(line);
    if (loop.isPresent()) {
      return Optional.of("write " + loop.get().java());
    }
    Matcher block = BLOCK_COLON.matcher(line);
    if (block.matches()) {
      String word = block.group(1).equals("elif") ? "else if" : block.group(1);
      return Optional.of("write " + word + " (" + block.group(2).strip() + ") { ... }");
    }
    if (SHELL.matcher(line).matches()) {
      return Optional.of(SHELL_ALONE);
    }
    Matcher typed = DECLARED_TYPED.matcher(line);
    if (typed.matches()) {
      return Optional.of(typeFirst(typed.group(2), typed.group(1)));
    }
    return ofToken(before, rest);
  }

  private static String typeFirst(String type, String name) {
    return "the type comes first: "
        + SCALA_TYPES.getOrDefault(type, scalaNumber(type))
        + " "
        + name
        + " = ...";
  }

  private static Optional<String> ofToken(String before, String rest) {
    if (before.endsWith("=") && rest.startsWith(">")) {
      return Optional.of("a lambda's arrow is ->");
    }
    Matcher word = WORD_BEFORE.matcher(before);
    String last = word.find() ? word.group(1) : "";
    boolean adjacent = before.endsWith(last) && !last.isEmpty();
    if (adjacent && rest.startsWith("\"") && last.matches("[fsr]")) {
      return Optional.of(
          "Java's strings hold no expressions: \"a \" + x, or \"a %s\".formatted(x)");
    }
    if (last.equals("and") || last.equals("or")) {
      return Optional.of("write " + (last.equals("and") ? "&&" : "||") + " for " + last);
    }
    String open = before.stripTrailing();
    boolean beginsValue =
        open.endsWith("(") || open.endsWith(",") || open.endsWith("=") || open.endsWith("return");
    if (beginsValue && rest.startsWith("[")) {
      return Optional.of("a list is written List.of(a, b), an array new String[] {a, b}");
    }
    if (beginsValue && rest.matches("\\{\\s*(\"[^\"]*\"|'[^']*'|\\w+)\\s*:.*")) {
      return Optional.of("a map is written Map.of(key, value)");
    }
    return Optional.empty();
  }

  private static Optional<String> ofQuotes(String rest) {
    Matcher text = Pattern.compile("^'([^'\"\\\\]{2,})'").matcher(rest);
    return text.find()
        ? Optional.of("a string has double quotes: \"" + text.group(1) + "\"")
        : Optional.empty();
  }

  private static Optional<String> ofName(
      CompileProblem problem, String line, String before, String rest) {
    Matcher symbol = SYMBOL.matcher(problem.message());
    boolean qualified = rest.startsWith(".") || before.stripTrailing().endsWith(".");
    if (!symbol.find() || qualified) {
      return Optional.empty();
    }
    String name = symbol.group(2);
    Matcher typed = TYPED_NAME.matcher(line);
    if (typed.matches() && typed.group(2).equals(name)) {
      return Optional.of(typeFirst(name, typed.group(1)));
    }
    if (before.stripTrailing().matches(".*=\\s*!") && rest.matches("\\w+\\s*$")) {
      return Optional.of(SHELL_ALONE);
    }
    return switch (symbol.group(1)) {
      case "variable" -> ofVariable(name, line, before, rest);
      case "class" -> ofType(name, rest);
      default -> Optional.ofNullable(METHODS.get(name)).map(call -> "write " + call);
    };
  }

  private static Optional<String> ofType(String name, String rest) {
    String type = TYPES.get(name);
    Matcher declared = DECLARED.matcher(rest);
    return type == null
        ? Optional.empty()
        : Optional.of("write " + type + (declared.matches() ? declared.group(1) + ";" : ""));
  }

  private static Optional<String> ofVariable(String name, String line, String before, String rest) {
    if (WORDS.containsKey(name)) {
      return Optional.of("write " + WORDS.get(name));
    }
    if (NAMED_ARGUMENT.matcher(rest).find()) {
      String open = before.stripTrailing();
      if (open.endsWith("(") || open.endsWith(",")) {
        return Optional.of(
            "Java has no named arguments: give the values alone, in the order of the parameters");
      }
      Matcher assigned = ASSIGNED.matcher(line);
      if (open.isEmpty() && assigned.matches()) {
        return Optional.of("declare it: var " + name + " = " + assigned.group(2) + ";");
      }
    }
    return Optional.empty();
  }

  /** {@code a: Int, b: String} as {@code int a, String b}. */
  private static String parameters(String text) {
    StringBuilder java = new StringBuilder();
    for (String part : text.split(",")) {
      String[] nameAndType = part.split(":");
      if (nameAndType.length == 2) {
        String type = nameAndType[1].strip();
        java.append(java.isEmpty() ? "" : ", ")
            .append(SCALA_TYPES.getOrDefault(type, scalaNumber(type)))
            .append(' ')
            .append(nameAndType[0].strip());
      }
    }
    return java.toString();
  }

  private static String scalaNumber(String type) {
    return switch (type) {
      case "Long", "Double", "Float", "Boolean", "Short", "Byte", "Char" ->
          type.equals("Char") ? "char" : type.toLowerCase(java.util.Locale.ROOT);
      default -> type.replace('[', '<').replace(']', '>').replace("Seq<", "List<");
    };
  }
}
