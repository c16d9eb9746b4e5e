package firesteel.magics.builtin;

import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Implements {@code %traceback}, which shows the last error with all its frames. */
@Command(
    name = "traceback",
    aliases = "tb",
    description = "Shows the last error with all its frames.")
public final class TracebackMagic implements LineMagic {
  @Override
  public Object runLine(MagicContext context) {
    Optional<Throwable> error = context.session().lastError();
    if (error.isEmpty()) {
      context.println("No cell has failed yet.");
      return null;
    }
    StringWriter text = new StringWriter();
    error.get().printStackTrace(new PrintWriter(text, true));
    context.outputs().stdout(text.toString());
    return null;
  }
}
