package firesteel.spark.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopConfTest {
  @TempDir Path folder;

  @Test
  void the_files_of_a_cluster_become_spark_settings() throws IOException {
    Files.writeString(
        folder.resolve("yarn-site.xml"),
        "<configuration><property><name>yarn.resourcemanager.address</name>"
            + "<value>${my.host}:8032</value></property></configuration>");
    assertThat(HadoopConf.isIn(folder)).isTrue();
    assertThat(HadoopConf.settings(folder))
        .containsOnly(
            java.util.Map.entry("spark.hadoop.yarn.resourcemanager.address", "${my.host}:8032"));
  }

  @Test
  void a_folder_without_them_is_refused() {
    assertThat(HadoopConf.isIn(folder)).isFalse();
    assertThatThrownBy(() -> HadoopConf.settings(folder))
        .hasMessageContaining("has no Hadoop configuration (core-site.xml");
  }
}
