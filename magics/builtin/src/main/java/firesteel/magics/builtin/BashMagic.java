package firesteel.magics.builtin;

import firesteel.api.magic.CellMagic;
import firesteel.api.magic.MagicContext;
import picocli.CommandLine.Command;

/** Implements {@code %%bash}, which runs the cell as a shell script. */
@Command(
    name = "bash",
    aliases = "sh",
    description = {
      "Runs the cell as a shell script.",
      "",
      "With bash, or with sh where there is no bash, in the folder that %%pwd shows, with nothing"
          + " on its standard input. Its output is shown as it comes. Interrupting the cell ends"
          + " the script and all that it started. !command runs one line."
    })
public final class BashMagic implements CellMagic {
  @Override
  public Object runCell(MagicContext context, String body) throws Exception {
    context.refuseCellMagicIn(body);
    if (!body.isBlank()) {
      context.session().magics().runShell(body, context.cell());
    }
    return null;
  }
}
