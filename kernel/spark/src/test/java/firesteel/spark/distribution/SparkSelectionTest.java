package firesteel.spark.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkSelectionTest {
  @TempDir Path folder;

  @Test
  void a_choice_is_remembered_until_the_bundled_one_is_chosen() throws IOException {
    SparkSelection selection =
        SparkSelection.fromEnvironment(Map.of("XDG_CONFIG_HOME", folder.toString()));
    assertThat(selection.home()).isEmpty();

    assertThat(selection.use(home("4.2.0"))).isEqualTo("4.2.0");
    assertThat(selection.home()).contains(folder.resolve("spark-4.2.0"));
    assertThat(Files.readString(folder.resolve("firesteel/spark-home")))
        .isEqualTo(folder.resolve("spark-4.2.0") + "\n");

    selection.useBundled();
    assertThat(selection.home()).isEmpty();
  }

  @Test
  void what_cant_run_is_refused_and_the_choice_stays() throws IOException {
    SparkSelection selection = new SparkSelection(folder.resolve("spark-home"));
    selection.use(home("4.2.0"));

    assertThatExceptionOfType(DistributionException.class)
        .isThrownBy(() -> selection.use(home("3.5.6")))
        .withMessageContaining("Firesteel runs Spark 4.0 to 4.3");
    assertThatExceptionOfType(DistributionException.class)
        .isThrownBy(() -> selection.use(folder.resolve("nowhere")))
        .withMessageContaining("is not a folder");
    assertThat(selection.home()).contains(folder.resolve("spark-4.2.0"));
  }

  @Test
  void the_cache_knows_versions_and_nothing_else() throws IOException {
    SparkCache cache = SparkCache.fromEnvironment(Map.of("XDG_CACHE_HOME", folder.toString()));
    assertThat(cache.versions()).isEmpty();
    Files.createDirectories(cache.home("4.2.0"));
    Path unfinished = cache.unfinished();

    assertThat(cache.versions()).containsExactly("4.2.0");
    assertThat(unfinished).exists();
    assertThatIllegalArgumentException().isThrownBy(() -> cache.home("../4.2.0"));
  }

  private Path home(String version) throws IOException {
    Path jars = folder.resolve("spark-" + version).resolve("jars");
    Files.createDirectories(jars);
    for (String name : new String[] {"core", "sql"}) {
      Files.writeString(jars.resolve("spark-" + name + "_2.13-" + version + ".jar"), "");
    }
    return jars.getParent();
  }
}
