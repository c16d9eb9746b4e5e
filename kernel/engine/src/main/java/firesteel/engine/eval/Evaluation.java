package firesteel.engine.eval;

import firesteel.api.error.CompileProblem;
import java.util.List;

/** What became of one snippet. */
public sealed interface Evaluation {
  /**
   * It ran.
   *
   * @param hasValue whether it is an expression whose value is to be shown
   * @param incidental whether the value is the object that the last method was called on, behind a
   *     semicolon: worth showing only if there is something to see
   * @param value the value; may be null
   * @param typeName the expression's type as Java writes it
   * @param notes what the user should know, such as variables that lost their values
   */
  record Done(
      boolean hasValue, boolean incidental, Object value, String typeName, List<String> notes)
      implements Evaluation {}

  /**
   * The compiler refused it; nothing ran.
   *
   * @param problems never empty
   */
  record Rejected(List<CompileProblem> problems) implements Evaluation {}

  /**
   * It ran and threw.
   *
   * @param thrown what it threw
   */
  record Threw(Throwable thrown) implements Evaluation {}
}
