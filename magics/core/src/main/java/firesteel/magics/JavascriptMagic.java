package firesteel.magics;

import firesteel.engine.display.Bundles;
import firesteel.engine.magic.CellMagic;
import firesteel.engine.magic.MagicContext;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code %%javascript}. */
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
