package firesteel.api.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
  @TempDir Path folder;

  @Test
  void files_and_folders_are_for_their_owner_alone() throws IOException {
    Path deep = folder.resolve("a/b");
    OwnerOnly.createFolders(deep);
    Path file = Files.createFile(deep.resolve("file"), OwnerOnly.fileAttributes(deep));
    Path open = Files.createFile(deep.resolve("open"));
    OwnerOnly.restrict(open);

    assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
    assertThat(permissions(deep)).isEqualTo("rwx------");
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(open)).isEqualTo("rw-------");
  }

  @Test
  void a_folder_that_is_there_is_not_taken_for_a_new_one() throws IOException {
    OwnerOnly.createFolder(folder.resolve("new"));
    assertThat(permissions(folder.resolve("new"))).isEqualTo("rwx------");
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> OwnerOnly.createFolder(folder.resolve("new")));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
