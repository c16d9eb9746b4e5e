package firesteel.spark.plan;

import static firesteel.spark.plan.PlanText.joined;
import static firesteel.spark.plan.PlanText.listed;
import static firesteel.spark.plan.PlanText.of;
import static firesteel.spark.plan.PlanText.part;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.execution.DataSourceScanExec;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.LocalTableScanExec;
import org.apache.spark.sql.execution.RangeExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.columnar.InMemoryTableScanExec;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import scala.jdk.javaapi.CollectionConverters;

/** Reads the steps of a plan that read data. */
final class ScanReader {
  private static final int MAX_PATHS = 3;

  private ScanReader() {}

  /** Reads a step that reads data; empty for any other step. */
  static Optional<PlanNode> read(SparkPlan plan) {
    if (plan instanceof FileSourceScanExec scan) {
      return Optional.of(
          node(
              "Read " + scan.relation().fileFormat().toString().toLowerCase(Locale.ROOT),
              files(scan)));
    }
    if (plan instanceof DataSourceScanExec scan) {
      String pushed = scan.metadata().getOrElse("PushedFilters", () -> "");
      return Optional.of(
          node(scan.nodeName(), joined("columns " + of(plan.output()), pushed(pushed))));
    }
    if (plan instanceof BatchScanExec scan) {
      return Optional.of(
          node(
              "Read " + scan.table().name(),
              joined("columns " + of(scan.output()), scan.scan().description())));
    }
    if (plan instanceof LocalTableScanExec scan) {
      return Optional.of(
          node(
              "Rows of the driver",
              "%,d %s; columns %s"
                  .formatted(
                      scan.rows().size(),
                      scan.rows().size() == 1 ? "row" : "rows",
                      of(scan.output()))));
    }
    if (plan instanceof RangeExec range) {
      return Optional.of(
          node(
              "Range", "%,d to %,d, %s".formatted(range.start(), range.end(), of(range.output()))));
    }
    if (plan instanceof InMemoryTableScanExec scan) {
      return Optional.of(node("Read cache", "columns " + of(scan.output())));
    }
    return Optional.empty();
  }

  private static PlanNode node(String what, String details) {
    return new PlanNode(what, details, PlanNode.Kind.READ, List.of());
  }

  private static String files(FileSourceScanExec scan) {
    FileIndex index = scan.relation().location();
    List<String> roots =
        CollectionConverters.asJava(index.rootPaths()).stream().map(Object::toString).toList();
    List<String> shown = roots.subList(0, Math.min(roots.size(), MAX_PATHS));
    int more = roots.size() - shown.size();
    String paths =
        String.join(", ", shown) + (more > 0 ? " and %,d more paths".formatted(more) : "");
    return joined(
        scan.tableIdentifier().isDefined() ? "table " + scan.tableIdentifier().get().table() : "",
        paths,
        "columns " + listed(Arrays.asList(scan.requiredSchema().fieldNames())),
        part("only partitions with ", of(scan.partitionFilters())),
        pushed(scan.metadata().getOrElse("PushedFilters", () -> "")));
  }

  private static String pushed(String filters) {
    String inside = filters.replaceFirst("^\\[", "").replaceFirst("]$", "");
    return part("pushed filters ", inside);
  }
}
