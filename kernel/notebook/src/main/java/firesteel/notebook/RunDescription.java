package firesteel.notebook;

import java.util.Map;
import java.util.Objects;

/**
 * What the copy says of its run, in the form of papermill: its metadata {@code papermill}, and the
 * times of each cell.
 *
 * @param parameters the values of the parameters that were given
 * @param input the notebook's file, as the user wrote it
 * @param output the copy's file, as the user wrote it
 * @param version what ran the notebook, in which version
 */
public record RunDescription(
    Map<String, Object> parameters, String input, String output, String version) {
  public RunDescription {
    parameters = NotebookJson.copy(parameters);
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(version, "version");
  }
}
