package firesteel.charts;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.Session;
import firesteel.charts.session.ChartsExtension;
import firesteel.engine.JavaSession;
import firesteel.engine.TestClassPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which outputs of a notebook hold the library that draws the charts of the HTML forms. */
class NotebookChartsTest {
  private static final String CHART =
      "firesteel.charts.Figure.of(List.of(Map.of(\"type\", \"bar\", \"y\", List.of(1, 2))), Map.of())";

  private static Session session;
  private final Notebook notebook = new Notebook();

  @BeforeAll
  static void open() {
    session =
        JavaSession.builder()
            .classPath(TestClassPath.entries())
            .extension(new ChartsExtension())
            .build();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  /** The outputs of cells as a frontend keeps them: by display id, and the value last. */
  private final class Notebook {
    private final Map<String, Map<String, MimeBundle>> cells = new LinkedHashMap<>();

    void run(String id, String code, String... deleted) {
      Map<String, MimeBundle> outputs = new LinkedHashMap<>();
      cells.put(id, outputs);
      Cell cell = new Cell(code, true, false, Optional.of(id), Set.of(deleted));
      List.of(deleted).forEach(cells::remove);
      CellResult result =
          session.execute(
              cell,
              new CellOutputs() {
                @Override
                public void stdout(String text) {}

                @Override
                public void stderr(String text) {}

                @Override
                public void display(MimeBundle bundle, Optional<String> displayId) {
                  outputs.put(displayId.orElseThrow(), bundle);
                }

                @Override
                public void update(String displayId, MimeBundle bundle) {
                  cells.values().forEach(shown -> shown.replace(displayId, bundle));
                }

                @Override
                public void clear(boolean wait) {
                  outputs.clear();
                }

                @Override
                public String ask(String prompt, boolean password) {
                  throw new UnsupportedOperationException();
                }
              });
      assertThat(result.error()).isEmpty();
      result.value().ifPresent(value -> outputs.put("value", value));
    }

    /** Returns the cells that hold the library, each as often as it holds it. */
    List<String> libraries() {
      List<String> found = new ArrayList<>();
      cells.forEach(
          (id, outputs) ->
              outputs.values().stream()
                  .map(bundle -> bundle.data().get(MimeBundle.HTML))
                  .filter(html -> html instanceof String text && ChartHtml.hasLibrary(text))
                  .forEach(html -> found.add(id)));
      return found;
    }
  }

  @BeforeEach
  void forgetEarlierNotebooks() {
    notebook.run("first", "1", "a", "b", "c", "first");
  }

  @Test
  void only_the_first_chart_holds_the_library() {
    notebook.run("a", "display(" + CHART + "); " + CHART);
    notebook.run("b", CHART);

    assertThat(notebook.libraries()).containsExactly("a");
  }

  @Test
  void the_next_chart_brings_it_anew_when_its_cell_ran_again() {
    notebook.run("a", CHART);
    notebook.run("b", CHART);
    notebook.run("a", "1");
    assertThat(notebook.libraries()).isEmpty();

    notebook.run("c", CHART);

    assertThat(notebook.libraries()).containsExactly("c");
  }

  @Test
  void a_cell_that_runs_again_has_it_again() {
    notebook.run("a", CHART);
    notebook.run("b", CHART);
    notebook.run("a", CHART);

    assertThat(notebook.libraries()).containsExactly("a");
  }

  @Test
  void the_next_chart_brings_it_anew_when_its_cell_is_deleted() {
    notebook.run("a", CHART);
    notebook.run("b", CHART, "a");

    assertThat(notebook.libraries()).containsExactly("b");
  }

  @Test
  void a_display_that_is_replaced_over_and_over_has_it_in_the_end() {
    notebook.run(
        "a",
        "String shown = display(%s); for (int i = 0; i < 3; i++) { updateDisplay(shown, %s); }"
            .formatted(CHART, CHART));
    assertThat(notebook.libraries()).containsExactly("a");

    notebook.run("b", "updateDisplay(shown, \"done\");");
    notebook.run("c", CHART);

    assertThat(notebook.libraries()).containsExactly("c");
  }

  @Test
  void charts_that_are_cleared_leave_it_to_the_last_one() {
    notebook.run(
        "a", "for (int i = 0; i < 3; i++) { clearOutput(true); display(%s); }".formatted(CHART));
    notebook.run("b", CHART);

    assertThat(notebook.libraries()).containsExactly("a");
  }

  @Test
  void a_value_that_follows_a_cleared_chart_has_it() {
    notebook.run("a", "display(%s); clearOutput(); %s".formatted(CHART, CHART));

    assertThat(notebook.libraries()).containsExactly("a");
  }

  @Test
  void what_is_not_kept_in_the_notebook_never_holds_it() {
    session.evaluate(CHART, CellOutputs.none());
    notebook.run("a", CHART);

    assertThat(notebook.libraries()).containsExactly("a");
  }

  @Test
  void jsplots_figures_are_charts() {
    notebook.run(
        "a", "tech.tablesaw.plotly.api.Histogram.create(\"Lengths\", new double[] {1, 2, 2})");

    MimeBundle value = notebook.cells.get("a").get("value");
    assertThat(value.data()).containsKeys("application/vnd.plotly.v1+json", MimeBundle.HTML);
    assertThat(value.text()).isEqualTo("histogram chart \"Lengths\", 1 trace, 3 points");
  }
}
