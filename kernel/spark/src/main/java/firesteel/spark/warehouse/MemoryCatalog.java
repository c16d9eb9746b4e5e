package firesteel.spark.warehouse;

import firesteel.spark.warehouse.CatalogContent.SavedTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.catalyst.catalog.CatalogDatabase;
import org.apache.spark.sql.catalyst.catalog.CatalogFunction;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTablePartition;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Fills Spark's in-memory catalog from a {@link CatalogContent}, and creates such a content from
 * the catalog.
 */
final class MemoryCatalog {
  static final String DEFAULT = "default";

  private MemoryCatalog() {}

  /**
   * Returns a catalog with this content.
   *
   * @param warehouse the folder of the default database; not created
   */
  static InMemoryCatalog of(
      CatalogContent content, Path warehouse, SparkConf conf, Configuration hadoop) {
    InMemoryCatalog catalog = new InMemoryCatalog(conf, hadoop);
    take(catalog, database(DEFAULT, "default database", warehouse), warehouse.getParent());
    content.databases().forEach(database -> take(catalog, database, warehouse.getParent()));
    for (SavedTable saved : content.tables()) {
      CatalogTable table = saved.table();
      if (!catalog.databaseExists(table.database())) {
        continue; // A file that somebody changed by hand.
      }
      catalog.createTable(table, true);
      if (!saved.partitions().isEmpty()) {
        catalog.createPartitions(
            table.database(),
            table.identifier().table(),
            CollectionConverters.asScala(saved.partitions()).toSeq(),
            true);
      }
    }
    for (CatalogFunction function : content.functions()) {
      catalog.createFunction(function.identifier().database().get(), function);
    }
    return catalog;
  }

  /**
   * Returns the content of a catalog.
   *
   * @param without tables to leave out, as {@code database.table}
   */
  static CatalogContent content(InMemoryCatalog catalog, Set<String> without) {
    List<CatalogDatabase> databases = new ArrayList<>();
    List<SavedTable> tables = new ArrayList<>();
    List<CatalogFunction> functions = new ArrayList<>();
    for (String database : CollectionConverters.asJava(catalog.listDatabases())) {
      if (!database.equals(DEFAULT)) {
        databases.add(catalog.getDatabase(database));
      }
      for (String table : CollectionConverters.asJava(catalog.listTables(database))) {
        if (!without.contains(database + "." + table)) {
          tables.add(
              new SavedTable(
                  catalog.getTable(database, table), partitions(catalog, database, table)));
        }
      }
      for (String function : CollectionConverters.asJava(catalog.listFunctions(database, "*"))) {
        functions.add(catalog.getFunction(database, function));
      }
    }
    return new CatalogContent(databases, tables, functions);
  }

  private static List<CatalogTablePartition> partitions(
      InMemoryCatalog catalog, String database, String table) {
    return List.copyOf(
        CollectionConverters.asJava(catalog.listPartitions(database, table, Option.empty())));
  }

  static CatalogDatabase database(String name, String description, Path folder) {
    return new CatalogDatabase(
        name, description, WarehouseFolder.uri(folder), Map$.MODULE$.<String, String>empty());
  }

  /**
   * Adds a database without its folder. Spark would create the folder: but the warehouse is created
   * with the first table, and other folders may be unavailable for a while.
   */
  private static void take(InMemoryCatalog catalog, CatalogDatabase database, Path there) {
    catalog.createDatabase(database(database.name(), "", there), true);
    catalog.alterDatabase(database);
  }
}
