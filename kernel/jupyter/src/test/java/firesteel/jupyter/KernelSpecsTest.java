package firesteel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecsTest {
  private static final KernelSpec SPEC =
      KernelSpec.firesteel(
          List.of("/opt/fire steel/bin/firesteel-java", "kernel", "{connection_file}"),
          Map.of("FIRESTEEL_JAVA", "/opt/jdk 17/bin/java"));

  @TempDir Path folder;

  @Test
  void an_installed_kernelspec_says_how_to_start_the_kernel() throws IOException {
    Path kernels = folder.resolve("with space/kernels");

    Path installed = KernelSpecs.install(SPEC, kernels);

    assertThat(installed).isEqualTo(kernels.resolve("firesteel"));
    JsonNode json = new ObjectMapper().readTree(installed.resolve("kernel.json").toFile());
    assertThat(json.at("/argv/0").asText()).isEqualTo("/opt/fire steel/bin/firesteel-java");
    assertThat(json.at("/argv/2").asText()).isEqualTo("{connection_file}");
    assertThat(json.at("/display_name").asText()).isEqualTo("Java (Firesteel)");
    assertThat(json.at("/language").asText()).isEqualTo("java");
    assertThat(json.at("/interrupt_mode").asText()).isEqualTo("message");
    assertThat(json.at("/env/FIRESTEEL_JAVA").asText()).isEqualTo("/opt/jdk 17/bin/java");
    assertThat(json.at("/metadata/debugger").asBoolean(true)).isFalse();
    assertThat(json.at("/metadata/supported_encryption/0").asText()).isEqualTo("curve");
  }

  @Test
  void the_logos_have_the_sizes_that_their_names_promise() throws IOException {
    Path installed = KernelSpecs.install(SPEC, folder);

    assertThat(ImageIO.read(installed.resolve("logo-32x32.png").toFile()).getWidth()).isEqualTo(32);
    assertThat(ImageIO.read(installed.resolve("logo-64x64.png").toFile()).getWidth()).isEqualTo(64);
    assertThat(installed.resolve("logo-svg.svg")).content().isEqualTo(LogoDrawing.svg());
  }

  @Test
  void installing_again_replaces_the_whole_kernelspec_and_leaves_nothing_beside_it()
      throws IOException {
    Files.writeString(KernelSpecs.install(SPEC, folder).resolve("stale.txt"), "old");

    KernelSpecs.install(
        KernelSpec.firesteel(List.of("other", "{connection_file}"), Map.of()), folder);

    assertThat(folder.resolve("firesteel/stale.txt")).doesNotExist();
    assertThat(folder.resolve("firesteel/kernel.json")).content().contains("other");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("firesteel"));
    }
  }

  @Test
  void uninstalling_removes_the_folder_and_says_whether_it_was_there() throws IOException {
    KernelSpecs.install(SPEC, folder);

    assertThat(KernelSpecs.uninstall("firesteel", folder)).isTrue();
    assertThat(folder.resolve("firesteel")).doesNotExist();
    assertThat(KernelSpecs.uninstall("firesteel", folder)).isFalse();
  }

  @Test
  void a_link_in_the_place_of_a_kernelspec_is_replaced_and_its_target_left_alone()
      throws IOException {
    Path precious = Files.createDirectory(folder.resolve("precious"));
    Files.writeString(precious.resolve("kernel.json"), "{}");
    Path kernels = Files.createDirectory(folder.resolve("kernels"));
    Files.createSymbolicLink(kernels.resolve("firesteel"), precious);

    KernelSpecs.install(SPEC, kernels);

    assertThat(Files.isSymbolicLink(kernels.resolve("firesteel"))).isFalse();
    assertThat(precious.resolve("kernel.json")).content().isEqualTo("{}");
  }

  @Test
  void a_command_line_without_connection_file_is_refused() {
    assertThatThrownBy(() -> KernelSpec.firesteel(List.of("java"), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{connection_file}");
  }

  @Test
  void the_users_folder_follows_jupyters_rules() {
    Path home = Path.of("/home/ada");
    assertThat(userKernels("Linux", home, Map.of()))
        .isEqualTo(home.resolve(".local/share/jupyter/kernels"));
    assertThat(userKernels("Linux", home, Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/jupyter/kernels"));
    assertThat(userKernels("Mac OS X", home, Map.of()))
        .isEqualTo(home.resolve("Library/Jupyter/kernels"));
    assertThat(userKernels("Mac OS X", home, Map.of("JUPYTER_PLATFORM_DIRS", "1")))
        .isEqualTo(home.resolve("Library/Application Support/Jupyter/kernels"));
    assertThat(userKernels("Windows 11", home, Map.of("APPDATA", "/roaming")))
        .isEqualTo(Path.of("/roaming/jupyter/kernels"));
    assertThat(userKernels("Linux", home, Map.of("JUPYTER_DATA_DIR", "/own")))
        .isEqualTo(Path.of("/own/kernels"));
    assertThat(KernelSpecs.prefixKernels(Path.of("/venv")))
        .isEqualTo(Path.of("/venv/share/jupyter/kernels"));
  }

  private static Path userKernels(String os, Path home, Map<String, String> env) {
    return KernelSpecs.userKernels(env, home, os);
  }
}
