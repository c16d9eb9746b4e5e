package firesteel.spark.plan;

import static firesteel.spark.plan.PlanText.joined;
import static firesteel.spark.plan.PlanText.of;
import static firesteel.spark.plan.PlanText.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.plans.physical.HashPartitioning;
import org.apache.spark.sql.catalyst.plans.physical.Partitioning;
import org.apache.spark.sql.catalyst.plans.physical.RangePartitioning;
import org.apache.spark.sql.catalyst.plans.physical.SinglePartition$;
import org.apache.spark.sql.execution.BaseLimitExec;
import org.apache.spark.sql.execution.CollectLimitExec;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.FilterExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SortExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.TakeOrderedAndProjectExec;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.adaptive.AQEShuffleReadExec;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.aggregate.BaseAggregateExec;
import org.apache.spark.sql.execution.exchange.BroadcastExchangeExec;
import org.apache.spark.sql.execution.exchange.ReusedExchangeExec;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeExec;
import org.apache.spark.sql.execution.joins.BaseJoinExec;
import org.apache.spark.sql.execution.window.WindowExecBase;
import scala.jdk.javaapi.CollectionConverters;

/** Reads a physical plan of Spark; leaves out wrappers that mean nothing to a reader. */
final class PlanReader {
  private static final int MAX_FIELDS = 25;

  private PlanReader() {}

  static PlanNode read(SparkPlan plan) {
    SparkPlan step = unwrapped(plan);
    return ScanReader.read(step).orElseGet(() -> step(step));
  }

  private static SparkPlan unwrapped(SparkPlan plan) {
    if (plan instanceof WholeStageCodegenExec wrapper) {
      return unwrapped(wrapper.child());
    }
    if (plan instanceof InputAdapter wrapper) {
      return unwrapped(wrapper.child());
    }
    if (plan instanceof ColumnarToRowExec wrapper) {
      return unwrapped(wrapper.child());
    }
    if (plan instanceof AQEShuffleReadExec wrapper) {
      return unwrapped(wrapper.child());
    }
    if (plan instanceof AdaptiveSparkPlanExec adaptive) {
      return unwrapped(adaptive.executedPlan());
    }
    return plan instanceof QueryStageExec stage ? unwrapped(stage.plan()) : plan;
  }

  private static PlanNode step(SparkPlan plan) {
    if (plan instanceof ProjectExec project) {
      return node("Select", of(project.projectList()), plan);
    }
    if (plan instanceof FilterExec filter) {
      return node("Filter", of(filter.condition()), plan);
    }
    if (plan instanceof SortExec sort) {
      String where = sort.global() ? "Sort" : "Sort within partitions";
      return node(where, of(sort.sortOrder()), plan);
    }
    if (plan instanceof TakeOrderedAndProjectExec top) {
      return node("First %,d rows".formatted(top.limit()), "by " + of(top.sortOrder()), plan);
    }
    if (plan instanceof CollectLimitExec limit) {
      return node("First %,d rows".formatted(limit.limit()), "", plan);
    }
    if (plan instanceof BaseLimitExec limit) {
      return node("At most %,d rows".formatted(limit.limit()), "", plan);
    }
    if (plan instanceof BaseAggregateExec aggregate) {
      return aggregate(aggregate, plan);
    }
    if (plan instanceof BaseJoinExec join) {
      return join(join, plan);
    }
    if (plan instanceof WindowExecBase window) {
      String details =
          joined(
              of(window.windowExpression()), part("partitioned by ", of(window.partitionSpec())));
      return node("Window", details, plan);
    }
    return exchange(plan);
  }

  private static PlanNode exchange(SparkPlan plan) {
    if (plan instanceof ShuffleExchangeExec shuffle) {
      String to = partitions(shuffle.outputPartitioning());
      return new PlanNode("Shuffle", to, PlanNode.Kind.EXCHANGE, inputs(plan));
    }
    if (plan instanceof BroadcastExchangeExec) {
      String to = "to every executor";
      return new PlanNode("Broadcast", to, PlanNode.Kind.EXCHANGE, inputs(plan));
    }
    if (plan instanceof ReusedExchangeExec reused) {
      PlanNode same = read(reused.child());
      String what = same.what() + " used again";
      return new PlanNode(what, same.details(), PlanNode.Kind.OTHER, List.of());
    }
    // "MapElements Cells$..., obj#5: int" says no more than its first word.
    String line = plan.simpleString(MAX_FIELDS).replaceAll("#\\d+L?", "");
    String name = plan.nodeName();
    String details = line.startsWith(name) ? line.substring(name.length()).strip() : line;
    return node(inWords(name), details, plan);
  }

  private static PlanNode node(String what, String details, SparkPlan plan) {
    return new PlanNode(what, details, PlanNode.Kind.OTHER, inputs(plan));
  }

  private static List<PlanNode> inputs(SparkPlan plan) {
    List<PlanNode> inputs = new ArrayList<>();
    for (SparkPlan child : CollectionConverters.asJava(plan.children())) {
      inputs.add(read(child));
    }
    return inputs;
  }

  private static PlanNode aggregate(BaseAggregateExec aggregate, SparkPlan plan) {
    List<String> functions = new ArrayList<>();
    boolean partial = false;
    for (AggregateExpression each : CollectionConverters.asJava(aggregate.aggregateExpressions())) {
      partial |= each.mode().toString().startsWith("Partial");
      functions.add((each.isDistinct() ? "distinct " : "") + of(each.aggregateFunction()));
    }
    String details =
        joined(part("by ", of(aggregate.groupingExpressions())), PlanText.listed(functions));
    return node(partial ? "Aggregate within partitions" : "Aggregate", details, plan);
  }

  private static PlanNode join(BaseJoinExec join, SparkPlan plan) {
    List<Expression> left = CollectionConverters.asJava(join.leftKeys());
    List<Expression> right = CollectionConverters.asJava(join.rightKeys());
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      keys.add(of(left.get(i)) + " = " + of(right.get(i)));
    }
    String how = inWords(plan.nodeName()).toLowerCase(Locale.ROOT);
    String kind = join.joinType().sql();
    String condition = join.condition().isDefined() ? of(join.condition().get()) : "";
    String details =
        joined(
            part("on ", String.join(" and ", keys)),
            part(keys.isEmpty() ? "on " : "and ", condition),
            how);
    String what = kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT) + " join";
    return new PlanNode(what, details, PlanNode.Kind.JOIN, inputs(plan));
  }

  private static String partitions(Partitioning partitioning) {
    if (partitioning instanceof SinglePartition$) {
      return "all rows to one partition";
    }
    String to = "to %,d partitions".formatted(partitioning.numPartitions());
    if (partitioning instanceof HashPartitioning hash) {
      return to + " by " + of(hash.expressions());
    }
    return partitioning instanceof RangePartitioning range
        ? to + " in the order of " + of(range.ordering())
        : to;
  }

  /** Splits a name into words: {@code BroadcastHashJoin} becomes three. */
  private static String inWords(String name) {
    String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return words.isEmpty() ? words : words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
  }
}
