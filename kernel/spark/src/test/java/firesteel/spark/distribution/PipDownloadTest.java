package firesteel.spark.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipDownloadTest {
  @TempDir Path folder;

  @Test
  void a_python_without_pip_is_passed_over() throws Exception {
    String without = python("without", 1);

    assertThat(PipDownload.with(List.of("/nowhere", without, python("with", 0)))).isNotNull();
  }

  @Test
  void without_pip_the_remedy_is_told() throws IOException {
    String without = python("without", 1);

    assertThatExceptionOfType(DistributionException.class)
        .isThrownBy(() -> PipDownload.with(List.of("/nowhere", without)))
        .withMessageContaining(without)
        .withMessageContaining("export FIRESTEEL_PYTHON=");
  }

  @Test
  void closing_ends_the_download_and_its_children_and_no_other_process() throws Exception {
    Path pid = folder.resolve("pid");
    String script =
        """
        #!/bin/sh
        [ "$4" = --no-deps ] || exit 0
        sleep 600 &
        echo $! > %1$s.new
        mv %1$s.new %1$s
        wait
        """
            .formatted(pid);
    PipDownload pip = PipDownload.with(List.of(script("slow", script)));
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      CompletableFuture<Path> download =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return pip.sourcePackage("4.2.0", folder, false);
                } catch (IOException | InterruptedException e) {
                  throw new CompletionException(e);
                }
              });
      await().until(() -> Files.exists(pid));
      ProcessHandle child =
          ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
      pip.close();

      await().until(() -> !child.isAlive());
      assertThat(download)
          .failsWithin(Duration.ofMinutes(1))
          .withThrowableThat()
          .withRootCauseInstanceOf(DistributionException.class);
      assertThat(other.isAlive()).isTrue();
      assertThatExceptionOfType(DistributionException.class)
          .isThrownBy(() -> pip.sourcePackage("4.2.0", folder, false))
          .withMessage("the download was given up");
    } finally {
      other.destroyForcibly();
    }
  }

  private String python(String name, int status) throws IOException {
    return script(name, "#!/bin/sh\nexit " + status + "\n");
  }

  private String script(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file.toString();
  }
}
