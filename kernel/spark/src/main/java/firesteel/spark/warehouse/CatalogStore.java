package firesteel.spark.warehouse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Spark's in-memory catalog and a file in step: reads the file again before a question when
 * another kernel has changed it, and writes it after each change. Thread-safe.
 */
final class CatalogStore {
  private final WarehouseFolder folder;
  private final SparkConf conf;
  private final Configuration hadoop;
  private final SavedTableHints hints;
  private final DiscoveredTables found;
  private final Runnable changedByOthers;

  /**
   * Tables that were discovered by their files and are not in the file, as {@code database.table}.
   */
  private final Set<String> foundNames = new HashSet<>();

  /**
   * Names that were looked up without success. Spark looks a table up before it writes its files
   * and again before it creates it: files found in between belong to a table that is being created.
   */
  private final Set<String> missing = new HashSet<>();

  private InMemoryCatalog memory;

  /**
   * Creates it without reading the file.
   *
   * @param hints messages for the user
   * @param found looks for folders of tables that the file doesn't describe
   * @param changedByOthers called when another kernel has changed a table
   */
  CatalogStore(
      WarehouseFolder folder,
      SparkConf conf,
      Configuration hadoop,
      SavedTableHints hints,
      DiscoveredTables found,
      Runnable changedByOthers) {
    this.folder = folder;
    this.conf = conf;
    this.hadoop = hadoop;
    this.hints = hints;
    this.found = found;
    this.changedByOthers = changedByOthers;
  }

  /** Runs a question about all databases. */
  synchronized <T> T askAll(Function<InMemoryCatalog, T> question) {
    refresh();
    if (hasFolder()) {
      found.databases(memory);
    }
    return question.apply(memory);
  }

  /** Runs a question about a database, but not about its tables. */
  synchronized <T> T askDatabase(String database, Function<InMemoryCatalog, T> question) {
    refresh();
    findDatabase(database);
    return question.apply(memory);
  }

  /** Runs a question about all tables of a database. */
  synchronized <T> T askTables(String database, Function<InMemoryCatalog, T> question) {
    refresh();
    findDatabase(database);
    if (hasFolder() && memory.databaseExists(database)) {
      foundNames.addAll(found.tables(memory, database, missing));
    }
    return question.apply(memory);
  }

  /** Runs a question about some tables. */
  synchronized <T> T askTable(
      String database, Iterable<String> tables, Function<InMemoryCatalog, T> question) {
    refresh();
    for (String table : tables) {
      findTable(database, table);
      noteMissing(database, table);
    }
    return question.apply(memory);
  }

  /** Creates something other than a table. */
  void create(Consumer<InMemoryCatalog> change) {
    change(true, () -> {}, change);
  }

  /** Creates a table. */
  synchronized void createTable(CatalogTable table, Consumer<InMemoryCatalog> change) {
    change(true, () -> {}, change);
    hints.saved(table, folder.path().toString());
  }

  /** Changes or removes something other than a table. */
  void change(String database, Consumer<InMemoryCatalog> change) {
    change(false, () -> findDatabase(database), change);
  }

  /** Changes or removes a table. */
  void changeTable(String database, String table, Consumer<InMemoryCatalog> change) {
    change(
        false,
        () -> {
          findTable(database, table);
          foundNames.remove(name(database, table));
        },
        memoryNow -> {
          change.accept(memoryNow);
          noteMissing(database, table);
        });
  }

  private synchronized void change(
      boolean makes, Runnable before, Consumer<InMemoryCatalog> change) {
    if (!makes && !hasFolder()) {
      refresh();
      change.accept(memory); // Fails, or changes what was never written.
      return;
    }
    Optional<FileChannel> lock = lock();
    try {
      refresh();
      before.run();
      change.accept(memory);
      save();
    } finally {
      lock.ifPresent(CatalogStore::close);
    }
  }

  /**
   * Without a lock there may still be external tables and views, for as long as this Spark runs.
   */
  private Optional<FileChannel> lock() {
    try {
      return folder.lock();
    } catch (IOException e) {
      logger().warn("no lock in {}", folder.path(), e);
      return Optional.empty();
    }
  }

  private static void close(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      logger().warn("a lock could not be closed", e);
    }
  }

  private boolean hasFolder() {
    return Files.isDirectory(folder.path());
  }

  private void findDatabase(String database) {
    if (hasFolder()) {
      found.database(memory, database);
    }
  }

  private void findTable(String database, String table) {
    if (hasFolder()) {
      found.database(memory, database);
      if (!missing.contains(name(database, table))) {
        foundNames.addAll(found.table(memory, database, table));
      }
    }
  }

  private void noteMissing(String database, String table) {
    if (!memory.databaseExists(database) || !memory.tableExists(database, table)) {
      missing.add(name(database, table));
    }
  }

  private static String name(String database, String table) {
    return database + "." + table;
  }

  private void refresh() {
    boolean first = memory == null;
    if (!first && !folder.hasChanged()) {
      return;
    }
    CatalogContent content = CatalogContent.EMPTY;
    try {
      content = folder.read();
    } catch (IOException e) {
      logger().warn("the descriptions of tables in {} can't be read", folder.path(), e);
      setAside();
    }
    memory = MemoryCatalog.of(content, folder.path(), conf, hadoop);
    foundNames.clear();
    if (!first) {
      changedByOthers.run();
    }
  }

  private void setAside() {
    try {
      folder.setAside();
      hints.tell(
          "Warning: the descriptions of the tables in "
              + folder.path()
              + " can't be read. They were put aside there (.firesteel-catalog.json.unread)."
              + " Tables of Parquet and ORC files are found all the same.");
    } catch (IOException e) {
      logger().warn("nor put aside", e);
    }
  }

  private void save() {
    try {
      folder.write(SavedTableHints.keepable(MemoryCatalog.content(memory, foundNames)));
    } catch (IOException e) {
      logger().warn("the descriptions of tables in {} can't be written", folder.path(), e);
      hints.tell(
          "Warning: "
              + folder.path()
              + " can't be written, so the next kernel will not find this by name. Tables and views"
              + " of this one stay until its Spark ends.");
    }
  }

  private static Logger logger() {
    return LoggerFactory.getLogger(CatalogStore.class);
  }
}
