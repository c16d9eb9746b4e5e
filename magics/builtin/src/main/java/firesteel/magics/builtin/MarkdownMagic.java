package firesteel.magics.builtin;

import firesteel.api.display.Bundles;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.MagicContext;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Implements {@code %%markdown}, which shows the cell as Markdown. */
@Command(name = "markdown", description = "Shows the cell as Markdown.")
public final class MarkdownMagic implements CellMagic {
  @Override
  public Object runCell(MagicContext context, String body) {
    context.outputs().display(Bundles.markdown(body), Optional.empty());
    return null;
  }
}
