package firesteel.jupyter;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellError;
import firesteel.api.session.CellResult;
import firesteel.api.session.Session;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Handles {@code execute_request}: runs cells. */
final class ExecuteHandler implements Handler {
  private final Session session;
  private final Subshells subshells;

  ExecuteHandler(Session session, Subshells subshells) {
    this.session = session;
    this.subshells = subshells;
  }

  @Override
  public Optional<Reply> handle(Request request) throws BadRequestException {
    String code = request.text("code");
    boolean silent = request.flag("silent", false);
    boolean storeHistory = request.flag("store_history", true) && !silent;
    boolean allowInput = request.flag("allow_stdin", false);
    RequestOutputs out = request.outputs();
    if (allowInput) {
      out.allowInput();
    }
    if (silent) {
      out.suppressOutput();
    } else {
      out.announceInput(code, session.executionCount());
    }
    CellResult result = session.execute(cell(request, code, storeHistory, allowInput), out);
    Optional<CellError> error = result.error();
    if (!silent) {
      if (result.value().isPresent()) {
        error = show(out, result.executionCount(), result.value().get());
      }
      error.ifPresent(e -> out.publish("error", describe(e)));
    }
    if (error.isPresent() && !silent && request.flag("stop_on_error", true)) {
      subshells.thread(request.subshell()).ifPresent(RequestThread::abortQueued);
    }
    return Optional.of(
        error
            .map(e -> failed(e, result))
            .orElseGet(() -> succeeded(result, request.object("user_expressions"), out)));
  }

  /**
   * Returns the cell of a request: JupyterLab and VS Code send the id of the notebook's cell, and
   * JupyterLab also those of deleted cells.
   */
  private static Cell cell(Request request, String code, boolean storeHistory, boolean allowInput) {
    Map<String, Object> metadata = request.message().metadata();
    Optional<String> id =
        metadata.get("cellId") instanceof String text ? Optional.of(text) : Optional.empty();
    Set<String> deleted = new HashSet<>();
    if (metadata.get("deletedCells") instanceof List<?> ids) {
      ids.forEach(cell -> deleted.add(String.valueOf(cell)));
    }
    return new Cell(code, storeHistory, allowInput, id, deleted);
  }

  private static Optional<CellError> show(RequestOutputs out, int number, MimeBundle value) {
    try {
      out.publish(
          "execute_result",
          Map.of("execution_count", number, "data", value.data(), "metadata", value.metadata()));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      String message = "the value can't be shown: its JSON form " + e.getMessage();
      return Optional.of(new CellError("DisplayError", message, List.of(message, value.text())));
    }
  }

  private static Reply failed(CellError error, CellResult result) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", "error");
    content.putAll(describe(error));
    content.put("execution_count", result.executionCount());
    content.put("user_expressions", Map.of());
    content.put("payload", List.of());
    return Reply.of(content);
  }

  private Reply succeeded(CellResult result, Map<String, Object> expressions, RequestOutputs out) {
    Map<String, Object> values = new LinkedHashMap<>();
    expressions.forEach((name, code) -> values.put(name, evaluate(String.valueOf(code), out)));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("execution_count", result.executionCount());
    content.put("user_expressions", values);
    content.put("payload", result.nextInput().map(ExecuteHandler::setNextInput).orElse(List.of()));
    return Reply.ok(content);
  }

  private Map<String, Object> evaluate(String expression, RequestOutputs out) {
    CellResult result = session.evaluate(expression, out);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", result.isOk() ? "ok" : "error");
    if (result.error().isPresent()) {
      content.putAll(describe(result.error().get()));
    } else {
      MimeBundle value = result.value().orElse(MimeBundle.text("null"));
      content.put("data", value.data());
      content.put("metadata", value.metadata());
    }
    return content;
  }

  private static List<Map<String, Object>> setNextInput(CellResult.NextInput next) {
    return List.of(
        Map.of("source", "set_next_input", "text", next.text(), "replace", next.replace()));
  }

  private static Map<String, Object> describe(CellError error) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("ename", error.name());
    content.put("evalue", error.message());
    content.put("traceback", error.colouredTraceback());
    return content;
  }
}
