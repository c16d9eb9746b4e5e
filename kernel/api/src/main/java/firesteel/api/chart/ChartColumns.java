package firesteel.api.chart;

import firesteel.api.magic.CandidatesInSession;
import firesteel.api.magic.CompletionPlace;
import java.util.List;

/** Proposes the columns of the data that a magic draws, as the magic reports them. */
final class ChartColumns implements CandidatesInSession {
  @Override
  public List<String> in(CompletionPlace place) {
    return place.magic() instanceof ChartedData data ? data.columns(place) : List.of();
  }
}
