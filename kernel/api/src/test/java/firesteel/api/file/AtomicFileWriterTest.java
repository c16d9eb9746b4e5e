package firesteel.api.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileWriterTest {
  @TempDir Path folder;

  @Test
  void a_file_is_replaced_and_keeps_its_permissions() throws IOException {
    Path file = folder.resolve("file");
    AtomicFileWriter.write(file, "öne");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    AtomicFileWriter.write(file, "two");

    assertThat(file).hasContent("two");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(names()).containsExactly("file");
  }

  @Test
  void a_link_stays_one() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    AtomicFileWriter.write(link, "new");

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void what_cant_be_written_leaves_what_was_there() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken/inner")).getParent();

    assertThatIOException().isThrownBy(() -> AtomicFileWriter.write(taken, "text"));
    assertThat(taken.resolve("inner")).isDirectory();
    assertThat(names()).containsExactly("taken");
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
