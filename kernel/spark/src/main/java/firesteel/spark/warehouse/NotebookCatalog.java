package firesteel.spark.warehouse;

import java.util.List;
import org.apache.spark.sql.catalyst.catalog.CatalogDatabase;
import org.apache.spark.sql.catalyst.catalog.CatalogFunction;
import org.apache.spark.sql.catalyst.catalog.CatalogStatistics;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTablePartition;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Adapts a {@link CatalogStore} to Spark's interface. Spark before 4.2 has no {@code
 * alterTableSchema} and doesn't call it.
 */
final class NotebookCatalog implements ExternalCatalog {
  private final CatalogStore store;

  NotebookCatalog(CatalogStore store) {
    this.store = store;
  }

  @Override
  public void createDatabase(CatalogDatabase database, boolean ignoreIfExists) {
    store.create(memory -> memory.createDatabase(database, ignoreIfExists));
  }

  @Override
  public void dropDatabase(String name, boolean ignoreIfNotExists, boolean cascade) {
    store.change(name, memory -> memory.dropDatabase(name, ignoreIfNotExists, cascade));
  }

  @Override
  public void alterDatabase(CatalogDatabase database) {
    store.change(database.name(), memory -> memory.alterDatabase(database));
  }

  @Override
  public CatalogDatabase getDatabase(String name) {
    return store.askDatabase(name, memory -> memory.getDatabase(name));
  }

  @Override
  public boolean databaseExists(String name) {
    return store.askDatabase(name, memory -> memory.databaseExists(name));
  }

  @Override
  public Seq<String> listDatabases() {
    return store.askAll(memory -> memory.listDatabases());
  }

  @Override
  public Seq<String> listDatabases(String pattern) {
    return store.askAll(memory -> memory.listDatabases(pattern));
  }

  /** Does nothing, as Spark's in-memory catalog: each session keeps its own current database. */
  @Override
  public void setCurrentDatabase(String name) {}

  @Override
  public void createTable(CatalogTable table, boolean ignoreIfExists) {
    store.createTable(table, memory -> memory.createTable(table, ignoreIfExists));
  }

  @Override
  public void dropTable(String database, String table, boolean ignoreIfNotExists, boolean purge) {
    store.changeTable(
        database, table, memory -> memory.dropTable(database, table, ignoreIfNotExists, purge));
  }

  @Override
  public void renameTable(String database, String table, String to) {
    store.changeTable(database, table, memory -> memory.renameTable(database, table, to));
  }

  @Override
  public void alterTable(CatalogTable table) {
    store.changeTable(
        table.database(), table.identifier().table(), memory -> memory.alterTable(table));
  }

  @Override
  public void alterTableDataSchema(String database, String table, StructType schema) {
    store.changeTable(
        database, table, memory -> memory.alterTableDataSchema(database, table, schema));
  }

  @Override
  public void alterTableSchema(String database, String table, StructType schema) {
    store.changeTable(database, table, memory -> memory.alterTableSchema(database, table, schema));
  }

  @Override
  public void alterTableStats(String database, String table, Option<CatalogStatistics> stats) {
    store.changeTable(database, table, memory -> memory.alterTableStats(database, table, stats));
  }

  @Override
  public CatalogTable getTable(String database, String table) {
    return store.askTable(database, List.of(table), memory -> memory.getTable(database, table));
  }

  @Override
  public Seq<CatalogTable> getTablesByName(String database, Seq<String> tables) {
    return store.askTable(
        database,
        CollectionConverters.asJava(tables),
        memory -> memory.getTablesByName(database, tables));
  }

  @Override
  public boolean tableExists(String database, String table) {
    return store.askTable(database, List.of(table), memory -> memory.tableExists(database, table));
  }

  @Override
  public Seq<String> listTables(String database) {
    return store.askTables(database, memory -> memory.listTables(database));
  }

  @Override
  public Seq<String> listTables(String database, String pattern) {
    return store.askTables(database, memory -> memory.listTables(database, pattern));
  }

  @Override
  public Seq<String> listViews(String database, String pattern) {
    return store.askDatabase(database, memory -> memory.listViews(database, pattern));
  }

