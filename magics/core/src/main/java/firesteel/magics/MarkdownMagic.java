package firesteel.magics;

import firesteel.engine.display.Bundles;
import firesteel.engine.magic.CellMagic;
import firesteel.engine.magic.MagicContext;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code %%markdown}. */
@Command(name = "markdown", description = "Shows the cell as Markdown.")
public final class MarkdownMagic implements CellMagic {
  @Override
  public Object runCell(MagicContext context, String body) {
    context.outputs().display(Bundles.markdown(body), Optional.empty());
    return null;
  }
}
