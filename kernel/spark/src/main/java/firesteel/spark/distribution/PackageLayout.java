package firesteel.spark.distribution;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Unpacks Spark's Python source package in the layout of a Spark distribution. */
final class PackageLayout {
  /** Where the parts of the package belong, according to the package's {@code setup.py}. */
  private static final List<Map.Entry<String, String>> PLACES =
      List.of(
          Map.entry("deps/examples/", "examples/src/main/python/"),
          Map.entry("deps/", ""),
          Map.entry("lib/", "python/lib/"),
          Map.entry("pyspark/", "python/pyspark/"));

  private static final int EXECUTABLE = 0100;

  private PackageLayout() {}

  /**
   * Unpacks a package.
   *
   * @param home a new folder, which becomes a {@code SPARK_HOME}
   */
  static void unpack(Path sourcePackage, Path home) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(sourcePackage));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Optional<String> place = place(entry.getName());
        if (entry.isFile() && place.isPresent()) {
          write(tar, inside(home, place.get()), (entry.getMode() & EXECUTABLE) != 0);
        }
      }
    }
  }

  /**
   * Returns the place of an entry below {@code SPARK_HOME}; empty for entries that a distribution
   * doesn't have.
   */
  static Optional<String> place(String entry) {
    String path = entry.substring(entry.indexOf('/') + 1);
    return PLACES.stream()
        .filter(part -> path.startsWith(part.getKey()))
        .findFirst()
        .map(part -> part.getValue() + path.substring(part.getKey().length()));
  }

  private static Path inside(Path home, String place) throws IOException {
    Path file = home.resolve(place).normalize();
    if (!file.startsWith(home)) {
      throw new DistributionException("the package holds a file outside its folder: " + place);
    }
    return file;
  }

  private static void write(InputStream content, Path file, boolean executable) throws IOException {
    Files.createDirectories(file.getParent());
    Files.copy(content, file);
    if (executable && !file.toFile().setExecutable(true, false)) {
      throw new DistributionException(file + " can't be made executable");
    }
  }
}
