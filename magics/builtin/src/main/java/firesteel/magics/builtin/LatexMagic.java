package firesteel.magics.builtin;

import firesteel.api.display.Bundles;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.MagicContext;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Implements {@code %%latex}, which shows the cell as LaTeX. */
@Command(name = "latex", description = "Shows the cell as LaTeX.")
public final class LatexMagic implements CellMagic {
  @Override
  public Object runCell(MagicContext context, String body) {
    context.outputs().display(Bundles.latex(body), Optional.empty());
    return null;
  }
}
