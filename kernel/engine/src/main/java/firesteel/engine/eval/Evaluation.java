package firesteel.engine.eval;

import firesteel.api.error.CompileProblem;
import java.util.List;

/** The result of evaluating one snippet. */
public sealed interface Evaluation {
  /**
   * The snippet ran.
   *
   * @param hasValue whether it is an expression whose value should be shown
   * @param incidental whether the value is only the object that the last method was called on, in a
   *     statement with a semicolon; it is shown only when it is rich content
   * @param value the value; may be null
   * @param typeName the expression's type as Java writes it
   * @param notes what the user should know, such as variables that lost their values
   */
  record Done(
      boolean hasValue, boolean incidental, Object value, String typeName, List<String> notes)
      implements Evaluation {}

  /**
   * The compiler rejected the snippet; nothing ran.
   *
   * @param problems never empty
   */
  record Rejected(List<CompileProblem> problems) implements Evaluation {}

  /**
   * The snippet ran and threw an exception.
   *
   * @param thrown the exception
   */
  record Threw(Throwable thrown) implements Evaluation {}
}
