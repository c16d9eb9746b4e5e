package firesteel.spark.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  private String python(String name, int status) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\nexit " + status + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file.toString();
  }
}
