package firesteel.magics.builtin;

import firesteel.api.display.Bundles;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.MagicContext;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Implements {@code %%html}, which shows the cell as HTML. */
@Command(name = "html", description = "Shows the cell as HTML.")
public final class HtmlMagic implements CellMagic {
  @Override
  public Object runCell(MagicContext context, String body) {
    context.outputs().display(Bundles.html(body), Optional.empty());
    return null;
  }
}
