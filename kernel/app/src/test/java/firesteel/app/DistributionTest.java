package firesteel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DistributionTest {
  private static final Path ROOT = Path.of("/a checkout");

  private final Distribution built = new Distribution(ROOT.resolve("kernel/app/target/dist"));

  @Test
  void a_distribution_knows_the_checkout_that_it_was_built_in() {
    assertThat(built.checkout()).contains(ROOT);
    assertThat(built.launcher()).contains(ROOT.resolve("firesteel"));
    assertThat(built.state()).isEqualTo(ROOT.resolve(".firesteel"));
    assertThat(built.javaScript()).isEqualTo(built.folder().resolve("bin/firesteel-java"));
  }

  @Test
  void a_copy_of_one_keeps_its_state_to_itself() {
    Distribution copy = new Distribution(Path.of("/opt/firesteel"));

    assertThat(copy.checkout()).isEmpty();
    assertThat(copy.state()).isEqualTo(Path.of("/opt/firesteel/.firesteel"));
  }

  @Test
  void the_kernelspec_starts_the_script_with_this_java() {
    var spec = InstallCommand.kernelSpec(built);

    assertThat(spec.argv())
        .containsExactly(
            built.javaScript().toString(), "kernel", "--connection-file", "{connection_file}");
    assertThat(spec.env())
        .containsEntry(
            "FIRESTEEL_JAVA", Path.of(System.getProperty("java.home"), "bin/java").toString());
  }

  @Test
  void the_history_is_among_the_users_data() {
    assertThat(SessionFactory.historyFile(Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/firesteel/history"));
    assertThat(SessionFactory.historyFile(Map.of("HOME", "/home/me", "XDG_DATA_HOME", "relative")))
        .isEqualTo(Path.of("/home/me/.local/share/firesteel/history"));
  }
}
