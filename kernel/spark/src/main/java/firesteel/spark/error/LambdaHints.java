package firesteel.spark.error;

import firesteel.api.error.CompileProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains javac's errors about lambdas that fit both a Scala and a Java function of Spark, with
 * the call to write, types included.
 */
public final class LambdaHints {
  private static final Set<String> CODES =
      Set.of(
          "compiler.err.ref.ambiguous",
          "compiler.err.cant.apply.symbols",
          "compiler.err.cant.apply.symbol");

  /** Errors within a lambda that have nothing to do with its type. */
  private static final Set<String> OTHERS =
      Set.of(
          "compiler.err.premature.eof",
          "compiler.err.unclosed.str.lit",
          "compiler.err.unclosed.char.lit",
          "compiler.err.illegal.start.of.expr",
          "compiler.err.unreported.exception.need.to.catch.or.throw",
          "compiler.err.local.variables.must.be.final",
          "compiler.err.cant.ref.non.effectively.final.var");

  /**
   * Matches a reference to a stream of the driver, which can't be sent; a lambda uses the
   * executor's.
   */
  private static final Pattern PRINTS =
      Pattern.compile("System\\s*\\.\\s*(out|err)\\s*::\\s*(print(?:ln)?)");

  private static final Pattern CAST =
      Pattern.compile("\\((\\w+Function\\d?<[^()]*>)\\)\\s*(.*)", Pattern.DOTALL);

  private static final Pattern OF_NUMBER =
      Pattern.compile(
          "(?:Integer|Long|Short|Byte|Double|Float|Boolean|Character)\\s*::\\s*(toString|hashCode|isNaN|isInfinite)");

  private static final int MAX_LAMBDA_LENGTH = 60;
  private static final String RESULT = "Result";

  /**
   * The Java interface that a method takes. In {@code types}, {@code 0} and {@code 1} are the
   * receiver's type arguments, {@code R} and {@code S} those of the given encoders; anything else
   * is a type.
   */
  private record Target(String function, String... types) {}

  private static final Map<String, Target> DATASET =
      Map.of(
          "map", new Target("MapFunction", "0", "R"),
          "filter", new Target("FilterFunction", "0"),
          "flatMap", new Target("FlatMapFunction", "0", "R"),
          "mapPartitions", new Target("MapPartitionsFunction", "0", "R"),
          "foreach", new Target("ForeachFunction", "0"),
          "foreachPartition", new Target("ForeachPartitionFunction", "0"),
          "reduce", new Target("ReduceFunction", "0"),
          "groupByKey", new Target("MapFunction", "0", "R"));

  private static final Map<String, Target> GROUPED =
      Map.of(
          "mapGroups", new Target("MapGroupsFunction", "0", "1", "R"),
          "flatMapGroups", new Target("FlatMapGroupsFunction", "0", "1", "R"),
          "flatMapSortedGroups", new Target("FlatMapGroupsFunction", "0", "1", "R"),
          "mapValues", new Target("MapFunction", "1", "R"),
          "reduceGroups", new Target("ReduceFunction", "1"),
          "cogroup", new Target("CoGroupFunction", "0", "1", "OtherValue", "R"),
          "mapGroupsWithState", new Target("MapGroupsWithStateFunction", "0", "1", "R", "S"),
          "flatMapGroupsWithState",
              new Target("FlatMapGroupsWithStateFunction", "0", "1", "R", "S"));

  private static final Map<String, Target> WRITER =
      Map.of("foreachBatch", new Target("VoidFunction2", "Dataset<0>", "Long"));

  private final Function<String, Optional<String>> typeOf;

  /**
   * Creates the hints.
   *
   * @param typeOf returns the type of an expression, with its type arguments
   */
  public LambdaHints(Function<String, Optional<String>> typeOf) {
    this.typeOf = typeOf;
  }

  /** Returns the call to write when the problem is a lambda passed to Spark. */
  public Optional<String> hint(CompileProblem problem) {
    if (CODES.contains(problem.code())) {
      return CallText.at(problem.source(), problem.position())
          .filter(call -> call.lambda().isPresent())
          .map(LambdaHints::withoutAmbiguity)
          .flatMap(this::castFor);
    }
    if (OTHERS.contains(problem.code()) || problem.code().startsWith("compiler.err.expected")) {
      return Optional.empty();
    }
    return CallText.around(problem.source(), problem.position())
        .filter(call -> UdfHints.isUdf(call) && call.lambda().isPresent())
        .map(UdfHints::hint);
  }

  /**
   * Replaces references to methods that a class has both for its objects and for values of its
   * type, such as {@code Long::toString}, by lambdas: the references stay ambiguous whatever
   * function they become.
   */
  private static CallText withoutAmbiguity(CallText call) {
    int place = call.lambda().orElseThrow();
    Matcher reference = OF_NUMBER.matcher(call.arguments().get(place));
    if (!reference.matches()) {
      return call;
    }
    List<String> arguments = new ArrayList<>(call.arguments());
    arguments.set(place, "x -> x." + reference.group(1) + "()");
    return new CallText(call.receiver(), call.method(), arguments);
  }

