package firesteel.notebook.report;

/** How a report shows the code of its cells. */
public enum CodeDisplay {
  /** Code is unfolded; a button folds it. */
  SHOWN,
  /** Code is folded; a button unfolds it. */
  HIDDEN,
  /** Code is not part of the page. */
  NONE
}
