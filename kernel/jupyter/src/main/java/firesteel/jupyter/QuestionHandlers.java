package firesteel.jupyter;

import firesteel.api.completion.Completeness;
import firesteel.api.completion.Completion;
import firesteel.api.display.MimeBundle;
import firesteel.api.history.CellHistory;
import firesteel.api.history.HistoryEntry;
import firesteel.api.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Handles questions about code: completion, inspection, completeness, history. */
final class QuestionHandlers {
  private final Session session;

  QuestionHandlers(Session session) {
    this.session = session;
  }

  Optional<Reply> complete(Request request) throws BadRequestException {
    String code = request.text("code");
    int cursor = CodePoints.toUnits(code, request.number("cursor_pos", Integer.MAX_VALUE));
    Completion completion = session.complete(code, cursor);
    int start = CodePoints.fromUnits(code, completion.start());
    int end = CodePoints.fromUnits(code, completion.end());
    List<String> matches = new ArrayList<>();
    List<Map<String, Object>> typed = new ArrayList<>();
    for (Completion.Match match : completion.matches()) {
      matches.add(match.text());
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("text", match.text());
      entry.put("type", match.type());
      entry.put("signature", match.signature());
      entry.put("start", start);
      entry.put("end", end);
      typed.add(entry);
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("matches", matches);
    content.put("cursor_start", start);
    content.put("cursor_end", end);
    content.put("metadata", Map.of("_jupyter_types_experimental", typed));
    return Optional.of(Reply.ok(content));
  }

  Optional<Reply> inspect(Request request) throws BadRequestException {
    String code = request.text("code");
    int cursor = CodePoints.toUnits(code, request.number("cursor_pos", Integer.MAX_VALUE));
    // The tooltips of JupyterLab and the console ask for level 0, but should show documentation.
    Optional<MimeBundle> found = session.inspect(code, cursor, true);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("found", found.isPresent());
    content.put("data", found.map(MimeBundle::data).orElse(Map.of()));
    content.put("metadata", found.map(MimeBundle::metadata).orElse(Map.of()));
    return Optional.of(Reply.ok(content));
  }

  Optional<Reply> isComplete(Request request) throws BadRequestException {
    Completeness completeness = session.completeness(request.text("code"));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", completeness.status().name().toLowerCase(Locale.ROOT));
    if (completeness.status() == Completeness.Status.INCOMPLETE) {
      content.put("indent", completeness.indent());
    }
    return Optional.of(Reply.of(content));
  }

  Optional<Reply> history(Request request) throws BadRequestException {
    CellHistory history = session.history();
    int n = request.number("n", Integer.MAX_VALUE);
    List<HistoryEntry> entries =
        switch (request.text("hist_access_type")) {
          case "tail" -> history.tail(n);
          case "range" ->
              history.range(
                  request.number("session", 0),
                  request.number("start", 0),
                  request.number("stop", Integer.MAX_VALUE));
          case "search" ->
              history.search(request.text("pattern", "*"), n, request.flag("unique", false));
          default ->
              throw new BadRequestException(
                  "hist_access_type must be tail, range or search but is "
                      + request.text("hist_access_type"));
        };
    boolean output = request.flag("output", false);
    List<List<Object>> rows = new ArrayList<>();
    for (HistoryEntry entry : entries) {
      List<Object> row = new ArrayList<>();
      row.add(entry.session());
      row.add(entry.line());
      if (output) {
        List<Object> both = new ArrayList<>(); // Not List.of: there may be no output.
        both.add(entry.input());
        both.add(entry.output());
        row.add(both);
      } else {
        row.add(entry.input());
      }
      rows.add(row);
    }
    return Optional.of(Reply.ok(Map.of("history", rows)));
  }
}
