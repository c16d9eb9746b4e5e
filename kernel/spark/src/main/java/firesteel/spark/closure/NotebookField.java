package firesteel.spark.closure;

/**
 * A static field of a class that a cell compiled to: a notebook variable when the class is a
 * wrapper, else a static field of a notebook's class.
 *
 * @param owner the class's binary name
 * @param name the field's name
 */
record NotebookField(String owner, String name) {
  /** Returns the key of the field in {@link firesteel.spark.executor.NotebookVariables}. */
  String key() {
    return owner + "." + name;
  }

  boolean isVariable() {
    return CodeNames.isWrapper(owner);
  }
}
