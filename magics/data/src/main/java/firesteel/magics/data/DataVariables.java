package firesteel.magics.data;

import firesteel.api.magic.MagicContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Where the result of a magic goes.
 *
 * @param rows the name of the variable for the rows; null for none
 * @param folder the name of the variable for the folder of the files; null for none
 */
record DataVariables(MagicContext context, String rows, String folder) {
  /** About two lines of a terminal. */
  private static final int MAX_CHARACTERS = 160;

  /**
   * Declares the variables.
   *
   * @return what the magic shows: the rows when there is no variable, else null
   */
  Object declare(Dataset<Row> loaded, Path files) throws Exception {
    if (rows != null) {
      context.define("Dataset<Row>", rows, loaded);
      context.println("%s: Dataset<Row> [%s]".formatted(rows, columns(loaded)));
    }
    if (folder != null) {
      context.define("String", folder, files.toString());
      context.println(folder + ": String, the folder of the files");
    }
    return rows == null && folder == null ? loaded : null;
  }

  private static String columns(Dataset<Row> loaded) {
    List<String> columns =
        Arrays.stream(loaded.schema().fields())
            .map(field -> field.name() + ": " + field.dataType().simpleString())
            .toList();
    StringBuilder line = new StringBuilder();
    int shown = 0;
    for (; shown < columns.size() && line.length() < MAX_CHARACTERS; shown++) {
      line.append(shown == 0 ? "" : ", ").append(columns.get(shown));
    }
    if (shown < columns.size()) {
      line.append(", … %,d more".formatted(columns.size() - shown));
    }
    return line.toString();
  }
}