  private Optional<String> castFor(CallText call) {
    if (UdfHints.isUdf(call)) {
      return Optional.of(UdfHints.hint(call));
    }
    TypeText receiver =
        call.receiver().flatMap(typeOf).map(TypeText::parse).orElse(new TypeText("", List.of()));
    Target target =
        switch (receiver.name()) {
          case "Dataset" -> DATASET.get(call.method());
          case "KeyValueGroupedDataset" -> GROUPED.get(call.method());
          case "DataStreamWriter" -> WRITER.get(call.method());
          case "" -> unknownReceiver(call.method());
          default -> null;
        };
    return target == null ? Optional.empty() : Optional.of(write(call, target, receiver));
  }

  private static Target unknownReceiver(String method) {
    Target target = DATASET.get(method);
    return target != null ? target : GROUPED.getOrDefault(method, WRITER.get(method));
  }

  private String write(CallText given, Target target, TypeText receiver) {
    Optional<TypeText> cast = castIn(given);
    CallText call = withoutCast(given);
    List<String> encoded = encodedTypes(call);
    int ofResult = List.of(target.types()).indexOf("R");
    boolean needsEncoder = ofResult >= 0;
    if (encoded.isEmpty() && needsEncoder) {
      cast.filter(type -> ofResult < type.arguments().size())
          .ifPresent(type -> encoded.add(type.argument(ofResult)));
    }
    String result =
        encoded.isEmpty()
            ? needsEncoder ? inferResult(call, target, receiver).orElse(RESULT) : RESULT
            : encoded.get(0);
    List<String> types = new ArrayList<>();
    boolean known = true;
    for (String type : target.types()) {
      String concrete =
          switch (type) {
            case "0", "1" -> receiver.argument(Integer.parseInt(type));
            case "Dataset<0>" -> "Dataset<" + receiver.argument(0) + ">";
            case "R" -> result;
            case "S" -> encoded.size() > 1 ? encoded.get(1) : RESULT;
            default -> type;
          };
      types.add(concrete);
      known &= !concrete.equals(RESULT) && !concrete.contains(TypeText.UNKNOWN);
    }
    String written = "(" + target.function() + "<" + String.join(", ", types) + ">) ";
    List<String> arguments = new ArrayList<>(call.arguments());
    int lambda = call.lambda().orElseThrow();
    Matcher prints = PRINTS.matcher(arguments.get(lambda));
    arguments.set(
        lambda,
        written
            + (prints.matches()
                ? "row -> System." + prints.group(1) + "." + prints.group(2) + "(row)"
                : shorten(arguments.get(lambda))));
    StringBuilder hint = new StringBuilder("Scala and Java functions both fit; write ");
    if (needsEncoder && arguments.size() == 1) {
      String needs =
          cast.isPresent() ? " needs an encoder" : " needs the lambda's type and an encoder";
      hint = new StringBuilder(call.method() + needs + "; write ");
      arguments.add(EncoderText.of(result));
    }
    hint.append(call.receiver().map(LambdaHints::shorten).map(text -> text + ".").orElse(""));
    hint.append(call.method()).append('(').append(String.join(", ", arguments)).append(')');
    if (!known) {
      hint.append("\nwith your own types in the place of ")
          .append(types.contains(RESULT) ? RESULT : TypeText.UNKNOWN);
    }
    return hint.toString();
  }

  /** Returns the type that the lambda is cast to. */
  private static Optional<TypeText> castIn(CallText call) {
    Matcher cast = CAST.matcher(call.arguments().get(call.lambda().orElseThrow()));
    return cast.matches() ? Optional.of(TypeText.parse(cast.group(1))) : Optional.empty();
  }

  /** Returns the call with a plain lambda, and with encoders in place of classes. */
  private static CallText withoutCast(CallText call) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      String argument = call.arguments().get(i);
      Matcher cast = CAST.matcher(argument);
      if (i == call.lambda().orElseThrow()) {
        arguments.add(cast.matches() ? cast.group(2) : argument);
      } else if (!EncoderText.isReference(argument)) {
        arguments.add(EncoderText.typeOfLiteral(argument).map(EncoderText::of).orElse(argument));
      }
    }
    return new CallText(call.receiver(), call.method(), arguments);
  }

  private List<String> encodedTypes(CallText call) {
    List<String> types = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      if (i != call.lambda().orElseThrow()) {
        typeOf
            .apply(call.arguments().get(i))
            .map(TypeText::parse)
            .filter(type -> type.name().endsWith("Encoder") && !type.arguments().isEmpty())
            .ifPresent(type -> types.add(type.argument(0)));
      }
    }
    return types;
  }

  /** Lets the compiler infer the lambda's result where only one function fits: in a Stream. */
  private Optional<String> inferResult(CallText call, Target target, TypeText receiver) {
    if (!target.function().equals("MapFunction") || receiver.arguments().isEmpty()) {
      return Optional.empty();
    }
    String input = receiver.fullArgument(Integer.parseInt(target.types()[0]));
    String lambda = call.arguments().get(call.lambda().orElseThrow());
    return typeOf
        .apply("java.util.stream.Stream.<" + input + ">of().map(" + lambda + ")")
        .map(TypeText::parse)
        .filter(type -> !type.arguments().isEmpty())
        .map(type -> type.argument(0))
        .filter(type -> !type.equals("Object"));
  }

  static String shorten(String text) {
    String line = text.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
    int arrow = line.indexOf("->");
    if (line.length() <= MAX_LAMBDA_LENGTH) {
      return line;
    }
    return arrow < 0 || arrow > MAX_LAMBDA_LENGTH
        ? "..." + line.substring(line.length() - MAX_LAMBDA_LENGTH / 2)
        : line.substring(0, arrow + 2) + " ...";
  }
}
