package firesteel.sql;

import firesteel.api.display.MimeBundle;

/** What a statement gave. */
interface SqlAnswer {
  /** Whether there are rows, be they none; else it only did something. */
  boolean hasRows();

  /** What it did, in a word or two: {@code ok}, {@code 3 rows}. */
  String done();

  /** Draws the first rows. */
  MimeBundle show() throws Exception;

  /** The rows as the value of a variable, and of the cell. */
  Object value() throws Exception;

  /** The type of {@link #value} as cells write it. */
  String typeName();

  /** The columns with their types, for people. */
  String columns();
}
