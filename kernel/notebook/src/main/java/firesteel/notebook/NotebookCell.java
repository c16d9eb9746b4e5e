package firesteel.notebook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One cell of a notebook.
 *
 * @param type {@link #CODE}, {@code markdown} or {@code raw}
 * @param source its text
 * @param metadata its metadata, such as {@code tags}
 * @param outputs the outputs of a code cell's last run; empty for other cells
 * @param executionCount the execution count of a code cell's last run
 * @param other fields that this model doesn't know or use ({@code id}, {@code attachments}); kept
 *     as they are
 */
public record NotebookCell(
    String type,
    String source,
    Map<String, Object> metadata,
    List<Output> outputs,
    Optional<Integer> executionCount,
    Map<String, Object> other) {
  /** The type of a cell that runs. */
  public static final String CODE = "code";

  public NotebookCell {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(executionCount, "executionCount");
    metadata = NotebookJson.copy(metadata);
    outputs = List.copyOf(outputs);
    other = NotebookJson.copy(other);
  }

  /** Whether the cell holds code. */
  public boolean isCode() {
    return type.equals(CODE);
  }

  /** Returns whether the cell has a tag, as {@code raises-exception} or {@code skip-execution}. */
  public boolean hasTag(String tag) {
    return metadata.get("tags") instanceof List<?> tags && tags.contains(tag);
  }

  /** Returns this cell with the outputs of another run. */
  public NotebookCell withOutputs(List<Output> newOutputs, Optional<Integer> newExecutionCount) {
    return new NotebookCell(type, source, metadata, newOutputs, newExecutionCount, other);
  }

  /** Returns this cell with other metadata. */
  public NotebookCell withMetadata(Map<String, Object> newMetadata) {
    return new NotebookCell(type, source, newMetadata, outputs, executionCount, other);
  }
}
