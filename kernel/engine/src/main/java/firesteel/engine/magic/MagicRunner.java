package firesteel.engine.magic;

import firesteel.api.completion.Completion;
import firesteel.api.display.MimeBundle;
import firesteel.api.error.MagicException;
import firesteel.api.magic.BodyCompleter;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.magic.RawText;
import firesteel.api.session.MagicFunction;
import firesteel.api.session.Magics;
import firesteel.api.session.Origin;
import firesteel.api.session.RunningCell;
import firesteel.api.session.Session;
import firesteel.api.session.ShellEnvironment;
import firesteel.engine.plugin.LoadedPlugins;
import firesteel.engine.plugin.PluginContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The magics that a session has, and how they are run, completed and explained. Nothing is looked
 * up before the first question. Thread-safe.
 */
public final class MagicRunner implements Magics {
  private final MagicRegistry registry;
  private final MagicCompleter completer;
  private final MagicHelp help;
  private final SessionEnvironment environment = new SessionEnvironment();
  private final ShellCommandRunner shellCommands = new ShellCommandRunner(environment);

  /** Runs the magics of plug-ins, those of the class path among them. */
  public MagicRunner(LoadedPlugins plugins) {
    registry = new MagicRegistry(plugins);
    completer = new MagicCompleter(registry);
    help = new MagicHelp(registry);
  }

  @Override
  public List<String> lineNames() {
    return List.copyOf(registry.all(MagicKind.LINE).keySet());
  }

  @Override
  public List<String> cellNames() {
    return List.copyOf(registry.all(MagicKind.CELL).keySet());
  }

  @Override
  public Optional<String> summary(String name) {
    return registry
        .find(MagicKind.LINE, name)
        .or(() -> registry.find(MagicKind.CELL, name))
        .map(MagicRegistry.Entry::summary);
  }

  @Override
  public Object runLine(String name, String arguments, RunningCell cell) throws Exception {
    return runLine(name, arguments, cell, Origin.ofCell(cell.number(), 1));
  }

  @Override
  public Object runCell(String name, String arguments, String body, RunningCell cell)
      throws Exception {
    return runCell(name, arguments, body, cell, Origin.ofCell(cell.number(), 1));
  }

  @Override
  public void registerLine(String name, String summary, MagicFunction function) {
    registry.add(MagicKind.LINE, entry(name, summary, function));
  }

  @Override
  public void registerCell(String name, String summary, MagicFunction function) {
    registry.add(MagicKind.CELL, entry(name, summary, function));
  }

