package firesteel.magics;

import firesteel.api.magic.CandidatesInSession;
import firesteel.api.session.Session;
import firesteel.api.session.Variable;
import firesteel.charts.plot.Plot;
import java.util.List;

/** Proposes the columns of the variable that a chart's line names. */
final class ChartColumns implements CandidatesInSession {
  @Override
  public List<String> in(Session session, List<String> words) {
    return session.variables().stream()
        .filter(variable -> words.contains(variable.name()))
        .map(Variable::value)
        .map(Plot::columnsOf)
        .filter(columns -> !columns.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
