package firesteel.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import firesteel.spark.cluster.ClusterState.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterFolderTest {
  @TempDir Path root;

  @Test
  void a_state_is_read_as_it_was_written() throws IOException {
    ClusterFolder folder = new ClusterFolder(root.resolve("clusters/a")).make();
    assertThat(folder.state()).isEmpty();

    folder.write(state("a", Member.of("master", ProcessHandle.current())));

    assertThat(folder.state()).contains(state("a", Member.of("master", ProcessHandle.current())));
  }

  @Test
  void the_folder_is_for_its_user_alone() throws IOException {
    ClusterFolder folder = new ClusterFolder(root.resolve("a")).make();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
        .isEqualTo("rwx------");
  }

  @Test
  void what_links_point_at_stays_when_the_folder_is_removed() throws IOException {
    ClusterFolder folder = new ClusterFolder(root.resolve("a")).make();
    Path jar = Files.writeString(root.resolve("spark.jar"), "jar");
    Files.createDirectories(folder.home());
    Files.createSymbolicLink(folder.home().resolve("spark.jar"), jar);

    folder.delete();

    assertThat(folder.path()).doesNotExist();
    assertThat(jar).exists();
  }

  @Test
  void a_process_with_the_id_of_an_earlier_one_is_not_taken_for_it() {
    Member alive = Member.of("master", ProcessHandle.current());
    Member earlier = new Member("master", alive.pid(), alive.startedMillis() - 60_000);

    assertThat(state("a", alive).isAlive()).isTrue();
    assertThat(state("a", earlier).isAlive()).isFalse();
  }

  @Test
  void a_cluster_is_a_target_by_its_name_and_the_one_started_here_by_the_word() throws IOException {
    Clusters clusters = new Clusters(root, Optional.empty());
    assertThat(ClusterUrl.of("anything", clusters)).isEmpty();
    assertThat(catchThrowable(() -> ClusterUrl.of("cluster", clusters)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No cluster was started here; %cluster start starts one.");

    Member alive = Member.of("master", ProcessHandle.current());
    new ClusterFolder(root.resolve("mine")).make().write(state("mine", alive));
    assertThat(ClusterUrl.of("mine", clusters)).contains(state("mine", alive).url());
    assertThat(catchThrowable(() -> ClusterUrl.of("cluster", clusters)))
        .hasMessageContaining("By name there is: mine.");

    String own = Clusters.ownName();
    new ClusterFolder(root.resolve(own)).make().write(state(own, alive));
    assertThat(ClusterUrl.of("cluster", clusters)).contains(state(own, alive).url());

    Member gone = new Member("master", alive.pid(), alive.startedMillis() - 60_000);
    new ClusterFolder(root.resolve("late")).make().write(state("late", gone));
    assertThat(catchThrowable(() -> ClusterUrl.of("late", clusters)))
        .hasMessageContaining("The cluster late has ended");
  }

  @Test
  void clusters_are_found_by_name_and_others_are_named() throws IOException {
    Clusters clusters = new Clusters(root, Optional.empty());
    assertThat(clusters.all()).isEmpty();
    for (String name : List.of("b", Clusters.DEFAULT_NAME)) {
      new ClusterFolder(root.resolve(name))
          .make()
          .write(state(name, Member.of("master", ProcessHandle.current())));
    }

    assertThat(clusters.all()).extracting(ClusterState::name).containsExactly("b", "default");
    assertThat(clusters.find(Optional.of("b")).name()).isEqualTo("b");
    assertThat(clusters.find(Optional.empty()).name()).isEqualTo("default");
    assertThat(catchThrowable(() -> clusters.find(Optional.of("c"))))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("there is no cluster c; there is: b, default");
  }

  private static ClusterState state(String name, Member master) {
    return new ClusterState(
        name,
        "spark://127.0.0.1:7077",
        "http://127.0.0.1:9090",
        "4.2.0",
        17,
        1,
        "1g",
        true,
        master,
        List.of(master));
  }
}
