package firesteel.magics.builtin;

import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Implements {@code %cd}, which changes the working directory. */
@Command(
    name = "cd",
    description = {
      "Changes the folder that magics and shell commands start in.",
      "",
      "A running JVM can't change its own folder: relative paths in Java and in Spark still start"
          + " where the kernel was started."
    })
public final class CdMagic implements LineMagic {
  @Parameters(
      arity = "0..1",
      defaultValue = "~",
      paramLabel = "FOLDER",
      description = "The folder; by default the user's own.")
  private Path folder;

  @Override
  public Object runLine(MagicContext context) throws MagicException {
    Path target = context.resolve(folder);
    if (!Files.isDirectory(target)) {
      throw new MagicException("there is no folder " + target);
    }
    context.session().changeDirectory(target);
    context.println(context.session().workingDirectory().toString());
    return null;
  }
}
