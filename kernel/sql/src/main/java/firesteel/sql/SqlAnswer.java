package firesteel.sql;

import firesteel.api.display.MimeBundle;

/** The result of a statement. */
interface SqlAnswer {
  /** Whether it has rows, possibly zero; otherwise the statement only did something. */
  boolean hasRows();

  /** Says what the statement did, in a word or two: {@code ok}, {@code 3 rows}. */
  String done();

  /** Renders the first rows. */
  MimeBundle show() throws Exception;

  /** Returns the rows as the value of a variable, and of the cell. */
  Object value() throws Exception;

  /** Returns the type of {@link #value} as cells write it. */
  String typeName();

  /** Lists the columns with their types for the user. */
  String columns();
}
