package firesteel.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemPackageTest {
  @TempDir Path bin;

  @Test
  void the_command_is_that_of_the_machines_package_tool() throws IOException {
    assertThat(howTo()).isEqualTo("get it from https://maven.apache.org");
    add("brew");
    assertThat(howTo()).isEqualTo("brew install maven");
    add("dnf");
    assertThat(howTo()).isEqualTo("sudo dnf install maven");
    add("apt-get");
    assertThat(howTo()).isEqualTo("sudo apt-get install maven");
  }

  @Test
  void each_package_can_be_installed_somehow() {
    assertThat(SystemPackage.values())
        .allSatisfy(wanted -> assertThat(wanted.howToInstall(Map.of())).startsWith("get "));
  }

  private String howTo() {
    return SystemPackage.MAVEN.howToInstall(Map.of("PATH", bin.toString()));
  }

  private void add(String tool) throws IOException {
    assertThat(Files.createFile(bin.resolve(tool)).toFile().setExecutable(true)).isTrue();
  }
}
