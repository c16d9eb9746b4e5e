package firesteel.spark.error;

import java.util.Optional;

/**
 * Writes expressions that bring rows to the driver as a List. Scala's {@code collect()} and {@code
 * take(n)} return a mere Object in Java.
 */
final class DriverRows {
  private final ExpressionTypes types;

  DriverRows(ExpressionTypes types) {
    this.types = types;
  }

  /** Returns the expression for a List; empty for what is neither rows nor a Dataset. */
  Optional<String> asList(String expression) {
    Optional<String> called = calledAsList(expression);
    if (called.isPresent()) {
      return called;
    }
    return switch (types.of(expression).name()) {
      case "Dataset" -> Optional.of(expression + ".collectAsList()");
      case "RDD" -> Optional.of(RddHints.ofJava(expression) + ".collect()");
      case "JavaRDD", "JavaPairRDD" -> Optional.of(expression + ".collect()");
      default -> Optional.empty();
    };
  }

  /** Returns the same for a call of {@code collect}, {@code take} or {@code head} only. */
  Optional<String> calledAsList(String expression) {
    Optional<CallText> call = CallText.last(expression).filter(DriverRows::bringsRows);
    if (call.isEmpty()) {
      return Optional.empty();
    }
    String receiver = call.get().receiver().orElseThrow();
    String count = String.join(", ", call.get().arguments());
    return switch (types.of(receiver).name()) {
      case "RDD" ->
          Optional.of(
              RddHints.ofJava(receiver)
                  + (count.isEmpty() ? ".collect()" : ".take(" + count + ")"));
      case "Dataset", "" ->
          Optional.of(
              receiver + (count.isEmpty() ? ".collectAsList()" : ".takeAsList(" + count + ")"));
      default -> Optional.empty();
    };
  }

  /** Returns the Dataset whose rows a call brings to the driver. */
  Optional<String> asDataset(String expression) {
    return CallText.last(expression)
        .filter(DriverRows::bringsRows)
        .filter(call -> types.isDataset(call.receiver().orElseThrow()))
        .map(
            call ->
                call.receiver().orElseThrow()
                    + (call.arguments().isEmpty()
                        ? ""
                        : ".limit(" + call.arguments().get(0) + ")"));
  }

  private static boolean bringsRows(CallText call) {
    int arguments = call.arguments().size();
    return call.method().equals("collect") && arguments == 0
        || call.method().matches("take|head") && arguments == 1;
  }
}
