package firesteel.spark.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryDirectoryTest {
  @TempDir Path parent;

  @Test
  void goes_with_all_that_is_in_it() throws IOException {
    TemporaryDirectory scratch = TemporaryDirectory.create(parent.resolve("made/when/missing"));
    Files.createDirectories(scratch.folder().resolve("a/b"));
    Files.writeString(scratch.folder().resolve("a/b/c"), "x");
    scratch.delete();
    assertThat(scratch.folder()).doesNotExist();
  }

  @Test
  void takes_along_what_killed_processes_left_and_nothing_else() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path orphan = parent.resolve("firesteel-spark-" + ended.pid() + "-1");
    Path other = parent.resolve("firesteel-spark-notes-1");
    Files.createDirectories(orphan.resolve("local"));
    Files.createDirectories(other);
    TemporaryDirectory living = TemporaryDirectory.create(parent);
    TemporaryDirectory.create(parent).deleteOrphans();
    assertThat(orphan).doesNotExist();
    assertThat(other).exists();
    assertThat(living.folder()).exists();
  }
}
