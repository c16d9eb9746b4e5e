package firesteel.spark.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.spark.master.Target.Address;
import firesteel.spark.master.Target.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          local | LOCAL
          local[*] | LOCAL
          local[4] | LOCAL
          local[4,2] | LOCAL
          local-cluster[2,1,1024] | LOCAL_CLUSTER
          local-cluster[2, 1, 1024] | LOCAL_CLUSTER
          spark://host:7077 | STANDALONE
          spark://a:7077,b.c:7078 | STANDALONE
          yarn | YARN
          k8s://https://host:6443 | KUBERNETES
          k8s://host | KUBERNETES
          k8s://http://[::1]:8001/api | KUBERNETES
          sc://host:15002/;token=x;use_ssl=true | CONNECT
          sc://host | CONNECT
          """)
  void targets_are_known_by_their_form(String text, Kind kind) {
    assertThat(Target.parse(text).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "locl",
        "local[x]",
        "local-cluster[2,1]",
        "http://x",
        "yarn-client",
        "sc://",
        "k8s://",
        "k8s://ftp://x"
      })
  void what_is_no_target_is_refused_with_what_one_looks_like(String text) {
    assertThatThrownBy(() -> Target.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\" is no target", "spark://host:port");
    assertThat(Target.ofMaster(text).kind()).isEqualTo(Kind.OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark://host", "spark://host:99999", "spark://:7077", "spark://a:1,b"})
  void a_cluster_needs_hosts_and_ports(String text) {
    assertThatThrownBy(() -> Target.parse(text)).hasMessageContaining("needs a host and a port");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local[0]",
        "local[4,0]",
        "local[99999999999]",
        "local-cluster[0,1,1024]",
        "local-cluster[1,00,1024]",
        "local-cluster[1,1,0]"
      })
  void numbers_that_can_not_be_are_refused(String text) {
    assertThatThrownBy(() -> Target.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\" can't be");
  }

  @Test
  void the_masters_of_a_cluster_are_told_apart() {
    assertThat(Target.parse("spark://a:7077,[::1]:7078").addresses())
        .containsExactly(new Address("a", 7077), new Address("[::1]", 7078));
  }

  @Test
  void a_token_is_not_shown() {
    Target target = Target.parse("sc://host:1/;token=geheim;use_ssl=true");
    assertThat(target.url()).contains("geheim");
    assertThat(target + target.shown()).doesNotContain("geheim").contains("use_ssl=true");
  }
}
