package firesteel.magics.builtin;

import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Implements {@code %load}: IPython's, which fills the cell, and IJava's, which runs the file. */
@Command(
    name = "load",
    description = {
      "Puts a file's text into this cell, or runs a script.",
      "",
      "Of a notebook (.ipynb) the code of all its cells. A script (.jsh, .jshell, .ijava, or a name"
          + " without its ending, as IJava has them) is run at once, and so is any file when other"
          + " code stands in the cell or nobody is there to run it. Files only: what comes from the"
          + " network should be looked at before it is near to running."
    })
public final class LoadMagic implements LineMagic {
  private static final List<String> SCRIPTS =
      List.of(".jsh", ".jshell", ".java", ".ijava", ".ipynb");

  @Parameters(paramLabel = "FILE", description = "The file to load, such as jobs/Clean.java.")
  private Path file;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    Path found = withEnding(context);
    SourceFile source = SourceFile.read(found, context);
    if (!isRun(found, context)) {
      context.offerNextInput(source.text(), true);
      return null;
    }
    for (SourceFile.Part part : source.parts()) {
      context.run(part.code(), part.name());
    }
    return null;
  }

  private boolean isRun(Path found, MagicContext context) {
    boolean script = found.toString().matches("(?s).*\\.(jsh|jshell|ijava)") || !found.equals(file);
    boolean alone = context.cell().code().strip().lines().count() == 1;
    return script || !alone || !context.outputs().hasEditor();
  }

  /**
   * Adds the ending of a script: IJava accepts the name alone when the script is in the working
   * directory.
   */
  private Path withEnding(MagicContext context) {
    if (!Files.exists(context.resolve(file))) {
      for (String ending : SCRIPTS) {
        Path candidate = Path.of(file + ending);
        if (Files.isRegularFile(context.resolve(candidate))) {
          return candidate;
        }
      }
    }
    return file;
  }
}
