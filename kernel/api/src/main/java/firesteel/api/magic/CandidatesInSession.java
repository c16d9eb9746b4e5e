package firesteel.api.magic;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Values to propose for an option or an argument ({@code completionCandidates} of picocli's
 * annotations) that depend on what the notebook holds, such as the columns of a variable.
 *
 * <pre>{@code
 * final class VariableNames implements CandidatesInSession {
 *   public List<String> in(CompletionPlace place) {
 *     return place.session().variables().stream().map(Variable::name).toList();
 *   }
 * }
 *
 * @Parameters(completionCandidates = VariableNames.class, description = "The variable to show.")
 * private String variable;
 * }</pre>
 */
public interface CandidatesInSession extends Iterable<String> {
  /**
   * Returns the values. Called while cells may be running: it must be quick, start nothing and not
   * throw.
   */
  List<String> in(CompletionPlace place);

  /** No values, as there is no session. */
  @Override
  default Iterator<String> iterator() {
    return Collections.emptyIterator();
  }
}
