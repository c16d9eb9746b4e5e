package firesteel.spark.added;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the classes that a jar or a class folder provides by {@code META-INF/services}. */
final class ServiceFiles {
  private ServiceFiles() {}

  /**
   * Returns the names of the classes that an entry of a class path provides for a service.
   *
   * @throws IOException when the entry can't be read
   */
  static List<String> providers(Path entry, String service) throws IOException {
    String name = "META-INF/services/" + service;
    if (Files.isDirectory(entry)) {
      Path file = entry.resolve(name);
      return Files.isRegularFile(file) ? names(Files.newInputStream(file)) : List.of();
    }
    try (ZipFile jar = new ZipFile(entry.toFile())) {
      ZipEntry file = jar.getEntry(name);
      return file == null ? List.of() : names(jar.getInputStream(file));
    }
  }

  private static List<String> names(InputStream file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }
}
