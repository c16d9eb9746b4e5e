package firesteel.spark.closure;

import java.io.IOException;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.SparkPlan;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Refuses a stage of a query while it is planned, on the thread that runs the query. With adaptive
 * execution, a stage whose job has failed stays failed as long as its Dataset lives; a stage that
 * was refused while planned is made again, with the new value, when the Dataset is used again.
 */
public final class PlanCheck extends Rule<SparkPlan> {
  private PlanCheck() {}

  /** Adds the check to new sessions. */
  public static final class Extension extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
      extensions.injectQueryStageOptimizerRule(
          new AbstractFunction1<>() {
            @Override
            public Rule<SparkPlan> apply(org.apache.spark.sql.SparkSession session) {
              return new PlanCheck();
            }
          });
      return BoxedUnit.UNIT;
    }
  }

  @Override
  public SparkPlan apply(SparkPlan plan) {
    SparkEnv env = SparkEnv.get();
    if (env != null && env.closureSerializer() instanceof ClosureSerializer serializer) {
      TaskBinaries tasks = serializer.tasks();
      SerializedCode found = new SerializedCode();
      look(plan, tasks, found);
      tasks.check(found);
    }
    return plan;
  }

  private static void look(SparkPlan plan, TaskBinaries tasks, SerializedCode found) {
    Iterator<Object> parts = plan.productIterator();
    while (parts.hasNext()) {
      Object part = parts.next();
      if (!(part instanceof SparkPlan)) {
        try {
          tasks.scan(part, found);
        } catch (IOException | RuntimeException e) {
          // What can't be serialized here is reported when the tasks are made.
        }
      }
    }
    Iterator<SparkPlan> children = plan.children().iterator();
    while (children.hasNext()) {
      look(children.next(), tasks, found);
    }
  }
}
