package firesteel.spark.warehouse;

import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.catalyst.catalog.CatalogDatabase;
import org.apache.spark.sql.catalyst.catalog.CatalogFunction;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTablePartition;

/**
 * The content of a catalog.
 *
 * @param databases without the default one
 * @param tables tables and views of all databases
 * @param functions permanent ones
 */
record CatalogContent(
    List<CatalogDatabase> databases, List<SavedTable> tables, List<CatalogFunction> functions) {
  /** An empty catalog. */
  static final CatalogContent EMPTY = new CatalogContent(List.of(), List.of(), List.of());

  /** A missing part is empty: a later version may leave one out. */
  CatalogContent {
    databases = databases == null ? List.of() : List.copyOf(databases);
    tables = tables == null ? List.of() : List.copyOf(tables);
    functions = functions == null ? List.of() : List.copyOf(functions);
  }

  /**
   * A table or a view.
   *
   * @param partitions the partitions in the catalog; empty when they are only folders
   */
  record SavedTable(CatalogTable table, List<CatalogTablePartition> partitions) {
    SavedTable {
      Objects.requireNonNull(table, "table");
      partitions = partitions == null ? List.of() : List.copyOf(partitions);
    }
  }
}
