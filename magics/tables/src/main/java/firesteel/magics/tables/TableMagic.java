package firesteel.magics.tables;

import firesteel.api.display.MimeBundle;
import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.magic.RawText;
import firesteel.api.table.Table;
import firesteel.api.table.TableRequest;
import firesteel.api.table.TableStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Implements {@code %table}, which shows rows of a table. */
@Command(
    name = "table",
    description = {
      "Shows rows of a Dataset, a list, or any other table.",
      "",
      "%%table cities --limit 200 --columns name,people shows as many rows and these columns. A"
          + " Dataset is asked for so many rows and one more, and is not counted."
    })
public final class TableMagic implements LineMagic {
  private static final int MAX_ROWS = 10_000;

  @RawText(java = true, optionsBehind = true)
  @Parameters(
      arity = "0..1",
      paramLabel = "VALUE",
      description = "The table: a variable or an expression.")
  private String code;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The maximum number of rows to show; by default ${DEFAULT-VALUE}.")
  private int limit = Table.TEXT_ROWS;

  @Option(
      names = "--columns",
      paramLabel = "NAME",
      split = ",",
      description =
          "The columns to show, in this order; quote names with blanks: \"first name\",age.")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--wide",
      description =
          "Shows all columns as text at full width, without cutting values; HTML scrolls anyway.")
  private boolean wide;

  @Option(names = "--stats", description = "Shows statistics of the columns too; see %%stats.")
  private boolean stats;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    if (limit < 1 || limit > MAX_ROWS) {
      throw new MagicException(
          "%%table: --limit takes a number from 1 to %,d, not %,d. For all rows write a file, or"
                  .formatted(MAX_ROWS, limit)
              + " collect them.");
    }
    TableValue value = TableValue.of("%table", code, context);
    Table table = value.read(new TableRequest(limit, columns));
    MimeBundle shown = wide ? table.toWideBundle(limit) : table.toBundle(limit, table.size(limit));
    context.outputs().display(shown, Optional.empty());
    if (stats) {
      // A result that can't be read again has only these rows.
      TableStatistics statistics =
          table.note().isEmpty() ? value.statistics(columns) : TableStatistics.of(table);
      context.outputs().display(statistics.toBundle(), Optional.empty());
    }
    return null;
  }
}
