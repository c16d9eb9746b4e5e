package firesteel.spark.warehouse;

import java.net.URI;
import java.nio.file.Path;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CreateTableEvent;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogEvent;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogEventListener;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogWithListener;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.internal.SharedState;

/**
 * Replaces the state that an application's sessions share, to use a persistent catalog instead of
 * Spark's ({@code org.apache.spark.sql.internal.SharedState#externalCatalog}).
 */
final class PersistentSharedState extends SharedState {
  private final SparkSession session;
  private final SavedTableHints hints;
  private volatile ExternalCatalogWithListener kept;

  PersistentSharedState(SparkSession session, SavedTableHints hints) {
    super(session.sparkContext(), session.initialSessionOptions());
    this.session = session;
    this.hints = hints;
  }

  @Override
  public ExternalCatalogWithListener externalCatalog() {
    ExternalCatalogWithListener made = kept;
    return made != null ? made : make();
  }

  private synchronized ExternalCatalogWithListener make() {
    if (kept == null) {
      URI location = new org.apache.hadoop.fs.Path(conf().get(Warehouse.SETTING)).toUri();
      kept = "file".equals(location.getScheme()) ? local(Path.of(location.getPath())) : remote();
    }
    return kept;
  }

  private ExternalCatalogWithListener local(Path folder) {
    WarehouseFolder warehouse = new WarehouseFolder(folder);
    ExternalCatalogWithListener wrapped =
        new ExternalCatalogWithListener(
            new NotebookCatalog(
                new CatalogStore(
                    warehouse,
                    conf(),
                    hadoopConf(),
                    hints,
                    new DiscoveredTables(warehouse, found -> TableFiles.describe(session, found)),
                    () -> session.sessionState().catalog().invalidateAllCachedTables())));
    listen(wrapped, event -> sparkContext().listenerBus().post(event));
    return wrapped;
  }

  /**
   * Spark's own catalog: on remote storage the changes of several kernels to a file can't be kept
   * apart.
   */
  private ExternalCatalogWithListener remote() {
    ExternalCatalogWithListener forgetful = super.externalCatalog();
    listen(forgetful, event -> tell(forgetful, event));
    return forgetful;
  }

  private void tell(ExternalCatalogWithListener catalog, ExternalCatalogEvent event) {
    if (event instanceof CreateTableEvent created) {
      CatalogTable table = catalog.getTable(created.database(), created.name());
      hints.forgotten(table);
    }
  }

  private static void listen(
      ExternalCatalogWithListener catalog, ExternalCatalogEventListener listener) {
    catalog.addListener(listener);
  }
}
