package firesteel.spark.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageLayoutTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "pyspark-4.2.0/deps/jars/a.jar, jars/a.jar",
    "pyspark-4.2.0/deps/bin/spark-submit, bin/spark-submit",
    "pyspark-4.2.0/lib/pyspark.zip, python/lib/pyspark.zip",
    "pyspark-4.2.0/pyspark/sql/types.py, python/pyspark/sql/types.py",
    "pyspark-4.2.0/deps/examples/pi.py, examples/src/main/python/pi.py",
  })
  void files_go_where_a_distribution_has_them(String entry, String place) {
    assertThat(PackageLayout.place(entry)).contains(place);
  }

  @Test
  void what_a_distribution_has_not_is_left_out() {
    assertThat(PackageLayout.place("pyspark-4.2.0/setup.py")).isEmpty();
    assertThat(PackageLayout.place("pyspark-4.2.0/pyspark.egg-info/PKG-INFO")).isEmpty();
  }

  @Test
  void scripts_stay_executable() throws IOException {
    Path home = folder.resolve("home");
    PackageLayout.unpack(
        tar(entry("p/deps/bin/spark-submit", 0755), entry("p/deps/jars/a.jar", 0644)), home);

    assertThat(home.resolve("bin/spark-submit")).isExecutable();
    assertThat(Files.isExecutable(home.resolve("jars/a.jar"))).isFalse();
  }

  @Test
  void a_file_that_leads_out_of_the_folder_is_refused() throws IOException {
    Path evil = tar(entry("p/deps/../../evil", 0644));

    assertThatExceptionOfType(DistributionException.class)
        .isThrownBy(() -> PackageLayout.unpack(evil, folder.resolve("home")))
        .withMessageContaining("outside its folder");
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  @Test
  void a_package_that_was_cut_off_is_an_error() throws IOException {
    Path whole = tar(entry("p/deps/jars/a.jar", 0644));
    byte[] bytes = Files.readAllBytes(whole);
    Path half = folder.resolve("half.tar.gz");
    Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> PackageLayout.unpack(half, folder.resolve("home")));
  }

  private static TarArchiveEntry entry(String name, int mode) {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setMode(mode);
    entry.setSize(name.length());
    return entry;
  }

  private Path tar(TarArchiveEntry... entries) throws IOException {
    Path file = Files.createTempFile(folder, "package", ".tar.gz");
    try (OutputStream out = Files.newOutputStream(file);
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new GzipCompressorOutputStream(out))) {
      for (TarArchiveEntry entry : entries) {
        tar.putArchiveEntry(entry);
        tar.write(entry.getName().getBytes(StandardCharsets.UTF_8));
        tar.closeArchiveEntry();
      }
    }
    return file;
  }
}
