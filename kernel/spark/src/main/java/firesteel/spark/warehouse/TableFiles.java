package firesteel.spark.warehouse;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.slf4j.LoggerFactory;

/** Describes the files of a folder as a table. */
final class TableFiles {
  private TableFiles() {}

  /** Reads the files' own description, as {@code spark.read()} does; empty when that fails. */
  static Optional<CatalogTable> describe(SparkSession session, DiscoveredTables.Found found) {
    try {
      String location = WarehouseFolder.uri(found.folder()).toString();
      Dataset<?> rows = session.read().format(found.format()).load("file:" + found.folder());
      return rows.schema().isEmpty()
          ? Optional.empty()
          : Optional.of(
              CatalogJson.table(
                  found.identifier(),
                  location,
                  found.format(),
                  rows.schema(),
                  partitionColumns(rows.queryExecution().analyzed())));
    } catch (Exception e) { // AnalysisException is checked, but not declared.
      LoggerFactory.getLogger(TableFiles.class).warn("{} is no table", found.folder(), e);
      return Optional.empty();
    }
  }

  private static List<String> partitionColumns(LogicalPlan plan) {
    return plan instanceof LogicalRelation relation
            && relation.relation() instanceof HadoopFsRelation files
        ? List.of(files.partitionSchema().fieldNames())
        : List.of();
  }
}
