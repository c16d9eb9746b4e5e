package firesteel.terminal;

import firesteel.engine.Session;
import firesteel.engine.history.HistoryEntry;
import firesteel.engine.magic.MagicContext;
import firesteel.engine.magic.MagicException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code %edit}: a cell or a file in the user's editor. What was written stands at the next prompt
 * and runs with Enter.
 */
final class EditMagic {
  private final TerminalModes modes;

  EditMagic(TerminalModes modes) {
    this.modes = modes;
  }

  void registerWith(Session session) {
    session
        .magics()
        .registerLine(
            "edit",
            "Opens the last cell, cell N or a file in $VISUAL or $EDITOR.",
            (context, arguments, body) -> edit(context, arguments));
  }

  private Object edit(MagicContext context, List<String> arguments) throws Exception {
    if (arguments.size() > 1) {
      throw new MagicException("%edit takes one cell's number, or one file");
    }
    if (arguments.isEmpty() || arguments.get(0).matches("\\d{1,9}")) {
      editCell(context, arguments.stream().findFirst().map(Integer::valueOf));
    } else {
      Path file = context.resolve(Path.of(arguments.get(0)));
      open(context, file);
      context.offerNextInput("%run " + quoted(arguments.get(0)), false);
    }
    return null;
  }

  private void editCell(MagicContext context, Optional<Integer> number) throws Exception {
    List<HistoryEntry> cells =
        number.isPresent()
            ? context.session().history().range(0, number.get(), number.get() + 1)
            : context.session().history().range(0, 1, Integer.MAX_VALUE);
    if (number.isPresent() && cells.isEmpty()) {
      throw new MagicException("there is no cell " + number.get() + " in this session");
    }
    Path file = Files.createTempFile("firesteel-cell", ".java");
    try {
      if (!cells.isEmpty()) {
        Files.writeString(file, cells.get(cells.size() - 1).input() + "\n");
      }
      open(context, file);
      context.offerNextInput(Files.readString(file).stripTrailing(), false);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void open(MagicContext context, Path file) throws Exception {
    String editor = editor(context);
    int status =
        modes.run(List.of("/bin/sh", "-c", editor + " \"$1\"", "firesteel", file.toString()));
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

  private static String quoted(String path) {
    return path.contains(" ") ? "\"" + path + "\"" : path;
  }
}
