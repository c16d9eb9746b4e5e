package firesteel.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JarNameTest {
  @ParameterizedTest
  @CsvSource({
    "lwjgl, lwjgl-3.3.6.jar, 3.3.6, ''",
    "lwjgl, lwjgl-3.3.6-natives-linux.jar, 3.3.6, natives-linux",
    "lwjgl, repo/3.3.6/lwjgl-3.3.6-natives-linux.jar, 3.3.6, natives-linux",
    "guava, guava-33.4.0-jre.jar, 33.4.0-jre, ''",
    "lib, lib-2.0.0-M1.jar, 2.0.0-M1, ''",
    "lib, lib-1.0-rc.2-sources.jar, 1.0-rc.2, sources",
    "lib, lib-1.0-SNAPSHOT-tests.jar, 1.0-SNAPSHOT, tests",
    "lib, lib-1.0-20250101.101010-3.jar, 1.0-20250101.101010-3, ''",
    "netty-transport-native-epoll, netty-transport-native-epoll-4.2.1.Final-linux-x86_64.jar, 4.2.1.Final, linux-x86_64",
    "gcs, repo/hadoop3-2.2/gcs-2.2-shaded.jar, 2.2, shaded",
    "lib, repo/1.0-odd-name/lib-1.0-odd-name.jar, 1.0-odd-name, ''",
    "lib, repo/1.0-odd-name/lib-1.0-odd-name-all.jar, 1.0-odd-name, all",
  })
  void version_and_classifier_are_told_apart(
      String artifact, Path jar, String version, String classifier) {
    assertThat(JarName.of(jar, artifact)).contains(new JarName(version, classifier));
  }

  @ParameterizedTest
  @CsvSource({"lib, lib-core-1.0.jar", "lib, library-1.0.jar", "lib, lib.jar"})
  void the_names_of_other_artifacts_are_none(String artifact, Path jar) {
    assertThat(JarName.of(jar, artifact)).isEmpty();
  }
}
