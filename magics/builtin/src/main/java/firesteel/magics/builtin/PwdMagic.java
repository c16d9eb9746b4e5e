package firesteel.magics.builtin;

import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import picocli.CommandLine.Command;

/** Implements {@code %pwd}, which shows the working directory. */
@Command(name = "pwd", description = "Shows the folder that magics and shell commands start in.")
public final class PwdMagic implements LineMagic {
  @Override
  public Object runLine(MagicContext context) {
    context.println(context.session().workingDirectory().toString());
    return null;
  }
}
