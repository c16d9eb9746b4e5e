package firesteel.magics.data;

import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.table.Table;
import firesteel.data.Catalogue;
import firesteel.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Implements {@code %data list}. */
@Command(name = "list", description = "Lists the datasets; so does %%data alone.")
final class DataListCommand implements LineMagic {
  /** Called by picocli. */
  DataListCommand() {}

  @Override
  public Object runLine(MagicContext context) {
    List<List<Object>> rows = new ArrayList<>();
    for (Dataset dataset : Catalogue.datasets()) {
      rows.add(List.of(dataset.name(), dataset.sampleRows(), dataset.description()));
    }
    Table table = Table.of(List.of("dataset", "rows of the sample", "description"), rows);
    context.outputs().display(table.toWideBundle(rows.size()), Optional.empty());
    return null;
  }
}
