package firesteel.spark.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
  @TempDir Path notebook;
  @TempDir Path config;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void configure() {
    environment.put("XDG_CONFIG_HOME", config.toString());
  }

  private void write(String text) throws IOException {
    Files.writeString(notebook.resolve("firesteel.yaml"), text);
  }

  private Profile find(String name) {
    return Profiles.of(notebook, environment).find(name);
  }

  @Test
  void a_profile_has_a_master_and_what_belongs_to_it() throws IOException {
    write(
        """
        profiles:
          team:
            master: spark://team:7077
            conf:
              spark.executor.memory: 2g
              spark.executor.cores: 02
              spark.speculation: yes
            jars: [a.jar, b.jar]
            packages: g:a:1
            hadoop-conf: /etc/hadoop
        """);
    Profile team = find("team");
    assertThat(team.master()).isEqualTo("spark://team:7077");
    assertThat(team.settings())
        .containsEntry("spark.executor.memory", "2g")
        .containsEntry("spark.executor.cores", "02")
        .containsEntry("spark.speculation", "yes");
    assertThat(team.jars()).containsExactly("a.jar", "b.jar");
    assertThat(team.packages()).containsExactly("g:a:1");
    assertThat(team.hadoopConf()).contains("/etc/hadoop");
  }

  @Test
  void the_notebooks_folder_wins_over_the_users_configuration() throws IOException {
    Files.createDirectories(config.resolve("firesteel"));
    Files.writeString(
        config.resolve("firesteel/firesteel.yaml"),
        "profiles:\n  a: {master: 'local[1]'}\n  b: {master: 'local[2]'}\n");
    write("profiles:\n  a: {master: 'local[3]'}\n");
    assertThat(Profiles.of(notebook, environment).names()).isEqualTo(List.of("a", "b"));
    assertThat(find("a").master()).isEqualTo("local[3]");
    assertThat(find("b").master()).isEqualTo("local[2]");
    assertThatThrownBy(() -> find("c"))
        .isInstanceOf(ProfileException.class)
        .hasMessageContaining("no profile \"c\"", "a, b");
  }

  @Test
  void secrets_come_from_the_environment_or_a_file() throws IOException {
    environment.put("TEAM_TOKEN", "geheim");
    Files.writeString(notebook.resolve("key"), "streng geheim\n");
    write(
        """
        profiles:
          team:
            master: sc://host:15002/;token=${env:TEAM_TOKEN}
            conf:
              spark.authenticate: true
              spark.authenticate.secret: ${file:key}
              spark.hadoop.fs.s3a.secret.key: ${env:MISSING}
        """);
    assertThatThrownBy(() -> find("team"))
        .hasMessageContaining("line 7", "spark.hadoop.fs.s3a.secret.key", "variable MISSING");
    environment.put("MISSING", "x");
    Profile team = find("team");
    assertThat(team.master()).endsWith(";token=geheim");
    assertThat(team.settings()).containsEntry("spark.authenticate.secret", "streng geheim");
    assertThat(team.toString()).doesNotContain("geheim");
  }

  @Test
  void a_secret_in_the_file_is_refused_and_not_repeated() throws IOException {
    write("profiles:\n  a:\n    master: local\n    conf:\n      spark.my.password: geheim\n");
    assertThatThrownBy(() -> find("a"))
        .hasMessageContaining("line 5", "spark.my.password", "${env:NAME}")
        .hasMessageNotContaining("geheim");
    write("profiles:\n  a:\n    master: sc://h/;token=geheim\n");
    assertThatThrownBy(() -> find("a"))
        .hasMessageContaining("line 3")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void what_is_not_known_is_refused_with_its_line() throws IOException {
    write("profiles:\n  a:\n    master: local\n    memory: 2g\n");
    assertThatThrownBy(() -> find("a"))
        .hasMessageContaining("firesteel.yaml, line 4: \"memory\" isn't known here")
        .hasMessageContaining("conf, hadoop-conf, jars, master, packages");
    write("profile:\n  a: {}\n");
    assertThatThrownBy(() -> find("a")).hasMessageContaining("line 1: \"profile\" isn't known");
    write("profiles:\n  a:\n    conf: {executor.memory: 2g}\n");
    assertThatThrownBy(() -> find("a")).hasMessageContaining("line 3", "start with \"spark.\"");
    write("profiles:\n  a: {}\n");
    assertThatThrownBy(() -> find("a")).hasMessageContaining("line 2", "has no \"master\"");
    write("profiles:\n  a: [\n");
    assertThatThrownBy(() -> find("a")).hasMessageContaining("line 3: not YAML");
    write("profiles: !!javax.script.ScriptEngineManager []\n");
    assertThatThrownBy(() -> find("a")).hasMessageContaining("line 1");
    write("");
    assertThatThrownBy(() -> find("a")).hasMessageContaining("No profiles were found");
  }
}
