package firesteel.magics.terminal;

import firesteel.api.error.MagicException;
import firesteel.api.history.HistoryEntry;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.terminal.ShellOutputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Implements {@code %edit}, which opens a cell or a file in the user's editor. */
@Command(
    name = "edit",
    description = {
      "Opens a cell or a file in your editor.",
      "",
      "The editor is that of the environment variable VISUAL, else of EDITOR. What was written stands"
          + " at the next prompt, and runs with Enter; of a file, the command that runs it."
    })
public final class EditMagic implements LineMagic {
  @Parameters(
      arity = "0..1",
      paramLabel = "N|FILE",
      description = "The number of a cell of this session, or a file; by default the last cell.")
  private String what;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    if (!(context.cell().givenOutputs() instanceof ShellOutputs shell)) {
      throw new MagicException("%edit opens an editor in the terminal, and needs the shell");
    }
    if (what == null || what.matches("\\d{1,9}")) {
      editCell(context, shell);
    } else {
      open(context, shell, context.resolve(Path.of(what)));
      context.offerNextInput("%run " + (what.contains(" ") ? "\"" + what + "\"" : what), false);
    }
    return null;
  }

  private void editCell(MagicContext context, ShellOutputs shell) throws Exception {
    int first = what == null ? 1 : Integer.parseInt(what);
    int end = what == null ? Integer.MAX_VALUE : first + 1;
    List<HistoryEntry> cells = context.session().history().range(0, first, end);
    if (what != null && cells.isEmpty()) {
      throw new MagicException("there is no cell " + what + " in this session");
    }
    Path file = Files.createTempFile("firesteel-cell", ".java");
    try {
      if (!cells.isEmpty()) {
        Files.writeString(file, cells.get(cells.size() - 1).input() + "\n");
      }
      open(context, shell, file);
      context.offerNextInput(Files.readString(file).stripTrailing(), false);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void open(MagicContext context, ShellOutputs shell, Path file) throws Exception {
    String editor = editor(context);
    int status =
        shell.giveTerminalTo(
            () ->
                new ProcessBuilder("sh", "-c", editor + " \"$1\"", "sh", file.toString())
                    .inheritIO()
                    .start()
                    .waitFor());
    if (status != 0) {
      throw new MagicException("the editor (" + editor + ") ended with status " + status);
    }
  }

  private static String editor(MagicContext context) throws MagicException {
    return Stream.of("VISUAL", "EDITOR")
        .map(context.session().magics().environment().all()::get)
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .orElseThrow(
            () -> new MagicException("no editor is set; name one: %env EDITOR=/usr/bin/vi"));
  }
}
