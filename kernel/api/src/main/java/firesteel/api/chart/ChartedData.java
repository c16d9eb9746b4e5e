package firesteel.api.chart;

import firesteel.api.magic.CompletionPlace;
import java.util.List;

/** A magic that draws charts and can list the columns of its data for completion. */
public interface ChartedData {
  /**
   * The names of the columns; empty when they aren't known. Called while cells may be running: it
   * must be quick, start nothing and not throw.
   */
  List<String> columns(CompletionPlace place);
}
