package firesteel.magics.tables;

import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.magic.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Implements {@code %stats}, which describes the columns of a table. */
@Command(
    name = "stats",
    description = {
      "Describes the columns of a table, with statistics.",
      "",
      "For each its nulls, distinct values, range, quartiles, mean and histogram, by one pass over"
          + " the data. Of a Dataset, distinct values, quartiles and histograms are approximate; of"
          + " what is in memory they are exact. A histogram goes from the least to the greatest"
          + " value."
    })
public final class StatsMagic implements LineMagic {
  @RawText(java = true, optionsBehind = true)
  @Parameters(
      arity = "0..1",
      paramLabel = "VALUE",
      description = "The table: a variable or an expression.")
  private String code;

  @Option(
      names = "--columns",
      paramLabel = "NAME",
      split = ",",
      description =
          "The columns to show, in this order; quote names with blanks: \"first name\",age.")
  private List<String> columns = new ArrayList<>();

  @Override
  public Object runLine(MagicContext context) throws Exception {
    TableValue value = TableValue.of("%stats", code, context);
    context.outputs().display(value.statistics(columns).toBundle(), Optional.empty());
    return null;
  }
}
