package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Corrects Java's functional interfaces where Spark's of the same name are expected, as in lines
 * copied from the guides without their imports.
 */
final class FunctionHints {
  private static final Pattern CONVERTED =
      Pattern.compile(
          "java\\.util\\.function\\.(\\w+)(<.*>)? cannot be converted to"
              + " (org\\.apache\\.spark\\.api\\.java\\.function\\.(\\w+))(<.*>)?");

  /** Matches a type that is not determined yet. */
  private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z]\\d?\\b|\\?");

  private final ExpressionTypes types;

  FunctionHints(ExpressionTypes types) {
    this.types = types;
  }

  Optional<String> hint(CompileProblem problem) {
    Matcher converted = CONVERTED.matcher(problem.message());
    boolean isOfCall =
        problem.code().startsWith("compiler.err.cant.apply.symbol")
            || problem.code().equals("compiler.err.prob.found.req");
    if (!isOfCall || !converted.find()) {
      return Optional.empty();
    }
    String spark = converted.group(3);
    Pattern cast =
        Pattern.compile("\\(" + converted.group(1) + "\\s*<[^()]*>\\)\\s*(.*)", Pattern.DOTALL);
    Optional<CallText> call = CallText.at(problem.source(), problem.position());
    if (call.isPresent()
        && types.of(call.get().receiver().orElse("")).name().matches("Java.*RDD")) {
      List<String> arguments = new ArrayList<>(call.get().arguments());
      for (int i = 0; i < arguments.size(); i++) {
        Matcher given = cast.matcher(arguments.get(i));
        if (given.matches()) {
          arguments.set(i, LambdaHints.shorten(given.group(1)));
          return Optional.of(
              "Spark's "
                  + converted.group(4)
                  + " isn't Java's; the cast isn't needed: write "
                  + call.get().with(arguments));
        }
      }
    }
    return Optional.of("declare it as Spark's: " + spark + typeArguments(converted));
  }

  /**
   * Returns the expected type arguments, or those of the interface of the same name; none
   * otherwise.
   */
  private static String typeArguments(Matcher converted) {
    String wanted = converted.group(5);
    boolean isSame = converted.group(1).equals(converted.group(4));
    String arguments =
        wanted != null && !VARIABLE.matcher(wanted).find()
            ? wanted
            : isSame ? converted.group(2) : null;
    return arguments == null ? "" : arguments.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
  }
}
