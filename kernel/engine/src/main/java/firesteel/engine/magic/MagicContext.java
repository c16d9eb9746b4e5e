package firesteel.engine.magic;

import firesteel.engine.CellOutputs;
import firesteel.engine.CellResult;
import firesteel.engine.RunningCell;
import firesteel.engine.Session;
import java.nio.file.Path;
import java.util.Objects;

/** What a magic may use: the session's services and the outputs of the cell that it runs in. */
public final class MagicContext {
  private final RunningCell cell;

  MagicContext(RunningCell cell) {
    this.cell = Objects.requireNonNull(cell, "cell");
  }

  /** The session. */
  public Session session() {
    return cell.session();
  }

  /** The cell that holds the magic. */
  public RunningCell cell() {
    return cell;
  }

  /** Where the magic writes to. */
  public CellOutputs outputs() {
    return cell.outputs();
  }

  /** Writes a line to standard output. */
  public void println(String line) {
    outputs().stdout(line + "\n");
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
    return session().runWithin(cell, code);
  }

  /**
   * Runs text from elsewhere as a part of this cell, like {@link #run(String)}.
   *
   * @param source what errors call the text: a file's name
   */
  public Object run(String code, String source) throws Exception {
    return session().runWithin(cell, code, source);
  }

  /** A path as the user typed it, from the session's working directory on; {@code ~} is home. */
  public Path resolve(Path path) {
    return UserPaths.resolve(path.toString(), session().workingDirectory());
  }

  /** Hands text to the front door's editor when the cell ends. */
  public void offerNextInput(String text, boolean replace) {
    cell.offerNextInput(new CellResult.NextInput(text, replace));
  }
}
