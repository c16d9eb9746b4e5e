package firesteel.notebook;

import firesteel.api.file.AtomicFileWriter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes notebooks to files in exactly the format of nbformat. */
public final class NotebookWriter {
  private NotebookWriter() {}

  /**
   * Writes a notebook to a file; an existing file is replaced completely or not at all, and keeps
   * its permissions.
   *
   * @throws NotebookException when the file can't be written; the message says what to do
   */
  public static void write(Notebook notebook, Path file) throws NotebookException {
    Path folder = file.toAbsolutePath().getParent();
    try {
      AtomicFileWriter.write(file, toJson(notebook));
    } catch (NoSuchFileException e) {
      throw new NotebookException(
          "can't write the notebook " + file + ": there is no folder " + folder, e);
    } catch (AccessDeniedException e) {
      throw new NotebookException(
          "can't write the notebook " + file + ": no permission; name another place", e);
    } catch (IOException e) {
      throw new NotebookException("can't write the notebook " + file + ": " + e.getMessage(), e);
    }
  }

  /** Returns the content of a notebook's file. */
  public static String toJson(Notebook notebook) throws NotebookException {
    Map<String, Object> json = new LinkedHashMap<>(notebook.other());
    json.put("cells", notebook.cells().stream().map(NotebookWriter::cell).toList());
    json.put("metadata", notebook.metadata());
    json.put("nbformat", Notebook.FORMAT);
    json.put("nbformat_minor", notebook.minor());
    try {
      return NotebookJson.write(json) + "\n";
    } catch (IOException e) {
      throw new NotebookException("can't write the notebook as JSON: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> cell(NotebookCell cell) {
    Map<String, Object> json = new LinkedHashMap<>(cell.other());
    if (json.get("attachments") instanceof Map<?, ?> attachments) {
      Map<String, Object> split = new LinkedHashMap<>();
      attachments.forEach(
          (name, content) ->
              split.put((String) name, content instanceof Map<?, ?> map ? bundle(map) : content));
      json.put("attachments", split);
    }
    json.put("cell_type", cell.type());
    json.put("metadata", cell.metadata());
    json.put("source", NotebookText.lines(cell.source()));
    if (cell.isCode()) {
      json.put("execution_count", cell.executionCount().orElse(null));
      json.put("outputs", cell.outputs().stream().map(NotebookWriter::output).toList());
    }
    return json;
  }

  private static Map<String, Object> output(Output output) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (output instanceof Output.Stream stream) {
      json.put("output_type", "stream");
      json.put("name", stream.name());
      json.put("text", NotebookText.lines(stream.text()));
    } else if (output instanceof Output.Display display) {
      json.put("output_type", "display_data");
      json.put("data", bundle(display.data()));
      json.put("metadata", display.metadata());
    } else if (output instanceof Output.Result result) {
      json.put("output_type", "execute_result");
      json.put("data", bundle(result.data()));
      json.put("metadata", result.metadata());
      json.put("execution_count", result.executionCount());
    } else if (output instanceof Output.Failure failure) {
      json.put("output_type", "error");
      json.put("ename", failure.name());
      json.put("evalue", failure.value());
      json.put("traceback", failure.traceback());
    } else if (output instanceof Output.Other other) {
      json.putAll(other.json());
      if (json.get("data") instanceof Map<?, ?> data) {
        json.put("data", bundle(data));
      }
      if ("stream".equals(json.get("output_type")) && json.get("text") instanceof String text) {
        json.put("text", NotebookText.lines(text));
      }
    }
    return json;
  }

  private static Map<String, Object> bundle(Map<?, ?> data) {
    Map<String, Object> split = new LinkedHashMap<>();
    data.forEach(
        (type, content) ->
            split.put(
                (String) type,
                content instanceof String text && NotebookText.isLines((String) type)
                    ? NotebookText.lines(text)
                    : content));
    return split;
  }
}
