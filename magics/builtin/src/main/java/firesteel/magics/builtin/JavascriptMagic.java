package firesteel.magics.builtin;

import firesteel.api.display.Bundles;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.MagicContext;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Implements {@code %%javascript}, which runs the cell in the browser. */
@Command(
    name = "javascript",
    description = "Runs the cell as JavaScript in the browser, when trusted.")
public final class JavascriptMagic implements CellMagic {
  @Override
  public Object runCell(MagicContext context, String body) {
    context.outputs().display(Bundles.javascript(body), Optional.empty());
    return null;
  }
}
