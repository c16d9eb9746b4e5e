package firesteel.api.chart;

import firesteel.api.magic.CompletionPlace;
import java.util.List;

/** A magic that draws charts and knows which columns its data has, for completion. */
public interface ChartedData {
  /**
   * The names of the columns; empty when they aren't known. Called while cells may be running: it
   * is quick, starts nothing and must not throw.
   */
  List<String> columns(CompletionPlace place);
}
