package firesteel.spark.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.analysis.TableAlreadyExistsException;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Two kernels of one folder. */
class NotebookCatalogTest {
  @TempDir Path folder;
  private final List<String> changes = new ArrayList<>();

  private ExternalCatalog catalog(String name) {
    WarehouseFolder warehouse = new WarehouseFolder(folder.resolve("spark-warehouse"));
    return new NotebookCatalog(
        new CatalogStore(
            warehouse,
            new SparkConf(false),
            new Configuration(false),
            new SavedTableHints(text -> {}, true),
            new DiscoveredTables(warehouse, found -> Optional.empty()),
            () -> changes.add(name)));
  }

  private CatalogTable table(String name) throws Exception {
    Path data = Files.createDirectories(folder.resolve("spark-warehouse").resolve(name));
    return CatalogJson.table(
        new TableIdentifier(name, Option.apply("default"), Option.empty()),
        WarehouseFolder.uri(data).toString(),
        "parquet",
        new StructType().add("id", "long"),
        List.of());
  }

  private static List<String> tables(ExternalCatalog catalog) {
    return CollectionConverters.asJava(catalog.listTables("default"));
  }

  @Test
  void each_sees_at_once_what_the_other_does() throws Exception {
    ExternalCatalog first = catalog("first");
    ExternalCatalog second = catalog("second");
    assertThat(tables(first)).isEmpty();
    assertThat(tables(second)).isEmpty();
    first.createTable(table("a"), false);
    second.createTable(table("b"), false);
    assertThat(tables(first)).containsExactly("a", "b");
    assertThat(second.getTable("default", "a").schema().fieldNames()).containsExactly("id");
    assertThatThrownBy(() -> second.createTable(table("a"), false))
        .isInstanceOf(TableAlreadyExistsException.class);
    second.dropTable("default", "a", false, false);
    assertThat(first.tableExists("default", "a")).isFalse();
    assertThat(folder.resolve("spark-warehouse/a")).doesNotExist();
    assertThat(changes).contains("first", "second");
    assertThat(tables(catalog("third"))).containsExactly("b");
  }

  @Test
  void what_will_not_be_found_is_told_once() throws Exception {
    List<String> told = new ArrayList<>();
    SavedTableHints far = new SavedTableHints(told::add, false);
    far.saved(table("a"), "/notebooks/spark-warehouse");
    far.saved(table("b"), "/notebooks/spark-warehouse");
    assertThat(told).singleElement().asString().contains("other machines", "hdfs://");
    told.clear();
    far.forgotten(table("c"));
    assertThat(told)
        .singleElement()
        .asString()
        .contains("c by its name", "spark.read().format(\"parquet\").load(\"file:");
  }
}
