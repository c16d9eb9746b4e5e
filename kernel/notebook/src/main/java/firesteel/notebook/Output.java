package firesteel.notebook;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An output of a code cell, as the notebook's file stores it. */
public sealed interface Output {
  /**
   * Printed text.
   *
   * @param name {@link #STDOUT} or {@link #STDERR}
   * @param text any part of a line, or many lines
   */
  record Stream(String name, String text) implements Output {
    public static final String STDOUT = "stdout";
    public static final String STDERR = "stderr";

    public Stream {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A displayed bundle.
   *
   * @param data from MIME type to content
   * @param metadata per MIME type or for the whole
   */
  record Display(Map<String, Object> data, Map<String, Object> metadata) implements Output {
    public Display {
      data = NotebookJson.copy(data);
      metadata = NotebookJson.copy(metadata);
    }
  }

  /**
   * The value of the cell.
   *
   * @param executionCount the number of the cell that had the value
   */
  record Result(int executionCount, Map<String, Object> data, Map<String, Object> metadata)
      implements Output {
    public Result {
      data = NotebookJson.copy(data);
      metadata = NotebookJson.copy(metadata);
    }
  }

  /**
   * Why the cell failed.
   *
   * @param name the error's kind
   * @param value its message
   * @param traceback the text to show, with ANSI colours
   */
  record Failure(String name, String value, List<String> traceback) implements Output {
    public Failure {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      traceback = List.copyOf(traceback);
    }
  }

  /**
   * An output of a kind, or with fields, that this model does not know.
   *
   * @param json the output as the file has it
   */
  record Other(Map<String, Object> json) implements Output {
    public Other {
      json = NotebookJson.copy(json);
    }
  }
}
