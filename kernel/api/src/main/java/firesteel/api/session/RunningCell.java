package firesteel.api.session;

import firesteel.api.display.MimeBundle;
import java.util.Optional;

/**
 * A cell that runs or has run; every thread that it started belongs to it.
 *
 * <p>Thread-safe.
 */
public interface RunningCell {
  /**
   * The cell that the calling thread belongs to: the one it runs, or the one that a pooled thread
   * works for, or the one whose thread started it. Empty for the kernel's own threads.
   */
  static Optional<RunningCell> current() {
    return CellLookup.installed().current();
  }

  /** The session that runs the cell. */
  Session session();

  /** The execution count, as in {@code In [3]}; 0 for cells that don't count. */
  int number();

  /**
   * A name for this run of this cell, unique within the session's life and across sessions: good as
   * a Spark job group.
   */
  String id();

  /** The cell's text. */
  String code();

  /** The outputs as the frontend gave them, for what is its own business alone. */
  CellOutputs givenOutputs();

  /** What the frontend said of the cell. */
  Cell cell();

  /** Where the cell writes to. */
  CellOutputs outputs();

  /**
   * Asks the user for one line.
   *
   * @param prompt shown to the user; may be empty
   * @param password whether what is typed must not be shown
   * @throws InputRefusedException when the cell may not ask
   * @throws InterruptedException when the waiting thread is interrupted
   */
  String ask(String prompt, boolean password) throws InputRefusedException, InterruptedException;

  /**
   * Runs text as a part of this cell, on the calling thread: Java, line magics or a cell magic.
   *
   * @param code the text
   * @return the value of its last expression, or null
   * @throws Exception what the text threw; a compile error as an exception that the session shows
   *     like any compile error of the cell
   */
  Object run(String code) throws Exception;

  /**
   * Runs text that comes from elsewhere, such as a file; else like {@link #run(String)}.
   *
   * @param source what errors call the text in place of {@code Cell [3]}: a file's name
   */
  Object run(String code, String source) throws Exception;

  /**
   * Evaluates a Java expression on the calling thread.
   *
   * @param origin where it stands, for error messages
   * @return its value; may be null
   * @throws Exception what the expression threw; an error in the user's terms when the text is no
   *     expression with a value; compile errors as in {@link #run(String)}
   */
  Object evaluate(String expression, Origin origin) throws Exception;

  /**
   * Declares a variable of the notebook, or gives one that is there a new value; its type becomes
   * this one.
   *
   * @param typeName the type as cells write it
   * @param name a Java identifier
   * @param value what it is set to; of the type
   * @param origin where the name stands, for error messages
   */
  void define(String typeName, String name, Object value, Origin origin) throws Exception;

  /**
   * Shows a bundle, so that it can be updated.
   *
   * @return the display id; not shown as the value of a cell that ends with the call
   */
  String display(MimeBundle bundle);

  /** Whether the cell was asked to stop. */
  boolean isInterrupted();

  /** Hands text to the frontend's editor when the cell ends; the last call wins. */
  void offerNextInput(CellResult.NextInput input);
}
