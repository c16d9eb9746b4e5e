package firesteel.magics.builtin;

import firesteel.api.error.MagicException;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.MagicContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Implements {@code %%writefile}, which writes the cell into a file. */
@Command(name = "writefile", description = "Writes the cell into a file.")
public final class WriteFileMagic implements CellMagic {
  private static final OpenOption[] APPEND = {StandardOpenOption.CREATE, StandardOpenOption.APPEND};

  @Option(
      names = {"-a", "--append"},
      description = "Appends to the file instead of replacing it.")
  private boolean append;

  @Option(
      names = {"-p", "--parents"},
      description = "Creates missing folders.")
  private boolean parents;

  @Parameters(paramLabel = "FILE", description = "The file to write.")
  private Path typed;

  @Override
  public Object runCell(MagicContext context, String body) throws Exception {
    Path file = context.resolve(typed);
    if (Files.isDirectory(file)) {
      throw new MagicException(file + " is a folder; name a file in it");
    }
    if (parents) {
      Files.createDirectories(file.getParent());
    } else if (!Files.isDirectory(file.getParent())) {
      throw new MagicException(
          "there is no folder " + file.getParent() + "; %%writefile -p makes it");
    }
    boolean existed = Files.exists(file);
    String text = body.isEmpty() || body.endsWith("\n") ? body : body + "\n";
    try {
      Files.writeString(file, text, append ? APPEND : new OpenOption[0]);
    } catch (IOException e) {
      throw new MagicException(file + " can't be written: " + e, e);
    }
    String did = !existed ? "Wrote " : append ? "Appended to " : "Overwrote ";
    context.println(did + file);
    return null;
  }
}
