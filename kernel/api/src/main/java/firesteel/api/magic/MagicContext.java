package firesteel.api.magic;

import firesteel.api.error.MagicException;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.Origin;
import firesteel.api.session.RunningCell;
import firesteel.api.session.Session;
import java.nio.file.Path;
import java.util.Objects;

/** Gives a magic access to its session and to the outputs of the cell that it runs in. */
public final class MagicContext {
  private final RunningCell cell;
  private final Origin origin;

  /**
   * Creates the context of one run of a magic.
   *
   * @param cell the cell that holds the magic
   * @param origin see {@link #origin}
   */
  public MagicContext(RunningCell cell, Origin origin) {
    this.cell = Objects.requireNonNull(cell, "cell");
    this.origin = Objects.requireNonNull(origin, "origin");
  }

  /** The session. */
  public Session session() {
    return cell.session();
  }

  /** The cell that holds the magic. */
  public RunningCell cell() {
    return cell;
  }

  /**
   * The position of the magic's text: the line of a line magic, the first line of a cell magic's
   * body.
   */
  public Origin origin() {
    return origin;
  }

  /** The outputs that the magic writes to. */
  public CellOutputs outputs() {
    return cell.outputs();
  }

  /** Writes a line to standard output. */
  public void println(String line) {
    outputs().stdout(line + "\n");
  }

  /**
   * Checks that no other cell magic begins in a cell magic's body; for languages that have no such
   * line.
   *
   * @throws MagicException when one begins there; the message says where it belongs
   */
  public void refuseCellMagicIn(String body) throws MagicException {
    session().magics().refuseCellMagicIn(body, origin);
  }

  /**
   * Runs text as a part of this cell, on the calling thread: Java, line magics or a cell magic.
   *
   * @param code the text
   * @return the value of its last expression, or null
   * @throws Exception what the text threw; a compile error as an exception that the session shows
   *     like any compile error of the cell
   */
  public Object run(String code) throws Exception {
    return cell.run(code);
  }

  /**
   * Runs text from elsewhere as a part of this cell, like {@link #run(String)}.
   *
   * @param source what errors call the text: a file's name
   */
  public Object run(String code, String source) throws Exception {
    return cell.run(code, source);
  }

  /**
   * Evaluates a Java expression that stands in the magic's text, on the calling thread.
   *
   * @param line the line of the magic's text, counted from 1, that it starts on: for error messages
   * @return its value; may be null
   * @throws MagicException when the text is not an expression with a value
   * @throws Exception what the expression threw; compile errors as in {@link #run(String)}
   */
  public Object evaluate(String expression, int line) throws Exception {
    return cell.evaluate(expression, origin.down(line - 1));
  }

  /**
   * Declares a variable of the notebook; an existing variable gets the new type and value.
   *
   * @param typeName the type as cells write it
   * @param name a Java identifier
   * @param value its value, an instance of the type
   */
  public void define(String typeName, String name, Object value) throws Exception {
    cell.define(typeName, name, value, origin);
  }

  /**
   * Resolves a path that the user typed against the session's working directory; {@code ~} is the
   * user's home.
   */
  public Path resolve(Path path) {
    return UserPaths.resolve(path.toString(), session().workingDirectory());
  }

  /** Puts text into the frontend's editor when the cell ends. */
  public void offerNextInput(String text, boolean replace) {
    cell.offerNextInput(new CellResult.NextInput(text, replace));
  }
}
