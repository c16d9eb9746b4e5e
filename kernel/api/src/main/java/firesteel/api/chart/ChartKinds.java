package firesteel.api.chart;

import firesteel.api.magic.CandidatesInSession;
import firesteel.api.magic.CompletionPlace;
import java.util.List;

/** Proposes the kinds of charts ({@code completionCandidates} of picocli's annotations). */
public final class ChartKinds implements CandidatesInSession {
  /** Made by picocli. */
  public ChartKinds() {}

  @Override
  public List<String> in(CompletionPlace place) {
    return place.session().extension(Charts.class).map(Charts::kinds).orElse(List.of());
  }
}
