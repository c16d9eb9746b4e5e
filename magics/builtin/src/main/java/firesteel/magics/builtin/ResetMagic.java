package firesteel.magics.builtin;

import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.session.InputRefusedException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Implements {@code %reset}, which forgets all declarations and values. */
@Command(
    name = "reset",
    description = {
      "Forgets all variables, methods, classes and values.",
      "",
      "The history of the cells stays, and so does what Firesteel brings, such as spark."
    })
public final class ResetMagic implements LineMagic {
  @Option(
      names = {"-f", "--force"},
      description = "Resets without asking for confirmation.")
  private boolean force;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    if (force || confirmed(context)) {
      context.session().reset();
      context.println("Forgot all variables, methods, classes and values.");
    } else {
      context.println("Nothing was forgotten.");
    }
    return null;
  }

  private static boolean confirmed(MagicContext context) throws Exception {
    try {
      String answer =
          context.cell().ask("Forget all variables, methods and classes? (y/n) ", false);
      return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    } catch (InputRefusedException e) {
      throw new MagicException("%reset can't ask here whether you are sure; write %reset -f", e);
    }
  }
}
