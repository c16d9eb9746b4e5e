package firesteel.magics.builtin;

import firesteel.api.display.PlainText;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.session.Variable;
import firesteel.api.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Implements {@code %who}, which lists the variables. */
@Command(name = "who", description = "Lists the variables: type, value, and the cell of each.")
public final class WhoMagic implements LineMagic {
  @Parameters(
      arity = "0..1",
      paramLabel = "TYPE",
      description = "Only variables whose type has this in its name, such as Dataset.")
  private String type;

  @Override
  public Object runLine(MagicContext context) {
    List<List<Object>> rows = new ArrayList<>();
    for (Variable variable : context.session().variables()) {
      if (type == null || lower(variable.typeName()).contains(lower(type))) {
        rows.add(
            List.of(
                variable.name(),
                variable.typeName(),
                PlainText.preview(variable.value()),
                variable.cell()));
      }
    }
    if (rows.isEmpty()) {
      context.println(type == null ? "No variables yet." : "No variables of a type " + type + ".");
    } else {
      Table table = Table.of(List.of("name", "type", "value", "cell"), rows);
      context.outputs().display(table.toWholeBundle(), Optional.empty());
    }
    return null;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
