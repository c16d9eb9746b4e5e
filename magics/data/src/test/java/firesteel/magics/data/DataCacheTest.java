package firesteel.magics.data;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.data.Catalogue;
import firesteel.data.Dataset;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCacheTest {
  private static final Dataset INCOME = Catalogue.find("income").orElseThrow();

  @TempDir Path folder;

  private Path entry(String version, long seed, int bytes) throws IOException {
    Path entry = new DataCache(folder, version).entry(INCOME, seed, 10);
    Files.createDirectories(entry.resolve("income"));
    Files.write(entry.resolve("income/part-0.parquet"), new byte[bytes]);
    return entry;
  }

  @Test
  void dataset_seed_rows_and_version_make_entries_of_their_own() {
    DataCache cache = new DataCache(folder, "v1");
    assertThat(cache.entry(INCOME, 7, 10)).isEqualTo(folder.resolve("v1/income-seed7-rows10"));
    assertThat(new DataCache(folder, "v2").entry(INCOME, 7, 10))
        .isNotEqualTo(cache.entry(INCOME, 7, 10));
  }

  @Test
  void clean_deletes_the_entries_of_all_versions_and_says_how_large_they_were() throws IOException {
    Path old = entry("v1", 1, 300);
    Path now = entry("v2", 1, 200);
    DataCache cache = new DataCache(folder, "v2");
    assertThat(cache.clean("other").bytes()).isZero();
    assertThat(cache.clean("income").bytes()).isEqualTo(500);
    assertThat(old).doesNotExist();
    assertThat(now).doesNotExist();
    assertThat(cache.clean("").bytes()).isZero();
    assertThat(new DataCache(folder.resolve("nowhere"), "v2").clean("").bytes()).isZero();
  }

  @Test
  void what_is_being_made_stays() throws IOException {
    Path entry = entry("v1", 1, 300);
    Path lockFile = entry.resolveSibling(entry.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      DataCache.Cleaned cleaned = new DataCache(folder, "v1").clean("");
      assertThat(cleaned.bytes()).isZero();
      assertThat(cleaned.inUse()).containsExactly("income-seed1-rows10");
    }
    assertThat(entry.resolve("income")).isDirectory();
  }

  @Test
  void other_code_is_another_version() throws IOException {
    assertThat(GeneratorVersion.of(Dataset.class))
        .isEqualTo(GeneratorVersion.of(Catalogue.class))
        .isNotEqualTo(GeneratorVersion.of(DataCache.class))
        .matches("[0-9a-f]{12}");
  }
}