  private static MagicRegistry.Entry entry(String name, String summary, MagicFunction function) {
    if (!name.matches("[A-Za-z_]\\w*")) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is not a name for a magic: letters, digits and underscores are");
    }
    Objects.requireNonNull(function, "function");
    return new MagicRegistry.Entry(
        name, summary, RegisteredMagic.class, () -> new RegisteredMagic(summary, function));
  }

  @Override
  public Object runLine(String name, String arguments, RunningCell cell, Origin origin)
      throws Exception {
    MagicCommand command = command(MagicKind.LINE, name);
    return runLine(command, command.parse(arguments), new MagicContext(cell, origin));
  }

  @Override
  public Object runLine(String name, List<String> arguments, RunningCell cell) throws Exception {
    MagicCommand command = command(MagicKind.LINE, name);
    return runLine(command, command.parse(arguments), elsewhere(cell));
  }

  private static Object runLine(MagicCommand command, boolean run, MagicContext context)
      throws Exception {
    LineMagic magic = (LineMagic) command.magic();
    return run
        ? PluginContext.call(magic, () -> magic.runLine(context))
        : showHelp(command, context.cell());
  }

  @Override
  public Object runCell(String name, String arguments, String body, RunningCell cell, Origin origin)
      throws Exception {
    MagicCommand command = command(MagicKind.CELL, name);
    return runCell(command, command.parse(arguments), body, new MagicContext(cell, origin));
  }

  @Override
  public Object runCell(String name, List<String> arguments, String body, RunningCell cell)
      throws Exception {
    MagicCommand command = command(MagicKind.CELL, name);
    return runCell(command, command.parse(arguments), body, elsewhere(cell));
  }

  private static Object runCell(
      MagicCommand command, boolean run, String body, MagicContext context) throws Exception {
    CellMagic magic = (CellMagic) command.magic();
    return run
        ? PluginContext.call(magic, () -> magic.runCell(context, body))
        : showHelp(command, context.cell());
  }

  private static MagicContext elsewhere(RunningCell cell) {
    return new MagicContext(cell, Origin.ofCell(cell.number(), 1));
  }

  /**
   * Returns the error for a cell magic that isn't the first line of its cell.
   *
   * @param name without the percent signs
   * @param at its position
   */
  public MagicException misplaced(String name, Origin at) {
    return MisplacedMagic.of(name, registry, at);
  }

  @Override
  public void refuseCellMagicIn(String body, Origin origin) throws MagicException {
    MisplacedMagic.refuseIn(body, registry, origin);
  }

  private MagicCommand command(MagicKind kind, String name) throws MagicException {
    Optional<MagicRegistry.Entry> entry = registry.find(kind, name);
    if (entry.isEmpty()) {
      throw registry.unknown(kind, name);
    }
    return new MagicCommand(entry.get(), kind);
  }

  private static Object showHelp(MagicCommand command, RunningCell cell) {
    cell.outputs().display(MagicHelp.bundle(List.of(command.usage())), Optional.empty());
    return null;
  }

  @Override
  public void runShell(String command, RunningCell cell) throws Exception {
    shellCommands.run(command, cell.session().workingDirectory(), cell.outputs());
  }

  @Override
  public ShellEnvironment environment() {
    return environment;
  }

  /**
   * Completes a magic's line: its name, its options, its arguments (paths where it takes paths).
   *
   * @param line the whole line, from its percent signs or exclamation mark on
   * @param cursor UTF-16 units from the start of the line; the result counts from there too
   * @param folder what relative paths start from: the session's working directory
   */
  public Completion complete(String line, int cursor, Path folder) {
    return completer.complete(line, cursor, folder);
  }

  /**
   * Completes a magic's line, including values that depend on the notebook; otherwise like {@link
   * #complete(String, int, Path)}.
   *
   * @param body the cell's text below a cell magic's line; empty for a line magic
   */
  public Completion complete(String line, int cursor, Session session, String body) {
    return completer.complete(line, cursor, session, body);
  }

  /**
   * Returns the position of Java code in a magic's line, such as {@code %time run()}, so that it
   * can be completed as Java; empty for lines without Java.
   */
  public Optional<JavaText> java(String line) {
    MagicLine magic = MagicLine.of(line);
    if (magic == null || magic.nameEnd() == line.length()) {
      return Optional.empty();
    }
    Optional<MagicRegistry.Entry> entry = registry.find(magic.kind(), magic.name());
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    try {
      MagicCommand command = new MagicCommand(entry.get(), magic.kind());
      if (command.rawText().filter(RawText::java).isEmpty()) {
        return Optional.empty();
      }
      String arguments = line.substring(magic.argumentsStart());
      int start = command.rawStart(arguments);
      int end = command.rawEnd(arguments, start);
      return Optional.of(
          new JavaText(magic.argumentsStart() + start, magic.argumentsStart() + end));
    } catch (MagicException e) {
      return Optional.empty(); // the magic can't be instantiated; running it shows why
    }
  }

  /**
   * Completes the text below a cell magic's first line.
   *
   * @param name without the percent signs
   * @param arguments the rest of the first line
   * @param cursor UTF-16 units from the start of the body; the result counts from there too
   */
  public Completion completeBody(
      Session session, String name, String arguments, String body, int cursor) {
    return registry
        .find(MagicKind.CELL, name)
        .flatMap(entry -> parsed(entry, MagicKind.CELL, arguments))
        .filter(BodyCompleter.class::isInstance)
        .map(magic -> ((BodyCompleter) magic).completeBody(session, body, cursor))
        .orElseGet(() -> Completion.none(cursor));
  }

  /**
   * Completes the raw text of a line magic; empty where there is none, or the magic doesn't
   * complete it.
   *
   * @param line the whole line
   * @param cursor UTF-16 units from the start of the line; the result counts from there too
   */
  public Optional<Completion> completeRawText(Session session, String line, int cursor) {
    MagicLine magic = MagicLine.of(line);
    if (magic == null || magic.kind() != MagicKind.LINE || cursor <= magic.nameEnd()) {
      return Optional.empty();
    }
    Optional<MagicRegistry.Entry> entry = registry.find(MagicKind.LINE, magic.name());
    if (entry.isEmpty() || !BodyCompleter.class.isAssignableFrom(entry.get().type())) {
      return Optional.empty();
    }
    try {
      String arguments = line.substring(magic.argumentsStart());
      MagicCommand command = new MagicCommand(entry.get(), MagicKind.LINE);
      int start = magic.argumentsStart() + command.rawStart(arguments);
      String options = arguments.substring(0, start - magic.argumentsStart());
      boolean optionBegun = line.startsWith("-", start);
      if (cursor < start || optionBegun || !options.isEmpty() && !options.endsWith(" ")) {
        return Optional.empty();
      }
      return parsed(entry.get(), MagicKind.LINE, options)
          .map(
              completer ->
                  ((BodyCompleter) completer)
                      .completeBody(session, line.substring(start), cursor - start)
                      .movedBy(start));
    } catch (MagicException e) {
      return Optional.empty(); // the magic can't be instantiated; running it shows why
    }
  }

  private static Optional<Object> parsed(
      MagicRegistry.Entry entry, MagicKind kind, String arguments) {
    try {
      MagicCommand command = new MagicCommand(entry, kind);
      return command.parse(arguments) ? Optional.of(command.magic()) : Optional.empty();
    } catch (MagicException e) {
      return Optional.empty(); // its line can't be parsed yet; running it shows why
    }
  }

  @Override
  public Optional<MimeBundle> help(String name) {
    return help.of(name);
  }
}
