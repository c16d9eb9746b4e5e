package firesteel.magics;

import firesteel.engine.magic.LineMagic;
import firesteel.engine.magic.MagicContext;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %load}. */
@Command(
    name = "load",
    description = {
      "Puts a file's text into this cell, ready to run.",
      "",
      "Of a notebook (.ipynb) the code of all its cells. Files only: what comes from the network"
          + " should be looked at before it is near to running."
    })
public final class LoadMagic implements LineMagic {
  @Parameters(paramLabel = "FILE", description = "A file, such as jobs/Clean.java.")
  private Path file;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    context.offerNextInput(SourceFile.read(file, context).text(), true);
    return null;
  }
}
