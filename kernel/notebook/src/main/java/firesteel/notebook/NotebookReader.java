package firesteel.notebook;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads notebooks from files in notebook format 4. */
public final class NotebookReader {
  private static final Map<String, Set<String>> OUTPUT_FIELDS =
      Map.of(
          "stream", Set.of("output_type", "name", "text"),
          "display_data", Set.of("output_type", "data", "metadata"),
          "execute_result", Set.of("output_type", "data", "metadata", "execution_count"),
          "error", Set.of("output_type", "ename", "evalue", "traceback"));

  private final Path file;

  private NotebookReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a notebook.
   *
   * @throws NotebookException when the file doesn't exist or is broken; the message says where, and
   *     what to do
   */
  public static Notebook read(Path file) throws NotebookException {
    return new NotebookReader(file).read();
  }

  private Notebook read() throws NotebookException {
    byte[] bytes;
    try {
      if (Files.isDirectory(file)) {
        throw new NotebookException(file + " is a folder; name a notebook in it (*.ipynb)");
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new NotebookException("there is no notebook " + file, e);
    } catch (NotebookException e) {
      throw e;
    } catch (IOException e) {
      throw new NotebookException("can't read the notebook " + file + ": " + e.getMessage(), e);
    }
    if (new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()) {
      throw new NotebookException(
          file + " is empty and not a notebook; restore it, or create a new one in JupyterLab");
    }
    try {
      return notebook(NotebookJson.read(bytes));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new NotebookException(
          file
              + place
              + ": not valid JSON, so no notebook can be read from it ("
              + e.getOriginalMessage()
              + "). Was it cut off, or merged with conflicts? Fix that place in a text editor, or"
              + " restore the file",
          e);
    } catch (IOException e) {
      throw new NotebookException("can't read the notebook " + file + ": " + e.getMessage(), e);
    }
  }

  private Notebook notebook(Object json) throws NotebookException {
    if (!(json instanceof Map<?, ?> map) || !(map.get("nbformat") instanceof Integer format)) {
      throw new NotebookException(
          file + " is JSON, but no notebook: it has no \"nbformat\"; name a notebook (*.ipynb)");
    }
    if (format < Notebook.FORMAT) {
      throw new NotebookException(
          "%s is in the old notebook format %d; Firesteel reads format 4. Convert it: jupyter nbconvert --to notebook --nbformat 4 --output NEW.ipynb %s"
              .formatted(file, format, file));
    }
    if (format > Notebook.FORMAT) {
      throw new NotebookException(
          "%s is in notebook format %d; this version of Firesteel reads format 4. Update Firesteel, or save the notebook in format 4"
              .formatted(file, format));
    }
    Map<String, Object> fields = object(json, "the notebook");
    fields.remove("nbformat");
    int minor = fields.remove("nbformat_minor") instanceof Integer number ? number : 0;
    Map<String, Object> metadata = object(fields.remove("metadata"), "the notebook's metadata");
    List.of("orig_nbformat", "orig_nbformat_minor", "signature").forEach(metadata::remove);
    if (!(fields.remove("cells") instanceof List<?> list)) {
      throw broken("it has no list of cells");
    }
    List<NotebookCell> cells = new ArrayList<>();
    for (Object cell : list) {
      cells.add(cell(cell, "cell " + (cells.size() + 1)));
    }
    return new Notebook(cells, metadata, minor, fields);
  }

  private NotebookCell cell(Object json, String where) throws NotebookException {
    Map<String, Object> fields = object(json, where);
    if (!(fields.remove("cell_type") instanceof String type)) {
      throw broken(where + " has no \"cell_type\"");
    }
    if (!(joined(fields.remove("source")) instanceof String source)) {
      throw broken(where + " has no \"source\"");
    }
    Object metadataField = fields.remove("metadata");
    Map<String, Object> metadata =
        metadataField == null
            ? new LinkedHashMap<>()
            : object(metadataField, where + "'s metadata");
    metadata.remove("trusted");
    if (!type.equals(NotebookCell.CODE)) {
      return new NotebookCell(type, source, metadata, List.of(), Optional.empty(), fields);
    }
    Optional<Integer> count =
        Optional.ofNullable(fields.remove("execution_count"))
            .map(number -> number instanceof Integer n ? n : null);
    List<Output> outputs = new ArrayList<>();
    if (fields.remove("outputs") instanceof List<?> list) {
      for (Object output : list) {
        outputs.add(output(object(output, "an output of " + where)));
      }
    }
    return new NotebookCell(type, source, metadata, outputs, count, fields);
  }

  private static Output output(Map<String, Object> json) {
    Object type = json.getOrDefault("output_type", "");
    if (!json.keySet().equals(OUTPUT_FIELDS.get(type))) {
      return other(json);
    }
    if (type.equals("stream")
        && json.get("name") instanceof String name
        && joined(json.get("text")) instanceof String text) {
      return new Output.Stream(name, text);
    }
    if (type.equals("error")
        && json.get("ename") instanceof String name
        && json.get("evalue") instanceof String value
        && json.get("traceback") instanceof List<?> lines
        && lines.stream().allMatch(String.class::isInstance)) {
      return new Output.Failure(name, value, lines.stream().map(String.class::cast).toList());
    }
    if (json.get("data") instanceof Map<?, ?> data
        && json.get("metadata") instanceof Map<?, ?> metadata) {
      if (type.equals("display_data")) {
        return new Output.Display(bundle(data), strings(metadata));
      }
      if (json.get("execution_count") instanceof Integer count) {
        return new Output.Result(count, bundle(data), strings(metadata));
      }
    }
    return other(json);
  }

  /**
   * Returns an output of an unknown kind as it is, except for text, which is joined from its lines.
   */
  private static Output other(Map<String, Object> json) {
    Map<String, Object> kept = new LinkedHashMap<>(json);
    if (kept.get("data") instanceof Map<?, ?> data) {
      kept.put("data", bundle(data));
    }
    kept.computeIfPresent("text", (name, text) -> joined(text));
    return new Output.Other(kept);
  }

  private static Map<String, Object> bundle(Map<?, ?> data) {
    Map<String, Object> joined = new LinkedHashMap<>();
    data.forEach(
        (type, content) ->
            joined.put(
                (String) type, NotebookText.isJson((String) type) ? content : joined(content)));
    return joined;
  }

  private static Map<String, Object> strings(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put((String) name, value));
    return copy;
  }

  /** Returns a text, which the file has as one string or as a list of lines, as one string. */
  private static Object joined(Object text) {
    return text instanceof List<?> lines && lines.stream().allMatch(String.class::isInstance)
        ? String.join("", lines.stream().map(String.class::cast).toList())
        : text;
  }

  private Map<String, Object> object(Object json, String what) throws NotebookException {
    if (!(json instanceof Map<?, ?> map)) {
      throw broken(what + " is " + (json == null ? "missing" : "no JSON object"));
    }
    return strings(map);
  }

  private NotebookException broken(String how) {
    return new NotebookException(
        file + " is a broken notebook: " + how + "; fix it in a text editor, or restore the file");
  }
}
