package firesteel.engine.magic;

import firesteel.engine.RunningCell;
import firesteel.engine.Session;
import firesteel.engine.assist.Completion;
import firesteel.engine.display.MimeBundle;
import firesteel.engine.eval.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The magics that are on the class path, and how they are run, completed and explained. Nothing is
 * looked up before the first question. Thread-safe.
 */
public final class Magics {
  private final MagicRegistry registry;
  private final MagicCompleter completer;
  private final MagicHelp help;
  private final ShellEnvironment environment = new ShellEnvironment();
  private final ShellCommandRunner shell = new ShellCommandRunner(environment);

  /** Finds the magics that a class loader sees. */
  public Magics(ClassLoader loader) {
    registry = new MagicRegistry(loader);
    completer = new MagicCompleter(registry);
    help = new MagicHelp(registry);
  }

  /** The names of the line magics, sorted. */
  public List<String> lineNames() {
    return List.copyOf(registry.all(MagicKind.LINE).keySet());
  }

  /** The names of the cell magics, sorted. */
  public List<String> cellNames() {
    return List.copyOf(registry.all(MagicKind.CELL).keySet());
  }

  /** What a magic of either kind does, in one line; empty when there is none of that name. */
  public Optional<String> summary(String name) {
    return registry
        .find(MagicKind.LINE, name)
        .or(() -> registry.find(MagicKind.CELL, name))
        .map(MagicRegistry.Entry::summary);
  }

  /** Runs a line magic that no cell holds, such as one that code calls by its name. */
  public Object runLine(String name, String arguments, RunningCell cell) throws Exception {
    return runLine(name, arguments, cell, Origin.ofCell(cell.number(), 1));
  }

  /** Runs a cell magic that no cell holds; see {@link #runLine(String, String, RunningCell)}. */
  public Object runCell(String name, String arguments, String body, RunningCell cell)
      throws Exception {
    return runCell(name, arguments, body, cell, Origin.ofCell(cell.number(), 1));
  }

  /**
   * Registers a line magic that is none of a plug-in; it takes the place of one of its name.
   *
   * @param name without the percent sign
   * @param summary what it does, in a line
   */
  public void registerLine(String name, String summary, MagicFunction function) {
    registry.add(MagicKind.LINE, entry(name, summary, function));
  }

  /** Registers a cell magic; see {@link #registerLine}. */
  public void registerCell(String name, String summary, MagicFunction function) {
    registry.add(MagicKind.CELL, entry(name, summary, function));
  }

  private static MagicRegistry.Entry entry(String name, String summary, MagicFunction function) {
    if (!name.matches("[A-Za-z_]\\w*")) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is no name for a magic: letters, digits and underscores are");
    }
    Objects.requireNonNull(function, "function");
    return new MagicRegistry.Entry(
        name, summary, RegisteredMagic.class, () -> new RegisteredMagic(summary, function));
  }

  /**
   * Runs a line magic.
   *
   * @param name without the percent sign
   * @param arguments the rest of the line as typed
   * @param origin where the line stands
   * @throws MagicException when there is no such magic (naming the nearest) or the arguments don't
   *     fit (with the usage)
   */
  public Object runLine(String name, String arguments, RunningCell cell, Origin origin)
      throws Exception {
    MagicCommand command = command(MagicKind.LINE, name);
    return runLine(command, command.parse(arguments), new MagicContext(cell, origin));
  }

  /** Runs a line magic that no cell holds, with one argument for each word, whatever is in it. */
  public Object runLine(String name, List<String> arguments, RunningCell cell) throws Exception {
    MagicCommand command = command(MagicKind.LINE, name);
    return runLine(command, command.parse(arguments), elsewhere(cell));
  }

  private static Object runLine(MagicCommand command, boolean run, MagicContext context)
      throws Exception {
    return run ? ((LineMagic) command.magic()).runLine(context) : showHelp(command, context.cell());
  }

  /**
   * Runs a cell magic; see {@link #runLine}.
   *
   * @param origin where the body starts
   */
  public Object runCell(String name, String arguments, String body, RunningCell cell, Origin origin)
      throws Exception {
    MagicCommand command = command(MagicKind.CELL, name);
    return runCell(command, command.parse(arguments), body, new MagicContext(cell, origin));
  }

  /** Runs a cell magic that no cell holds, with one argument for each word, whatever is in it. */
  public Object runCell(String name, List<String> arguments, String body, RunningCell cell)
      throws Exception {
    MagicCommand command = command(MagicKind.CELL, name);
    return runCell(command, command.parse(arguments), body, elsewhere(cell));
  }

  private static Object runCell(
      MagicCommand command, boolean run, String body, MagicContext context) throws Exception {
    return run
        ? ((CellMagic) command.magic()).runCell(context, body)
        : showHelp(command, context.cell());
  }

  private static MagicContext elsewhere(RunningCell cell) {
    return new MagicContext(cell, Origin.ofCell(cell.number(), 1));
  }

  /**
   * What to say of a cell magic that isn't the first line of its cell.
   *
   * @param name without the percent signs
   * @param at where it stands
   */
  public MagicException misplaced(String name, Origin at) {
    return MisplacedMagic.of(name, registry, at);
  }

  /** See {@link MagicContext#refuseCellMagicIn}. */
  void refuseCellMagicIn(String body, Origin origin) throws MagicException {
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

  /**
   * Runs a shell command in the session's working directory, its output streamed to the cell, with
   * nothing on its standard input. An interrupt of the calling thread ends it and all that it
   * started.
   *
   * @throws MagicException when it can't start or ends with a status other than 0
   */
  public void runShell(String command, RunningCell cell) throws Exception {
    shell.run(command, cell.session().workingDirectory(), cell.outputs());
  }

  /** The environment variables that shell commands see. */
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
    return completer.complete(line, cursor, folder, null);
  }

  /**
   * Completes a magic's line, also with what depends on the notebook; else like {@link
   * #complete(String, int, Path)}.
   */
  public Completion complete(String line, int cursor, Session session) {
    return completer.complete(line, cursor, session.workingDirectory(), session);
  }

  /**
   * Where the Java code of a magic's line stands, as in {@code %time run()}, so that it can be
   * completed as Java; empty for lines that hold none.
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
      return Optional.empty(); // the magic can't be made: it says why when it is run
    }
  }

  /**
   * Completes in the text below a cell magic's first line.
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
   * Completes in the text that a line magic takes as it is; empty where there is none, or the magic
   * leaves it to others.
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
      return Optional.empty(); // the magic can't be made: it says why when it is run
    }
  }

  private static Optional<Object> parsed(
      MagicRegistry.Entry entry, MagicKind kind, String arguments) {
    try {
      MagicCommand command = new MagicCommand(entry, kind);
      return command.parse(arguments) ? Optional.of(command.magic()) : Optional.empty();
    } catch (MagicException e) {
      return Optional.empty(); // its line doesn't fit yet: it says so when it is run
    }
  }

  /** What a magic does and takes; empty when there is none of that name. */
  public Optional<MimeBundle> help(String name) {
    return help.of(name);
  }
}
