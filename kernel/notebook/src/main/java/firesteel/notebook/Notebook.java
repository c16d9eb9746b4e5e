package firesteel.notebook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A notebook, as a file in <a
 * href="https://nbformat.readthedocs.io/en/latest/format_description.html">notebook format 4</a>
 * holds it. JSON objects, lists and values in it are Java maps, lists, strings, numbers, booleans
 * and null.
 *
 * @param cells from top to bottom
 * @param metadata the notebook's metadata, such as {@code kernelspec} and {@code language_info}
 * @param minor the minor version of format 4, such as 5
 * @param other fields of the file that this model does not know; kept as they are
 */
public record Notebook(
    List<NotebookCell> cells, Map<String, Object> metadata, int minor, Map<String, Object> other) {
  /** The major version of the format that this model follows. */
  public static final int FORMAT = 4;

  public Notebook {
    cells = List.copyOf(cells);
    metadata = NotebookJson.copy(metadata);
    other = NotebookJson.copy(other);
  }

  /** Returns this notebook with other cells. */
  public Notebook withCells(List<NotebookCell> newCells) {
    return new Notebook(newCells, metadata, minor, other);
  }

  /** Returns this notebook with one entry of its metadata set. */
  public Notebook withMetadata(String name, Object value) {
    return new Notebook(cells, NotebookJson.with(metadata, name, value), minor, other);
  }

  /** The programming language in the notebook's metadata, in lower case; empty when it has none. */
  public Optional<String> language() {
    return text("kernelspec", "language")
        .or(() -> text("language_info", "name"))
        .map(name -> name.toLowerCase(java.util.Locale.ROOT));
  }

  /** The name of the kernel that the notebook was last opened with; empty when unknown. */
  public Optional<String> kernelName() {
    return text("kernelspec", "name");
  }

  private Optional<String> text(String section, String name) {
    Object found = metadata.get(section) instanceof Map<?, ?> map ? map.get(name) : null;
    return Optional.ofNullable(Objects.toString(found, null)).filter(value -> !value.isBlank());
  }
}
