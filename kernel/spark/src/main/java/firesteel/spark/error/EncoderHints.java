package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells how to write the encoder where a call lacks one or has a class in its place. */
final class EncoderHints {
  private static final Pattern CLASS_FOR_ENCODER =
      Pattern.compile("Class<.*> cannot be converted to org\\.apache\\.spark\\.sql\\.Encoder<");

  private static final Pattern FUNCTION_FOR_ENCODER =
      Pattern.compile("org\\.apache\\.spark\\.sql\\.Encoder is not a functional interface");

  private static final Pattern ROWS =
      Pattern.compile(
          "sql\\.Dataset<org\\.apache\\.spark\\.sql\\.Row> cannot be converted to"
              + " org\\.apache\\.spark\\.sql\\.Dataset<(\\S+)>$");

  private static final Pattern VARIABLE = Pattern.compile("symbol:\\s+variable (\\S+)");

  private static final Pattern MAKER = Pattern.compile("\\bEncoders\\s*\\.\\s*(\\w+)\\s*\\(\\s*$");
  private static final Pattern CREATION =
      Pattern.compile("\\bcreateDataset\\s*\\([^;]*,\\s*$|\\bemptyDataset\\s*\\(\\s*$");

  /** Methods that create encoders and that Spark's Java classes lack, or have for Scala. */
  private static final Set<String> MAKERS =
      Set.of("Encoders", "Encoder", "org.apache.spark.sql.Encoders");

  private static final Set<String> CREATES = Set.of("createDataset", "createDataFrame");
  private static final String ANY = "Type";

  private final Function<String, Optional<String>> typeOf;

  EncoderHints(Function<String, Optional<String>> typeOf) {
    this.typeOf = typeOf;
  }

  Optional<String> hint(CompileProblem problem) {
    return switch (problem.code()) {
      case "compiler.err.cant.apply.symbol", "compiler.err.cant.apply.symbols" ->
          CallText.at(problem.source(), problem.position()).flatMap(call -> ofCall(call, problem));
      case "compiler.err.cant.resolve.location.args" ->
          CallText.at(problem.source(), problem.position()).flatMap(EncoderHints::ofMaker);
      case "compiler.err.prob.found.req" -> ofValue(problem);
      case "compiler.err.cant.resolve.location", "compiler.err.cant.resolve" -> ofName(problem);
      default -> Optional.empty();
    };
  }

  private Optional<String> ofCall(CallText call, CompileProblem problem) {
    Optional<String> maker = call.method().equals("product") ? ofMaker(call) : Optional.empty();
    if (maker.isPresent()) {
      return maker;
    }
    if (isSession(call) && CREATES.contains(call.method()) && !call.arguments().isEmpty()) {
      return ofCreation(call);
    }
    if (isSession(call) && call.method().equals("emptyDataset") && call.arguments().isEmpty()) {
      return Optional.of(write(call, List.of(EncoderText.of(ANY))));
    }
    return CLASS_FOR_ENCODER.matcher(problem.message()).find()
            || FUNCTION_FOR_ENCODER.matcher(problem.message()).find()
        ? withEncoders(call)
        : Optional.empty();
  }

  private static Optional<String> ofMaker(CallText call) {
    if (call.receiver().filter(MAKERS::contains).isEmpty()) {
      return Optional.empty();
    }
    Optional<String> type =
        call.arguments().stream().findFirst().flatMap(EncoderText::typeOfLiteral);
    return type.isPresent() || call.method().equals("product")
        ? Optional.of(written(EncoderText.of(type.orElse(ANY))))
        : Optional.empty();
  }

  private boolean isSession(CallText call) {
    return call.receiver()
        .flatMap(typeOf)
        .map(type -> TypeText.parse(type).name().equals("SparkSession"))
        .orElse(false);
  }

  /** Corrects a Dataset of objects; their type determines the encoder. */
  private Optional<String> ofCreation(CallText call) {
    String data = call.arguments().get(0);
    String type = typeOf.apply(data).orElse("");
    boolean isRdd = TypeText.parse(type).name().equals("JavaRDD");
    String values = isRdd ? data + ".rdd()" : ListText.of(data, type);
    boolean hasEncoder =
        call.arguments().size() > 1
            && typeOf
                .apply(call.arguments().get(1))
                .filter(t -> t.contains("Encoder<"))
                .isPresent();
    boolean fits = values.equals(data) && call.method().equals("createDataset");
    if (call.arguments().size() > 2 || hasEncoder && fits) {
      return Optional.empty();
    }
    String known = ListText.elementType(type);
    String element = known.isEmpty() ? ANY : known;
    if (element.matches("(?:.*\\.)?Row")) {
      return Optional.of("rows need a schema: write spark.createDataFrame(rows, schema)");
    }
    String encoder =
        hasEncoder
            ? call.arguments().get(1)
            : EncoderText.of(
                call.arguments().stream()
                    .skip(1)
                    .flatMap(argument -> EncoderText.typeOfLiteral(argument).stream())
                    .findFirst()
                    .orElse(element.startsWith("?") ? ANY : element));
    CallText create = new CallText(call.receiver(), "createDataset", call.arguments());
    String written = write(create, List.of(values, encoder));
    return Optional.of(call.method().equals("createDataFrame") ? written + ".toDF()" : written);
  }

  private static Optional<String> withEncoders(CallText call) {
    List<String> arguments = new ArrayList<>();
    for (String argument : call.arguments()) {
      arguments.add(
          EncoderText.isReference(argument)
              ? EncoderText.of(ANY)
              : EncoderText.typeOfLiteral(argument).map(EncoderText::of).orElse(argument));
    }
    return arguments.equals(call.arguments())
        ? Optional.empty()
        : Optional.of(write(call, arguments));
  }

  private Optional<String> ofValue(CompileProblem problem) {
    String value = problem.source().substring(problem.start(), problem.end()).strip();
    Matcher rows = ROWS.matcher(problem.message().strip());
    if (rows.find()) {
      return Optional.of("write " + value + ".as(" + EncoderText.of(rows.group(1)) + ")");
    }
    return CLASS_FOR_ENCODER.matcher(problem.message()).find()
        ? EncoderText.typeOfLiteral(value).map(type -> written(EncoderText.of(type)))
        : Optional.empty();
  }

  /** Corrects the mere name of a class, as in Scala's {@code as[City]}. */
  private Optional<String> ofName(CompileProblem problem) {
    Matcher variable = VARIABLE.matcher(problem.message());
    if (!variable.find() || typeOf.apply(variable.group(1) + ".class").isEmpty()) {
      return Optional.empty();
    }
    String before = problem.source().substring(0, problem.start());
    if (before.matches("(?s).*\\b(?:as|encoder)\\s*\\(\\s*")) {
      return Optional.of(written(EncoderText.of(variable.group(1))));
    }
    Matcher maker = MAKER.matcher(before);
    if (maker.find()) {
      return Optional.of(
          maker.group(1).matches("kryo|javaSerialization")
              ? "write Encoders." + maker.group(1) + "(" + variable.group(1) + ".class)"
              : written(EncoderText.of(variable.group(1))));
    }
    return CREATION.matcher(before).find()
        ? Optional.of(written(EncoderText.of(variable.group(1))))
        : Optional.empty();
  }

  private static String write(CallText call, List<String> arguments) {
    return written(
        call.receiver().map(receiver -> receiver + ".").orElse("")
            + call.method()
            + "("
            + String.join(", ", arguments)
            + ")");
  }

  private static String written(String code) {
    return "write "
        + code
        + (code.contains(ANY + ".class") ? "\nwith your own type in the place of " + ANY : "");
  }
}
