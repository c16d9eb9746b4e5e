package firesteel.magics.terminal;

import firesteel.api.magic.CellMagic;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.LineOrCell;
import firesteel.api.magic.MagicContext;
import firesteel.api.magic.RawText;
import firesteel.api.magic.ShownValue;
import firesteel.api.table.PagerText;
import firesteel.terminal.ShellOutputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Implements {@code %page} and {@code %%page}, which show output and value of code in the shell's
 * pager.
 */
@Command(
    name = "page",
    description = {
      "Shows what code prints and its value in a pager, whole and unfolded.",
      "",
      "The pager is that of the environment variable PAGER, else one of the shell's own: arrows and"
          + " the space bar scroll, / searches, q leaves. Tables show up to 1,000 rows. Outside of the"
          + " shell, where nothing is cut to a screen, the code runs as if %%page weren't there."
    })
public final class PageMagic implements LineMagic, CellMagic {
  private static final LineOrCell TEXT = new LineOrCell("page", "code", "people");
  private static final int MAX_ROWS = 1_000;

  @RawText(java = true)
  @Parameters(
      arity = "0..1",
      paramLabel = "CODE",
      description = "The Java code or magic to run; as a cell magic, the lines below.")
  private String code;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    return paged(context, TEXT.ofLine(code));
  }

  @Override
  public Object runCell(MagicContext context, String body) throws Exception {
    return paged(context, TEXT.ofCell(code, body));
  }

  private static Object paged(MagicContext context, String code) throws Exception {
    if (!(context.cell().givenOutputs() instanceof ShellOutputs shell)) {
      return context.run(code);
    }
    shell.page(
        () -> {
          Object value = context.run(code);
          if (value != null) {
            shell.printData(text(value, context));
          }
        });
    return null;
  }

  private static String text(Object value, MagicContext context) throws Exception {
    return value instanceof ShownValue shown
        ? shown.shown().text()
        : PagerText.of(value, context.session().displays(), MAX_ROWS);
  }
}
