package firesteel.magics.spark;

import firesteel.api.display.MimeBundle;
import firesteel.api.display.PlainText;
import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.magic.RawText;
import firesteel.spark.plan.PlanView;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Implements {@code %explain}, which shows the plan of a Dataset. */
@Command(
    name = "explain",
    description = {
      "Shows how Spark will compute a Dataset.",
      "",
      "As a tree, the last step first: what is read, joins, and shuffles, where rows move between"
          + " executors. Nothing is run. Spark's own text stands folded below; explain() of a Dataset"
          + " prints it."
    })
public final class ExplainMagic implements LineMagic {
  @RawText(java = true, optionsBehind = true)
  @Parameters(
      arity = "0..1",
      paramLabel = "DATASET",
      description = "The Dataset: a variable or an expression.")
  private String code;

  @Option(names = "--extended", description = "Shows whole lines, and Spark's logical plans too.")
  private boolean extended;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    if (code == null) {
      throw new MagicException("%explain needs a Dataset behind it: %explain income.groupBy()");
    }
    Object value = context.evaluate(code, 1);
    if (!(value instanceof Dataset<?> dataset)) {
      throw new MagicException(
          "%explain: "
              + code
              + (value == null
                  ? " is null"
                  : " is not a Dataset but a %s: %s"
                      .formatted(value.getClass().getSimpleName(), PlainText.preview(value))));
    }
    Optional<MimeBundle> plan = PlanView.of(dataset, extended);
    if (plan.isPresent()) {
      context.outputs().display(plan.get(), Optional.empty());
    } else {
      dataset.explain(extended ? "extended" : "formatted");
    }
    return null;
  }
}
