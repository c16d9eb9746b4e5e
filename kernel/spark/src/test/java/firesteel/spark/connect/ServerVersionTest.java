package firesteel.spark.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerVersionTest {
  private static final ServerVersion CLIENT = ServerVersion.parse("4.2.0");

  @ParameterizedTest
  @ValueSource(strings = {"4.2.0", "4.2.1-SNAPSHOT", "4.3.0", "5.0.0", "unheard of"})
  void a_server_that_is_not_older_has_no_limits(String server) {
    assertThat(ServerVersion.parse(server).limits(CLIENT)).isEmpty();
  }

  @Test
  void an_older_server_of_the_same_major_version_lacks_lists_of_the_notebook() {
    assertThat(ServerVersion.parse("4.1.2").limits(CLIENT).orElseThrow())
        .contains("4.1.2", "4.2.0", "createDataset")
        .doesNotContain("lambdas");
  }

  @Test
  void a_server_of_an_older_major_version_lacks_lambdas() {
    assertThat(ServerVersion.parse("3.5.5").limits(CLIENT).orElseThrow())
        .contains("3.5.5", "lambdas");
  }
}
