package firesteel.api.table;

import java.util.List;

/**
 * What a context class loader is that knows readers of tables which it can't load by itself: those
 * of plug-ins that have class loaders of their own. {@link Tables} asks it.
 */
public interface TableReaderSource {
  /** The readers, in the order in which they are asked. */
  List<TableReader> tableReaders();
}
