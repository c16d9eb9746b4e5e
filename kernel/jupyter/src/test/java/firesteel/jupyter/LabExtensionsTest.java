package firesteel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabExtensionsTest {
  @TempDir Path folder;

  private Path install(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return LabExtensions.install(
        "drawing", Map.of("package.json", bytes, "static/remoteEntry.js", bytes), folder);
  }

  @Test
  void an_extension_is_a_folder_with_its_files() throws IOException {
    Path installed = install("new");

    assertThat(installed).isEqualTo(folder.resolve("drawing"));
    assertThat(installed.resolve("static/remoteEntry.js")).content().isEqualTo("new");
  }

  @Test
  void installing_again_replaces_all_of_it_and_leaves_nothing_beside_it() throws IOException {
    Files.writeString(install("old").resolve("static/stale.js"), "old");

    Path installed = install("new");

    assertThat(installed.resolve("static/stale.js")).doesNotExist();
    assertThat(installed.resolve("package.json")).content().isEqualTo("new");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(installed);
    }
  }

  @Test
  void uninstalling_removes_the_folder_and_says_whether_it_was_there() throws IOException {
    install("new");

    assertThat(LabExtensions.uninstall("drawing", folder)).isTrue();
    assertThat(folder.resolve("drawing")).doesNotExist();
    assertThat(LabExtensions.uninstall("drawing", folder)).isFalse();
  }
}