  @Override
  public void loadTable(
      String database, String table, String path, boolean isOverwrite, boolean isSource) {
    store.changeTable(
        database, table, memory -> memory.loadTable(database, table, path, isOverwrite, isSource));
  }

  @Override
  public void loadPartition(
      String database,
      String table,
      String path,
      Map<String, String> partition,
      boolean isOverwrite,
      boolean inherits,
      boolean isSource) {
    store.changeTable(
        database,
        table,
        memory ->
            memory.loadPartition(
                database, table, path, partition, isOverwrite, inherits, isSource));
  }

  @Override
  public void loadDynamicPartitions(
      String database,
      String table,
      String path,
      Map<String, String> partition,
      boolean replace,
      int dynamic) {
    store.changeTable(
        database,
        table,
        memory -> memory.loadDynamicPartitions(database, table, path, partition, replace, dynamic));
  }

  @Override
  public void createPartitions(
      String database, String table, Seq<CatalogTablePartition> parts, boolean ignoreIfExists) {
    store.changeTable(
        database, table, memory -> memory.createPartitions(database, table, parts, ignoreIfExists));
  }

  @Override
  public void dropPartitions(
      String database,
      String table,
      Seq<Map<String, String>> specs,
      boolean ignoreIfNotExists,
      boolean purge,
      boolean retainData) {
    store.changeTable(
        database,
        table,
        memory ->
            memory.dropPartitions(database, table, specs, ignoreIfNotExists, purge, retainData));
  }

  @Override
  public void renamePartitions(
      String database, String table, Seq<Map<String, String>> specs, Seq<Map<String, String>> to) {
    store.changeTable(
        database, table, memory -> memory.renamePartitions(database, table, specs, to));
  }

  @Override
  public void alterPartitions(String database, String table, Seq<CatalogTablePartition> parts) {
    store.changeTable(database, table, memory -> memory.alterPartitions(database, table, parts));
  }

  @Override
  public CatalogTablePartition getPartition(
      String database, String table, Map<String, String> spec) {
    return store.askTable(
        database, List.of(table), memory -> memory.getPartition(database, table, spec));
  }

  @Override
  public Option<CatalogTablePartition> getPartitionOption(
      String database, String table, Map<String, String> spec) {
    return store.askTable(
        database, List.of(table), memory -> memory.getPartitionOption(database, table, spec));
  }

  @Override
  public Seq<String> listPartitionNames(
      String database, String table, Option<Map<String, String>> spec) {
    return store.askTable(
        database, List.of(table), memory -> memory.listPartitionNames(database, table, spec));
  }

  @Override
  public Seq<CatalogTablePartition> listPartitions(
      String database, String table, Option<Map<String, String>> spec) {
    return store.askTable(
        database, List.of(table), memory -> memory.listPartitions(database, table, spec));
  }

  @Override
  public Seq<CatalogTablePartition> listPartitionsByFilter(
      String database, String table, Seq<Expression> predicates, String timeZone) {
    return store.askTable(
        database,
        List.of(table),
        memory -> memory.listPartitionsByFilter(database, table, predicates, timeZone));
  }

  @Override
  public void createFunction(String database, CatalogFunction function) {
    store.create(memory -> memory.createFunction(database, function));
  }

  @Override
  public void dropFunction(String database, String name) {
    store.change(database, memory -> memory.dropFunction(database, name));
  }

  @Override
  public void alterFunction(String database, CatalogFunction function) {
    store.change(database, memory -> memory.alterFunction(database, function));
  }

  @Override
  public void renameFunction(String database, String name, String to) {
    store.change(database, memory -> memory.renameFunction(database, name, to));
  }

  @Override
  public CatalogFunction getFunction(String database, String name) {
    return store.askDatabase(database, memory -> memory.getFunction(database, name));
  }

  @Override
  public boolean functionExists(String database, String name) {
    return store.askDatabase(database, memory -> memory.functionExists(database, name));
  }

  @Override
  public Seq<String> listFunctions(String database, String pattern) {
    return store.askDatabase(database, memory -> memory.listFunctions(database, pattern));
  }
}
