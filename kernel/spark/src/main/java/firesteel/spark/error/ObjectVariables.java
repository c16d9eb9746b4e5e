package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;

/** Explains variables of type Object that hold a Dataset, as after {@code var rows = %sql ...}. */
public final class ObjectVariables {
  private static final Pattern MEMBER =
      Pattern.compile(
          "symbol:\\s+method (\\w+)[\\s\\S]*location:\\s+variable (\\w+) of type java\\.lang\\.Object\\s*$");

  private final Function<String, Optional<Object>> valueOf;

  /**
   * Creates the hints.
   *
   * @param valueOf maps a variable's name to its value
   */
  public ObjectVariables(Function<String, Optional<Object>> valueOf) {
    this.valueOf = valueOf;
  }

  /** Returns how to declare the variable; empty when the problem is another. */
  public Optional<String> hint(CompileProblem problem) {
    Matcher member = MEMBER.matcher(problem.message());
    if (!problem.code().startsWith("compiler.err.cant.resolve.location") || !member.find()) {
      return Optional.empty();
    }
    String variable = member.group(2);
    boolean isMember =
        Arrays.stream(Dataset.class.getMethods())
            .anyMatch(method -> method.getName().equals(member.group(1)));
    return isMember && valueOf.apply(variable).filter(Dataset.class::isInstance).isPresent()
        ? Optional.of(
            "%1$s is an Object to Java: declare it as Dataset<Row> %1$s = ...".formatted(variable))
        : Optional.empty();
  }
}
