package firesteel.magics.data.files;

import firesteel.data.spark.FileFormat;
import java.nio.file.Path;

/**
 * A file of a known format.
 *
 * @param path absolute
 * @param name relative to the folder that was searched, with slashes
 */
record DataFile(Path path, String name, FileFormat format) {
  /** Returns the file as Spark takes it: of this machine, and not as a pattern. */
  String location() {
    return "file://" + path.toString().replaceAll("[\\[\\]{}*?\\\\]", "\\\\$0");
  }
}
