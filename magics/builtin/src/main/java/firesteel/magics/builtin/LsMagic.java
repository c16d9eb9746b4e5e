package firesteel.magics.builtin;

import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.session.Magics;
import firesteel.api.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Implements {@code %lsmagic}, which lists all magics. */
@Command(
    name = "lsmagic",
    description = {
      "Lists the line and cell magics.",
      "",
      "What of plug-ins can't be used stands below."
    })
public final class LsMagic implements LineMagic {
  @Override
  public Object runLine(MagicContext context) {
    Magics magics = context.session().magics();
    List<List<Object>> rows = new ArrayList<>();
    magics.lineNames().forEach(name -> rows.add(row("%" + name, name, magics)));
    magics.cellNames().forEach(name -> rows.add(row("%%" + name, name, magics)));
    Table table = Table.of(List.of("magic", "what it does"), rows);
    context.outputs().display(table.toWholeBundle(), Optional.empty());
    context.session().plugins().problems().forEach(problem -> context.println("Note: " + problem));
    return null;
  }

  private static List<Object> row(String shown, String name, Magics magics) {
    return List.of(shown, magics.summary(name).orElse(""));
  }
}
