package firesteel.spark.start;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.spark.settings.LogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
  @TempDir Path home;

  @Test
  void the_folder_is_for_its_user_alone() throws IOException {
    Path folder = home.resolve("state/firesteel/logs");
    LogFiles.prepare(folder);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void the_oldest_files_go_and_others_stay() throws IOException {
    Files.createFile(home.resolve("notes.txt"));
    for (int day = 10; day < 35; day++) {
      Files.createFile(home.resolve("spark-2026-01-" + day + "T101112.131-77.log"));
    }
    LogFiles.prepare(home);
    assertThat(home).isDirectoryContaining("glob:**notes.txt");
    assertThat(home.resolve("spark-2026-01-14T101112.131-77.log")).doesNotExist();
    assertThat(home.resolve("spark-2026-01-15T101112.131-77.log")).exists();
    assertThat(LogFiles.choose(home).getFileName().toString()).matches("spark-\\S+-\\d+\\.log");
  }

  @Test
  void the_last_lines_of_a_log_are_read_from_its_end() throws IOException {
    Path log = home.resolve("a.log");
    Files.writeString(log, "x".repeat(3 << 20) + "\none\ntwo\nthree é\n");
    assertThat(LogFiles.lastLines(log, 2)).containsExactly("two", "three é");
    Files.writeString(log, "only");
    assertThat(LogFiles.lastLines(log, 20)).containsExactly("only");
    Files.writeString(log, "");
    assertThat(LogFiles.lastLines(log, 20)).isEmpty();
  }
}
