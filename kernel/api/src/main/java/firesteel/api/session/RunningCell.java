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
   * Returns the cell that the calling thread belongs to: the one that it runs, the one that a
   * pooled thread works for, or the one whose thread started it. Empty for the kernel's own
   * threads.
   */
  static Optional<RunningCell> current() {
    return CellLookup.installed().current();
  }

  /** The session that runs the cell. */
  Session session();

  /** The execution count, as in {@code In [3]}; 0 for cells that don't count. */
  int number();

  /**
   * The id of this run of the cell, unique within the session and across sessions; usable as a
   * Spark job group.
   */
  String id();

  /** The cell's text. */
  String code();

  /**
   * The frontend's outputs, without the extensions in between; for messages that concern the
   * frontend alone.
   */
  CellOutputs givenOutputs();

  /** The cell as the frontend sent it. */
  Cell cell();

  /** The outputs that the cell writes to. */
  CellOutputs outputs();

  /**
   * Asks the user for one line.
   *
   * @param prompt shown to the user; may be empty
   * @param password whether the typed text must be hidden
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
   * @throws Exception what the expression threw; an error in the user's terms when the text is not
   *     an expression with a value; compile errors as in {@link #run(String)}
   */
  Object evaluate(String expression, Origin origin) throws Exception;

  /**
   * Declares a variable of the notebook; an existing variable gets the new type and value.
   *
   * @param typeName the type as cells write it
   * @param name a Java identifier
   * @param value its value, an instance of the type
   * @param origin where the name stands, for error messages
   */
  void define(String typeName, String name, Object value, Origin origin) throws Exception;

  /**
   * Shows a bundle, so that it can be updated.
   *
   * @return the display id; not shown as the value of a cell that ends with the call
   */
  String display(MimeBundle bundle);

  /** Returns whether the cell was asked to stop. */
  boolean isInterrupted();

  /** Puts text into the frontend's editor when the cell ends; the last call wins. */
  void offerNextInput(CellResult.NextInput input);
}
