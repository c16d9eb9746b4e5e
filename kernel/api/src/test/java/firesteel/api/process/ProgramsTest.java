package firesteel.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void the_first_executable_file_on_the_path_is_found() throws IOException {
    Files.createDirectories(folder.resolve("folders/tool"));
    Files.createDirectories(folder.resolve("texts"));
    Files.createFile(folder.resolve("texts/tool"));
    Path tool = Files.createFile(Files.createDirectories(folder.resolve("bin")).resolve("tool"));
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment =
        Map.of("PATH", "%1$s/folders:%1$s/texts::%1$s/bin".formatted(folder));

    assertThat(Programs.onPath("tool", environment)).contains(tool);
    assertThat(Programs.onPath("other", environment)).isEmpty();
    assertThat(Programs.onPath("tool", Map.of())).isEmpty();
  }

  @Test
  void standard_output_alone_is_taken() throws InterruptedException {
    assertThat(output("echo \" $WHO\"; echo x >&2", LONG)).contains("me");
  }

  @Test
  void a_program_that_fails_is_missing_or_takes_too_long_has_no_output() throws Exception {
    assertThat(output("echo x; exit 1", LONG)).isEmpty();
    assertThat(output("echo x; exec sleep 600", Duration.ofMillis(100))).isEmpty();
    assertThat(Programs.output(List.of("/nowhere/tool"), Map.of(), LONG)).isEmpty();
  }

  private static Optional<String> output(String script, Duration limit)
      throws InterruptedException {
    return Programs.output(
        List.of("/bin/sh", "-c", script),
        Map.of("WHO", "me", "PATH", System.getenv("PATH")),
        limit);
  }
}
