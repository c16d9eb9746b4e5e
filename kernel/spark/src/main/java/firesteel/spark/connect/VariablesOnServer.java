package firesteel.spark.connect;

import firesteel.api.session.RunningCell;
import firesteel.spark.closure.FunctionValues;
import firesteel.spark.executor.EncodedValue;
import firesteel.spark.jobs.CellThreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.spark.connect.proto.AnalyzePlanRequest;
import org.apache.spark.connect.proto.Command;
import org.apache.spark.connect.proto.CommonInlineUserDefinedFunction;
import org.apache.spark.connect.proto.ExecutePlanRequest;
import org.apache.spark.connect.proto.Plan;
import org.sparkproject.com.google.protobuf.Message;

/**
 * Keeps the notebook's variables on a server up to date: the functions of each request carry the
 * current values, as on any other master, and registered functions are registered again when their
 * values have changed. Thread-safe.
 */
final class VariablesOnServer {
  /** A function that the server keeps, and the values that it has there. */
  private record Registered(
      CommonInlineUserDefinedFunction function, Map<String, EncodedValue> values) {}

  private final FunctionValues functions;
  private final PlanFunctions plans;
  private final ServerLink server;
  private final Map<String, Registered> registered = new HashMap<>();

  /**
   * Creates it without registered functions.
   *
   * @param loader loads the classes of cells
   */
  VariablesOnServer(FunctionValues functions, ClassLoader loader, ServerLink server) {
    this.functions = functions;
    this.plans = new PlanFunctions(loader);
    this.server = server;
  }

  /**
   * Returns a message to the server as it is to be sent.
   *
   * @throws IOException when a function reads a value that can't be sent
   */
  @SuppressWarnings("unchecked")
  <T> T with(T message, Optional<RunningCell> cell) throws IOException {
    if (message instanceof ExecutePlanRequest request) {
      return (T) executed(request, job(cell));
    }
    // Of all analysis requests only these run a part of the plan or keep it.
    boolean runs =
        message instanceof AnalyzePlanRequest request
            && (request.hasExplain() || request.hasPersist());
    return runs ? (T) plain((Message) message, job(cell)) : message;
  }

  private static Properties job(Optional<RunningCell> cell) {
    return cell.map(CellThreads::propertiesOf).orElseGet(Properties::new);
  }

  private Message plain(Message message, Properties job) throws IOException {
    Map<String, EncodedValue> values = valuesOf(message, job);
    return values.isEmpty() ? message : plans.with(message, values);
  }

  private synchronized Message executed(ExecutePlanRequest request, Properties job)
      throws IOException {
    Command command = request.getPlan().getCommand();
    if (!command.hasRegisterFunction()) {
      registerAgain(job);
      if (command.hasWriteStreamOperationStart()) {
        tellOfStream(request, job);
      }
      return plain(request, job);
    }
    CommonInlineUserDefinedFunction function = command.getRegisterFunction();
    String name = function.getFunctionName().toLowerCase(Locale.ROOT);
    Map<String, EncodedValue> values = valuesOf(function, job);
    if (values.isEmpty()) {
      registered.remove(name);
      return request;
    }
    registered.put(name, new Registered(function, values));
    return plans.with(request, values);
  }

  /** Warns that a stream has the values of its start: the server never asks for others. */
  private void tellOfStream(ExecutePlanRequest request, Properties job) throws IOException {
    List<Object> found = new ArrayList<>(plans.in(request));
    String text = request.toString().toLowerCase(Locale.ROOT);
    for (Map.Entry<String, Registered> entry : registered.entrySet()) {
      if (text.contains(entry.getKey())) { // As a column, or within SQL.
        found.addAll(plans.in(entry.getValue().function()));
      }
    }
    functions.keptByStream(found.toArray(), job);
  }

  private void registerAgain(Properties job) throws IOException {
    for (Map.Entry<String, Registered> entry : registered.entrySet()) {
      CommonInlineUserDefinedFunction function = entry.getValue().function();
      Map<String, EncodedValue> values = valuesOf(function, job);
      if (!isSame(values, entry.getValue().values())) {
        Command command =
            Command.newBuilder().setRegisterFunction(plans.with(function, values)).build();
        server.execute(Plan.newBuilder().setCommand(command).build());
        entry.setValue(new Registered(function, values));
      }
    }
  }

  private Map<String, EncodedValue> valuesOf(Message message, Properties job) throws IOException {
    List<Object> found = plans.in(message);
    // All at once: several functions that read a value then get one and the same.
    return found.isEmpty() ? Map.of() : functions.of(found.toArray(), job).values();
  }

  private static boolean isSame(Map<String, EncodedValue> some, Map<String, EncodedValue> others) {
    return some.keySet().equals(others.keySet())
        && some.entrySet().stream()
            .allMatch(entry -> entry.getValue().sameAs(others.get(entry.getKey())));
  }
}
