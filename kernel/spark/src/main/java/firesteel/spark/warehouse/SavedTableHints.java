package firesteel.spark.warehouse;

import firesteel.spark.warehouse.CatalogContent.SavedTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType$;
import scala.jdk.javaapi.CollectionConverters;

/** Tells the cell that creates a table what becomes of it, each message once. Thread-safe. */
public final class SavedTableHints {
  /** Matches Spark's own spark.sql.redaction.options.regex, and the passwords within URLs. */
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i)secret|password|passwd|token|access[.]?key|credential");

  private static final Pattern SECRET_VALUE =
      Pattern.compile("(?i)(password|pwd|secret|token)=|//[^/@\\s]+:[^/@\\s]+@");

  private final Consumer<String> toCell;
  private final boolean onThisMachine;
  private final Set<String> told = new HashSet<>();

  /**
   * Creates it without telling anything.
   *
   * @param toCell writes lines for the running cell
   * @param onThisMachine whether all executors see this machine's files
   */
  public SavedTableHints(Consumer<String> toCell, boolean onThisMachine) {
    this.toCell = toCell;
    this.onThisMachine = onThisMachine;
  }

  /** Writes a text, unless it has been written before. */
  synchronized void tell(String text) {
    if (told.add(text)) {
      toCell.accept(text + "\n");
    }
  }

  /** Leaves out the tables whose options hold secrets, which don't belong in a file. */
  static CatalogContent keepable(CatalogContent content) {
    List<SavedTable> tables =
        content.tables().stream().filter(saved -> !holdsSecret(saved.table())).toList();
    return new CatalogContent(content.databases(), tables, content.functions());
  }

  /** Notes that a table was created or changed. */
  void saved(CatalogTable table, String warehouse) {
    if (holdsSecret(table)) {
      tell(
          "Note: the next kernel will not know the table "
              + table.identifier().table()
              + ", since its options hold a password or another secret, which is not written into a"
              + " file. Create it again there.");
    }
    if (!onThisMachine && isManaged(table)) {
      tell(
          "Note: tables are kept in "
              + warehouse
              + ", which executors on other machines must see too (a shared folder). If they don't,"
              + " connect with --conf "
              + Warehouse.SETTING
              + "=hdfs://..., or another storage that all reach.");
    }
  }

  /** Notes that a table was created whose description ends with this Spark. */
  void forgotten(CatalogTable table) {
    String name = table.identifier().table();
    if (table.storage().locationUri().isEmpty() || table.provider().isEmpty()) {
      tell("Note: the next Spark will not know " + name + ": create it again there.");
    } else {
      tell(
          "Note: the next Spark will not know the table "
              + name
              + " by its name. Its data stay: spark.read().format(\""
              + table.provider().get()
              + "\").load(\""
              + table.storage().locationUri().get()
              + "\") reads them.");
    }
  }

  private static boolean isManaged(CatalogTable table) {
    return table.tableType().equals(CatalogTableType$.MODULE$.MANAGED());
  }

  private static boolean holdsSecret(CatalogTable table) {
    return Stream.of(table.storage().properties(), table.properties())
        .map(CollectionConverters::asJava)
        .map(Map::entrySet)
        .flatMap(Set::stream)
        .filter(property -> !property.getKey().startsWith("view."))
        .anyMatch(
            property ->
                SECRET_NAME.matcher(property.getKey()).find()
                    || SECRET_VALUE.matcher(property.getValue()).find());
  }
}
