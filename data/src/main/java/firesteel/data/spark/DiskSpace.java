package firesteel.data.spark;

import java.io.IOException;
import java.util.List;

/** Compares what tables will take with what the disk has free. */
final class DiskSpace {
  private final TableFiles files;
  private final List<PartWriter> writers;

  DiskSpace(TableFiles files, List<PartWriter> writers) {
    this.files = files;
    this.writers = writers;
  }

  /**
   * Writes a few rows and measures them.
   *
   * @throws GenerateException when the disk has not the space for the missing rows
   */
  void check() throws IOException {
    long needed = 0;
    for (PartWriter writer : writers) {
      needed += writer.estimatedBytes();
    }
    IncompleteTable table = writers.get(0).table();
    long free = files.free(table.folder());
    if (needed > free) {
      long missing = table.manifest().rows() - table.doneRows();
      throw new GenerateException(
          "%s rows of %s would take about %s as %s, and the disk of %s has %s free. About %,d rows fit; ask for fewer, or choose a folder on another disk."
              .formatted(
                  "%,d".formatted(missing),
                  table.manifest().dataset(),
                  size(needed),
                  table.manifest().format(),
                  TableFiles.shown(table.folder()),
                  size(free),
                  (long) (missing * ((double) free / needed))));
    }
  }

  /** Returns a size in the unit that suits it. */
  static String size(long bytes) {
    String[] units = {"kB", "MB", "GB", "TB", "PB"};
    double value = bytes / 1e3;
    int unit = 0;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return "%,.1f %s".formatted(value, units[unit]);
  }
}
