package firesteel.magics;

import firesteel.engine.display.Bundles;
import firesteel.engine.magic.CellMagic;
import firesteel.engine.magic.MagicContext;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code %%latex}. */
@Command(name = "latex", description = "Shows the cell as LaTeX.")
public final class LatexMagic implements CellMagic {
  @Override
  public Object runCell(MagicContext context, String body) {
    context.outputs().display(Bundles.latex(body), Optional.empty());
    return null;
  }
}
