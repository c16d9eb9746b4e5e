package firesteel.magics.save;

import firesteel.api.error.MagicException;
import firesteel.api.file.AtomicFileWriter;
import firesteel.api.history.HistoryRange;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.save.JavaForm;
import firesteel.save.NotebookForm;
import firesteel.save.SavedCell;
import firesteel.save.SavedCells;
import firesteel.save.ScriptForm;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Implements {@code %save}, which writes the session as a notebook, a script or a class. */
@Command(
    name = "save",
    description = {
      "Writes this session as a notebook, a script or a Java class.",
      "",
      "The ending of the name tells which: .ipynb, .jsh, or .java, a class with a main method that"
          + " needs no Firesteel. Cells that failed are left out, and so are those that only look"
          + " something up (%%history, %%help).",
      "",
      "Ranges: 3 (a cell), 2-5 (cells 2 to 5), ~1/2-5 (of the session before this one)."
    })
public final class SaveMagic implements LineMagic {
  @Option(
      names = {"-f", "--force"},
      description = "Overwrites an existing file.")
  private boolean force;

  @Option(
      names = {"-a", "--all"},
      description = "Writes the cells that failed too.")
  private boolean all;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The file to write: .ipynb, .jsh or .java.")
  private Path typed;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "RANGE",
      description = "The cells to write; by default all of this session.")
  private List<String> ranges = new ArrayList<>();

  @Override
  public Object runLine(MagicContext context) throws Exception {
    Path file = context.resolve(typed);
    String ending = ending(file);
    check(file);
    SavedCells saved = SavedCells.find(context, ranges(), all);
    if (saved.cells().isEmpty()) {
      throw new MagicException(
          "there are no such cells to save"
              + (saved.failed() > 0 ? "; --all takes those that failed, too" : ""));
    }
    List<String> notes = new ArrayList<>();
    write(file, text(ending, file, saved.cells(), context, notes));
    context.println("Wrote " + SavedCells.count(saved.cells().size(), "cell") + " to " + file);
    if (saved.failed() > 0) {
      context.println(
          SavedCells.count(saved.failed(), "failed cell") + " left out; --all writes them too.");
    }
    if (ending.equals("ipynb")) {
      context.println("To run it: firesteel run " + shellWord(file));
    }
    notes.forEach(context::println);
    return null;
  }

  private static String text(
      String ending, Path file, List<SavedCell> cells, MagicContext context, List<String> notes)
      throws Exception {
    return switch (ending) {
      case "ipynb" -> NotebookForm.text(cells);
      case "jsh" -> ScriptForm.text(cells);
      default -> JavaForm.text(JavaForm.className(file), cells, context.session(), notes);
    };
  }

  private static String ending(Path file) throws MagicException {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!List.of("ipynb", "jsh", "java").contains(ending)) {
      throw new MagicException(
          "the ending of the file's name tells what is written, and "
              + name
              + " has none of these: .ipynb (a notebook), .jsh (a script), .java (a class)");
    }
    return ending;
  }

  private void check(Path file) throws MagicException {
    if (Files.isDirectory(file)) {
      throw new MagicException(file + " is a folder; name a file in it");
    }
    if (!Files.isDirectory(file.getParent())) {
      throw new MagicException(
          "there is no folder %s; make it first: !mkdir -p %s"
              .formatted(file.getParent(), shellWord(file.getParent())));
    }
    if (Files.exists(file) && !force) {
      throw new MagicException(file + " is there already; %save -f overwrites it");
    }
  }

  private List<HistoryRange> ranges() throws MagicException {
    try {
      return ranges.isEmpty()
          ? List.of(HistoryRange.ALL)
          : ranges.stream().map(HistoryRange::of).toList();
    } catch (IllegalArgumentException e) {
      throw new MagicException(e.getMessage(), e);
    }
  }

  private static void write(Path file, String text) throws MagicException {
    try {
      AtomicFileWriter.write(file, text);
    } catch (AccessDeniedException e) {
      throw new MagicException(
          "there is no permission to write to " + file.getParent() + "; name another place", e);
    } catch (IOException e) {
      throw new MagicException(file + " can't be written: " + e.getMessage(), e);
    }
  }

  private static String shellWord(Path path) {
    String word = path.toString();
    return word.matches("[\\w./~+@%,:=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
