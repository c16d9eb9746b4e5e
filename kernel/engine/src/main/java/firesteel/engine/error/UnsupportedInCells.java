package firesteel.engine.error;

import firesteel.api.error.CompileProblem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains Java that a source file may contain and a cell may not, and says what to write instead.
 */
final class UnsupportedInCells {
  private static final Pattern NOT_EXTENDING = Pattern.compile("(\\w+) must extend sealed");
  private static final Pattern CONVERTED = Pattern.compile("(\\S+) cannot be converted to (\\S+)");

  /** Matches classes of cells, which have no package. */
  private static final Pattern OF_CELLS =
      Pattern.compile("(?<![\\w.])(?!(?:Integer|Long|Double|String|Object)\\b)[A-Z]\\w*(?![\\w.])");

  private static final Pattern PERMITTED = Pattern.compile("sealed class: (?:\\S*\\.)?(\\w+)");

  /**
   * The explanation that replaces the compiler's message.
   *
   * @param message what is wrong
   * @param hint what to write
   */
  record Said(String message, String hint) {}

  private UnsupportedInCells() {}

  /** Returns the explanation of a problem; empty when it is an error in any Java source. */
  static Optional<Said> of(CompileProblem problem) {
    String source = problem.source();
    int at = Math.max(0, Math.min(problem.position(), source.length()));
    String there = source.substring(at, Math.max(at, Math.min(problem.end(), source.length())));
    return switch (problem.code()) {
      case "compiler.err.illegal.start.of.expr" ->
          source.startsWith("package ", at)
              ? said(
                  "a cell has no package",
                  "leave the line out: all cells see what a cell declares by its simple name")
              : Optional.empty();
      case "jdk.eval.error.object.method" ->
          said(
              "a method outside a class can't be called "
                  + there
                  + ": every object has a method of that name",
              "give it another name, or put it into a class");
      case "jdk.eval.error.illegal.modifiers" -> modifiers(problem, there);
      case "compiler.err.non-static.cant.be.ref" ->
          there.equals("this") || there.equals("super")
              ? said(
                  "there is no " + there + " outside a class",
                  "a cell isn't an object: write the variable's or the method's name alone")
              : Optional.empty();
      case "compiler.err.cant.inherit.from.sealed" -> sealed(problem);
      case "compiler.err.invalid.permits.clause" -> permits(problem);
      case "compiler.err.sealed.class.must.have.subclasses" ->
          said(
              problem.message(),
              "declare the types that extend it in the same cell, or name them with permits");
      case "compiler.err.prob.found.req" -> earlierClass(problem);
      case "compiler.err.limit.code", "compiler.err.limit.code.too.large.for.try.stmt" ->
          said(
              "too much code: Java takes 64 kB for a method or an initializer",
              "read the data from a file, or make it piece by piece in several cells");
      case "compiler.err.limit.string", "compiler.err.limit.pool" ->
          said(problem.message(), "read the data from a file, or declare it in several cells");
      case CompileProblem.RETURN ->
          said(
              "return outside a method: a cell isn't a method",
              "write the value as the cell's last line; to leave early, put the code into a method"
                  + " and call it");
      default -> Optional.empty();
    };
  }

  private static Optional<Said> said(String message, String hint) {
    return Optional.of(new Said(message, hint));
  }

  private static Optional<Said> modifiers(CompileProblem problem, String there) {
    String modifier =
        there.isBlank() ? problem.message().replaceAll("^\\D*'(\\w+)'.*", "$1") : there;
    return said(
        "a declaration outside a class can't be " + modifier.strip(),
        modifier.contains("synchronized")
            ? "put it into a class, or its body into synchronized (lock) { ... }"
            : "leave the word out, or put the declaration into a class");
  }

  private static Optional<Said> sealed(CompileProblem problem) {
    Matcher name = PERMITTED.matcher(problem.message());
    String type = name.find() ? name.group(1) : "the sealed type";
    return said(
        problem.message(),
        "declare it in the cell that declares " + type + ", and run that cell again");
  }

  /**
   * Explains a permitted type of an earlier cell, which extends the earlier declaration of the
   * sealed type.
   */
  private static Optional<Said> permits(CompileProblem problem) {
    Matcher name = NOT_EXTENDING.matcher(problem.message());
    if (!name.find()) {
      return Optional.empty();
    }
    String declaration = "(?s).*\\b(class|interface|record|enum)\\s+" + name.group(1) + "\\b.*";
    return said(
        problem.message(),
        problem.source().matches(declaration)
            ? "let " + name.group(1) + " extend or implement the sealed type"
            : "declare the sealed type and all that it permits in one cell, and run that cell"
                + " again");
  }

  /**
   * Explains a value that can't be converted to its own type, since its class was declared again.
   */
  private static Optional<Said> earlierClass(CompileProblem problem) {
    Matcher types = CONVERTED.matcher(JavacMessages.simplify(problem.message()));
    if (!types.find()
        || !inBrackets(types.group(1)).equals(inBrackets(types.group(2)))
        || !areSameButForArguments(outside(types.group(1)), outside(types.group(2)))) {
      return Optional.empty();
    }
    Matcher name = OF_CELLS.matcher(inBrackets(types.group(1)));
    return name.find()
        ? said(problem.message(), StaleClassErrors.hint(name.group()))
        : Optional.empty();
  }

  /**
   * Returns whether types of these names could be converted if their type arguments were ignored.
   */
  private static boolean areSameButForArguments(String given, String wanted) {
    return given.equals(wanted)
        || given.startsWith("java.util.") && wanted.startsWith("java.util.");
  }

  private static String outside(String type) {
    return type.replaceFirst("<.*", "");
  }

  /** Returns a type's arguments, or the type itself when it has none. */
  private static String inBrackets(String type) {
    return type.contains("<") ? type.substring(type.indexOf('<')) : type;
  }
}
