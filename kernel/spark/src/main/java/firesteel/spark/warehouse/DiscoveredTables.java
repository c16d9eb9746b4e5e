package firesteel.spark.warehouse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Discovers tables whose data are in the warehouse without a description, as other programs leave
 * them. Adds those of Parquet and ORC, whose files describe the columns; text, CSV and JSON don't
 * say enough to be sure. Confined to the thread that holds the catalog's monitor.
 */
final class DiscoveredTables {
  private static final String DATABASE_END = ".db";
  private static final int DEEPEST_PARTITION = 8;

  private final Path warehouse;
  private final Function<Found, Optional<CatalogTable>> describe;

  /**
   * A folder with files of a format.
   *
   * @param format {@code parquet} or {@code orc}
   */
  record Found(TableIdentifier identifier, Path folder, String format) {}

  /**
   * Creates it without looking at folders.
   *
   * @param describe determines the columns; empty when the files can't be read
   */
  DiscoveredTables(WarehouseFolder warehouse, Function<Found, Optional<CatalogTable>> describe) {
    this.warehouse = warehouse.path();
    this.describe = describe;
  }

  /** Adds all databases to the catalog. */
  void databases(InMemoryCatalog catalog) {
    for (Path folder : folders(warehouse)) {
      String name = folder.getFileName().toString();
      if (name.endsWith(DATABASE_END)) {
        database(catalog, name.substring(0, name.length() - DATABASE_END.length()));
      }
    }
  }

  /** Adds a database to the catalog when it has a folder. */
  void database(InMemoryCatalog catalog, String name) {
    if (isName(name) && !catalog.databaseExists(name)) {
      Path folder = warehouse.resolve(name + DATABASE_END);
      if (Files.isDirectory(folder)) {
        catalog.createDatabase(MemoryCatalog.database(name, "", folder), true);
      }
    }
  }

  /**
   * Adds all tables of a database; returns the added ones, as {@code database.table}.
   *
   * @param without the tables to leave alone
   */
  Set<String> tables(InMemoryCatalog catalog, String database, Set<String> without) {
    Set<String> all = new HashSet<>();
    for (Path folder : folder(catalog, database).map(DiscoveredTables::folders).orElse(List.of())) {
      String name = folder.getFileName().toString();
      if (!without.contains(database + "." + name)) {
        all.addAll(table(catalog, database, name));
      }
    }
    return all;
  }

  /** Adds a table; returns its name, or nothing. */
  Set<String> table(InMemoryCatalog catalog, String database, String name) {
    if (!isName(name) || !catalog.databaseExists(database) || catalog.tableExists(database, name)) {
      return Set.of();
    }
    Path folder = folder(catalog, database).map(parent -> parent.resolve(name)).orElse(null);
    if (folder == null || !Files.isDirectory(folder) || isKnown(catalog, database, folder)) {
      return Set.of();
    }
    TableIdentifier identifier =
        new TableIdentifier(name, Option.apply(database), Option.apply("spark_catalog"));
    Optional<CatalogTable> table =
        format(folder).flatMap(format -> describe.apply(new Found(identifier, folder, format)));
    table.ifPresent(one -> catalog.createTable(one, true));
    return table.isPresent() ? Set.of(database + "." + name) : Set.of();
  }

  /**
   * Whether it is a name that Spark gives folders; excludes names that lead out of the warehouse.
   */
  private static boolean isName(String name) {
    return name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_]*");
  }

  /** Returns a database's folder; empty when it isn't on this machine. */
  private static Optional<Path> folder(InMemoryCatalog catalog, String database) {
    URI location = catalog.getDatabase(database).locationUri();
    return location.getScheme() == null || location.getScheme().equals("file")
        ? Optional.of(Path.of(location.getPath()))
        : Optional.empty();
  }

  /** Whether a table of another name has its data there. */
  private static boolean isKnown(InMemoryCatalog catalog, String database, Path folder) {
    return CollectionConverters.asJava(catalog.listTables(database)).stream()
        .map(name -> catalog.getTable(database, name).storage().locationUri())
        .anyMatch(location -> location.exists(uri -> folder.toString().equals(uri.getPath())));
  }

  private static List<Path> folders(Path parent) {
    try (Stream<Path> found = Files.list(parent)) {
      return found.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of(); // There is no such folder yet.
    }
  }

  /** Returns the format of the first file; empty for other formats, or while a job still writes. */
  private static Optional<String> format(Path folder) {
    for (String other : new String[] {"_temporary", "_delta_log", "metadata", ".hoodie"}) {
      if (Files.exists(folder.resolve(other))) {
        return Optional.empty();
      }
    }
    return firstFile(folder, DEEPEST_PARTITION)
        .map(file -> file.getFileName().toString())
        .flatMap(
            name ->
                Stream.of("parquet", "orc").filter(kind -> name.endsWith("." + kind)).findFirst());
  }

  private static Optional<Path> firstFile(Path folder, int depth) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        boolean hidden = name.startsWith(".") || name.startsWith("_");
        if (hidden || Files.isDirectory(entry) && (depth == 0 || !name.contains("="))) {
          continue;
        }
        Optional<Path> file =
            Files.isDirectory(entry) ? firstFile(entry, depth - 1) : Optional.of(entry);
        if (file.isPresent()) {
          return file;
        }
      }
    } catch (IOException e) {
      LoggerFactory.getLogger(DiscoveredTables.class).debug("{} can't be read", folder, e);
    }
    return Optional.empty();
  }
}
