package firesteel.spark.plan;

import firesteel.api.display.Html;
import firesteel.api.display.MimeBundle;
import firesteel.api.table.HtmlTable;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.execution.ExplainMode;
import org.apache.spark.sql.execution.QueryExecution;
import org.slf4j.LoggerFactory;

/** Shows how Spark will compute a Dataset: as a tree, and as Spark's own text. */
public final class PlanView {
  private static final int MAX_CHARACTERS = 160;
  private static final String LINES =
      "<div style=\"font-family:var(--jp-code-font-family,monospace);font-size:12px;"
          + "line-height:1.5;white-space:pre;overflow:auto\">";
  private static final String OWN_WORDS =
      "<pre style=\"font-size:12px;overflow:auto;max-height:40em\">";

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final boolean whole;

  private PlanView(boolean whole) {
    this.whole = whole;
  }

  /**
   * Returns the plan; runs nothing.
   *
   * @param extended whether long lines are kept whole and Spark's logical plans are included
   * @return empty when the plan is on a server and not here: Spark's own {@code explain()} asks the
   *     server
   */
  public static Optional<MimeBundle> of(Dataset<?> dataset, boolean extended) {
    if (!(dataset instanceof org.apache.spark.sql.classic.Dataset<?> classic)) {
      return Optional.empty();
    }
    QueryExecution execution = classic.queryExecution();
    String own =
        execution
            .explainString(ExplainMode.fromString(extended ? "extended" : "formatted"))
            .strip();
    PlanView view = new PlanView(extended);
    try {
      view.add(PlanReader.read(execution.executedPlan()), "", "");
    } catch (LinkageError e) {
      // Another Spark 4: its plans have other classes.
      LoggerFactory.getLogger(PlanView.class).debug("The plan can't be read", e);
      return Optional.of(MimeBundle.text(own).withHtml(OWN_WORDS + Html.escape(own) + "</pre>"));
    }
    String folded = HtmlTable.folded("in Spark's words", OWN_WORDS + Html.escape(own) + "</pre>");
    return Optional.of(
        MimeBundle.text(view.text.toString().stripTrailing() + (extended ? "\n\n" + own : ""))
            .withHtml("<div>" + LINES + view.html + "</div>" + folded + "</div>"));
  }

  /**
   * Adds a step and those below it.
   *
   * @param branch the prefix of the step's line
   * @param below the prefix of the lines of the steps below it
   */
  private void add(PlanNode node, String branch, String below) {
    String details = node.details().replaceAll("\\s+", " ");
    String shown =
        whole || details.length() <= MAX_CHARACTERS
            ? details
            : details.substring(0, MAX_CHARACTERS - 1) + "…";
    String blank = shown.isEmpty() ? "" : "  ";
    text.append(branch).append(node.what()).append(blank).append(shown).append('\n');
    html.append("<div").append(shown.equals(details) ? "" : title(details)).append('>');
    html.append(branch).append("<b").append(colour(node.kind())).append('>');
    html.append(Html.escape(node.what())).append("</b>").append(blank);
    html.append("<span style=\"color:var(--jp-ui-font-color2,gray)\">");
    html.append(Html.escape(shown)).append("</span></div>");
    List<PlanNode> inputs = node.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      boolean last = i == inputs.size() - 1;
      add(inputs.get(i), below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
    }
  }

  private static String title(String details) {
    return " title=\"" + Html.escape(details) + "\"";
  }

  private static String colour(PlanNode.Kind kind) {
    return switch (kind) {
      case READ -> " style=\"color:var(--jp-success-color1,green)\"";
      case EXCHANGE -> " style=\"color:var(--jp-warn-color1,darkorange)\"";
      case JOIN -> " style=\"color:var(--jp-info-color1,teal)\"";
      case OTHER -> "";
    };
  }
}
