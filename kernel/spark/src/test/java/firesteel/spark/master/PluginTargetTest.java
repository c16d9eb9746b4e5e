package firesteel.spark.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.plugin.Plugins;
import firesteel.api.spark.ConnectAddress;
import firesteel.api.spark.ConnectRequest;
import firesteel.api.spark.ConnectTarget;
import firesteel.spark.settings.SparkStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginTargetTest {
  /** A target whose place is the URL it leads to. */
  private final class Lab implements ConnectTarget {
    @Override
    public String name() {
      return "lab";
    }

    @Override
    public String summary() {
      return "The laboratory.";
    }

    @Override
    public List<Option> options() {
      return List.of(new Option("queue", "NAME", "Whose executors."));
    }

    @Override
    public ConnectAddress connect(ConnectRequest request) throws Exception {
      requests.add(request);
      request.progress().accept("opening " + request.place());
      if (request.place().equals("closed")) {
        throw new IOException("the door is locked");
      }
      if (request.place().isEmpty()) {
        throw new IllegalArgumentException("Name a room: lab://ROOM.");
      }
      return ConnectAddress.of(request.place().equals("odd") ? "odd" : "local[3]")
          .withSetting("spark.app.name", "lab")
          .withSetting("spark.lab.queue", request.options().getOrDefault("queue", "none"))
          .withJar("http://lab/a.jar")
          .whenStopped(() -> closed.add(request.place()));
    }
  }

  @TempDir Path folder;

  private final List<ConnectRequest> requests = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();
  private final List<String> progress = new ArrayList<>();

  private final Plugins plugins =
      new Plugins() {
        @Override
        public <T> List<T> services(Class<T> type) {
          return List.of(type.cast(new Lab()));
        }

        @Override
        public List<String> problems() {
          return List.of();
        }

        @Override
        public Optional<String> howToAdd(Kind kind, String name) {
          return kind == Kind.TARGET && name.equals("emr")
              ? Optional.of("Run:  firesteel plugin add aws")
              : Optional.empty();
        }
      };

  private ConnectionBuilder builder(String text) {
    return ConnectionBuilder.of(text, folder, Map.of(), plugins);
  }

  private OpenConnection open(Connection connection) throws InterruptedException {
    return OpenConnection.of(connection, progress::add);
  }

  @Test
  void a_target_gives_url_settings_and_jars_and_the_users_settings_win() throws Exception {
    Connection wanted =
        builder("lab://room 7").option("queue", "us").set("spark.app.name", "mine").build();
    assertThat(requests).isEmpty(); // Nothing is opened before Spark is about to start.

    OpenConnection open = open(wanted);
    assertThat(open.connection().target().orElseThrow().url()).isEqualTo("local[3]");
    assertThat(open.connection().settings())
        .containsEntry("spark.app.name", "mine")
        .containsEntry("spark.lab.queue", "us");
    assertThat(open.connection().remoteJars()).containsExactly("http://lab/a.jar");
    assertThat(requests.get(0).folder()).isEqualTo(folder);
    assertThat(progress).containsExactly("opening room 7");

    assertThat(closed).isEmpty();
    open.close();
    open.close();
    assertThat(closed).containsExactly("room 7");
  }

  @Test
  void its_errors_are_the_users_and_say_who_failed() {
    assertThatThrownBy(() -> open(builder("lab").build()))
        .isInstanceOf(SparkStartException.class)
        .hasMessage("Name a room: lab://ROOM.");
    assertThatThrownBy(() -> open(builder("lab://closed").build()))
        .isInstanceOf(SparkStartException.class)
        .hasMessage("The target lab did not connect: IOException: the door is locked");
  }

  @Test
  void an_address_that_is_none_is_refused_and_closed() {
    assertThatThrownBy(() -> open(builder("lab://odd").build()))
        .isInstanceOf(SparkStartException.class)
        .hasMessageContaining("lab://odd gave an address that Spark can't use");
    assertThat(closed).containsExactly("odd");
  }

  @Test
  void an_option_that_a_target_lacks_is_refused_with_those_that_it_has() {
    assertThatThrownBy(() -> builder("lab://x").option("region", "eu"))
        .hasMessage("The target lab has no option \"region\"; it has queue.");
    assertThatThrownBy(() -> builder("local[2]").option("region", "eu"))
        .hasMessageContaining("--option is for targets of plug-ins");
  }

  @Test
  void a_profile_may_name_a_target() throws Exception {
    Files.writeString(
        folder.resolve("firesteel.yaml"), "profiles:\n  ours:\n    master: lab://room\n");
    assertThat(open(builder("@ours").build()).connection().target()).isPresent();
  }

  @Test
  void an_unknown_target_of_a_known_plugin_names_the_command_that_adds_it() {
    assertThatThrownBy(() -> builder("emr://j-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"emr://j-1\" is no target.")
        .hasMessageEndingWith("\nRun:  firesteel plugin add aws");
  }

  @Test
  void nothing_secret_is_in_the_texts_of_connections() throws Exception {
    Connection wanted = builder("lab://x").option("queue", "secret").build();
    assertThat(wanted.toString() + wanted.plugin() + open(wanted).connection() + requests)
        .doesNotContain("secret");
  }
}
