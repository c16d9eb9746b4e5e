package firesteel.api.table;

import firesteel.api.display.Displays;
import firesteel.api.display.MimeBundle;
import java.sql.ResultSet;
import java.util.Optional;

/**
 * Writes values as plain text for a pager: tables with many rows, all columns, and no value cut.
 */
public final class PagerText {
  private PagerText() {}

  /**
   * Returns the text of a value.
   *
   * @param rows the maximum number of rows of a table
   * @throws Exception what reading the value threw
   */
  public static String of(Object value, Displays displays, int rows) throws Exception {
    // Read only once: a result set can't be read again, and reading a Dataset costs a job.
    if (value instanceof ResultSet || Tables.plugIn(value).isPresent()) {
      return table(value, rows).orElseThrow();
    }
    MimeBundle shown = displays.render(value);
    boolean isTable = shown.layout().filter(TextTable.class::isInstance).isPresent();
    return isTable ? table(value, rows).orElseGet(shown::text) : shown.text();
  }

  private static Optional<String> table(Object value, int rows) throws Exception {
    return Tables.read(value, TableRequest.rows(rows))
        .map(table -> table.toWideBundle(rows).text());
  }
}
