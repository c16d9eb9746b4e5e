package firesteel.notebook.parameters;

/** The type of a parameter, which reads its value. */
interface ParameterType {
  /**
   * A value that fits.
   *
   * @param java the expression with this value
   * @param json the value as JSON holds it
   */
  record Fitted(String java, Object json) {}

  /**
   * Reads a value.
   *
   * @throws UnfitValueException when it doesn't fit
   */
  Fitted fit(GivenValue value) throws UnfitValueException;

  /** Returns what fits, for messages, such as "a whole number". */
  String wanted();

  /** Returns whether the type has null among its values. */
  boolean hasNull();
}
