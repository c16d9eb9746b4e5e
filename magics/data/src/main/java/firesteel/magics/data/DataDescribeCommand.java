package firesteel.magics.data;

import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.table.Table;
import firesteel.data.Column;
import firesteel.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Implements {@code %data describe}. */
@Command(
    name = "describe",
    description = "Describes the columns of a dataset: types, values, and what is wrong with them.")
final class DataDescribeCommand implements LineMagic {
  @Parameters(
      paramLabel = "NAME",
      completionCandidates = DatasetNames.class,
      description = "The dataset, as %%data list shows it.")
  private String name;

  /** Called by picocli. */
  DataDescribeCommand() {}

  @Override
  public Object runLine(MagicContext context) throws MagicException {
    Dataset dataset = DatasetNames.find(name);
    context.println(dataset.name() + ": " + dataset.description());
    List<List<Object>> rows = new ArrayList<>();
    for (Column column : dataset.columns()) {
      rows.add(
          List.of(
              column.name(),
              column.type().name().toLowerCase(Locale.ROOT),
              column.description(),
              column.dirt()));
    }
    Table table = Table.of(List.of("column", "type", "description", "dirt"), rows);
    context.outputs().display(table.toWideBundle(rows.size()), Optional.empty());
    return null;
  }
}
