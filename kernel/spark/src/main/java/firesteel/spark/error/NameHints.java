package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataTypes;

/** Explains simple names that Spark's Java API has in another form. */
final class NameHints {
  private static final Pattern SYMBOL =
      Pattern.compile("symbol:\\s+(class|variable|method) (\\w+)(\\()?");

  private static final Map<String, String> TYPES =
      Map.of(
          "DataFrame", "Dataset<Row>",
          "SchemaRDD", "Dataset<Row>",
          "RDD", "JavaRDD<T>, such as JavaRDD<String>");

  private final ExpressionTypes types;

  NameHints(ExpressionTypes types) {
    this.types = types;
  }

  Optional<String> hint(CompileProblem problem) {
    if (problem.code().equals("compiler.err.abstract.cant.be.instantiated")) {
      return ofAbstract(problem);
    }
    Matcher symbol = SYMBOL.matcher(problem.message());
    ProblemText text = ProblemText.of(problem);
    if (!problem.code().startsWith("compiler.err.cant.resolve")
        || !symbol.find()
        || text.source().startsWith(".", text.position())
        || text.before().stripTrailing().endsWith(".")) {
      return Optional.empty();
    }
    String name = symbol.group(2);
    return switch (symbol.group(1)) {
      case "class" -> ofClass(name);
      case "method" -> ofMethod(name, text);
      default -> ofVariable(name, text);
    };
  }

  private static Optional<String> ofAbstract(CompileProblem problem) {
    return problem.message().contains("org.apache.spark.sql.SQLContext")
        ? Optional.of(
            "a session does all that it did: write spark.sql(query); where a SQLContext is asked"
                + " for, spark.sqlContext()")
        : problem.message().contains("org.apache.spark.sql.SparkSession")
            ? Optional.of("use spark, which runs already, or SparkSession.builder().getOrCreate()")
            : Optional.empty();
  }

  private static Optional<String> ofClass(String name) {
    if (name.equals("HiveContext") || name.equals("SQLContext")) {
      return Optional.of("a session does all that it did: write spark.sql(query)");
    }
    return Optional.ofNullable(TYPES.get(name)).map(type -> "write " + type);
  }

  private Optional<String> ofMethod(String name, ProblemText text) {
    if (isDataType(name)) {
      return Optional.of("write DataTypes." + name);
    }
    if (name.equals("StructField")) {
      return Optional.of("write DataTypes.createStructField(name, type, true)");
    }
    if (name.equals("StructType")) {
      return Optional.of("write new StructType().add(name, \"type\")");
    }
    if (name.matches("partitionBy|orderBy|rowsBetween|rangeBetween")) {
      return CallText.at(text.source(), text.position())
          .map(window -> "write Window." + window.with(window.arguments()));
    }
    Optional<CallText> call =
        CallText.at(text.source(), text.position()).filter(found -> found.arguments().size() == 1);
    if (call.isEmpty()) {
      return Optional.empty();
    }
    String argument = call.get().arguments().get(0);
    boolean isText = argument.startsWith("\"");
    return switch (types.of(name).name()) {
      case "Dataset" ->
          isText ? Optional.of("write " + name + ".col(" + argument + ")") : Optional.empty();
      case "Row" -> Optional.of("write " + name + (isText ? ".getAs(" : ".get(") + argument + ")");
      default -> Optional.empty();
    };
  }

  private Optional<String> ofVariable(String name, ProblemText text) {
    if (name.matches("F|functions|fn") && text.source().startsWith(".", text.end())) {
      return Optional.of("the functions are imported: write them without " + name + ".");
    }
    if (isDataType(name)) {
      return Optional.of("write DataTypes." + name);
    }
    Optional<CallText> call = CallText.holding(text.source(), text.position());
    if (text.rest().matches("(?s)\\w+\\s*=(?!=).*")) {
      return call.flatMap(NamedArguments::inJava)
          .map(java -> "Java has no named arguments: write " + java);
    }
    boolean isType = !types.of("(" + name + ") null").name().isEmpty();
    if (isType && call.isPresent() && Character.isUpperCase(name.charAt(0))) {
      return switch (call.get().method()) {
        case "as" -> Optional.of("write as(" + EncoderText.of(name) + ")");
        case "cast" -> ArgumentHints.typeName(name).map(type -> "write cast(\"" + type + "\")");
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private static boolean isDataType(String name) {
    return Arrays.stream(DataTypes.class.getFields())
        .anyMatch(field -> field.getName().equals(name));
  }
}
