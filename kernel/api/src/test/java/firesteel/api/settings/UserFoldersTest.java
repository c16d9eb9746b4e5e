package firesteel.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
  private static final Path SYSTEM_HOME = Path.of("/home/ada");

  @Test
  void without_variables_the_folders_are_below_the_systems_home() {
    assertThat(UserFolders.of(Map.of(), SYSTEM_HOME))
        .isEqualTo(
            new UserFolders(
                SYSTEM_HOME,
                Path.of("/home/ada/.config/firesteel"),
                Path.of("/home/ada/.local/share/firesteel"),
                Path.of("/home/ada/.cache/firesteel"),
                Path.of("/home/ada/.local/state/firesteel")));
  }

  @Test
  void home_wins_over_the_systems_home() {
    UserFolders folders = UserFolders.of(Map.of("HOME", "/mnt/me"), SYSTEM_HOME);

    assertThat(folders.home()).isEqualTo(Path.of("/mnt/me"));
    assertThat(folders.data()).isEqualTo(Path.of("/mnt/me/.local/share/firesteel"));
  }

  @Test
  void each_xdg_variable_moves_its_own_folder() {
    UserFolders folders =
        UserFolders.of(
            Map.of(
                "XDG_CONFIG_HOME", "/config",
                "XDG_DATA_HOME", "/data",
                "XDG_CACHE_HOME", "/cache",
                "XDG_STATE_HOME", "/state"),
            SYSTEM_HOME);

    assertThat(folders)
        .isEqualTo(
            new UserFolders(
                SYSTEM_HOME,
                Path.of("/config/firesteel"),
                Path.of("/data/firesteel"),
                Path.of("/cache/firesteel"),
                Path.of("/state/firesteel")));
  }

  @Test
  void relative_and_blank_values_count_as_unset() {
    Map<String, String> environment =
        Map.of(
            "HOME", "me",
            "XDG_CONFIG_HOME", "config",
            "XDG_DATA_HOME", "./data",
            "XDG_CACHE_HOME", " ",
            "XDG_STATE_HOME", "");

    assertThat(UserFolders.of(environment, SYSTEM_HOME))
        .isEqualTo(UserFolders.of(Map.of(), SYSTEM_HOME));
  }
}
