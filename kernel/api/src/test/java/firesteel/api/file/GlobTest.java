package firesteel.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobTest {
  @TempDir Path folder;

  @Test
  void a_text_matches_as_a_whole() {
    assertThat(Glob.matches("*.jar", "a.jar")).isTrue();
    assertThat(Glob.matches("a?c", "abc")).isTrue();
    assertThat(Glob.matches("a?c", "abbc")).isFalse();
    assertThat(Glob.matches("*b", "abc")).isFalse();
    assertThat(Glob.matches("[a]", "[a]")).isTrue();
  }

  @Test
  void stars_and_question_marks_stand_for_parts_of_names() throws IOException {
    make("a/1.jar", "a/2.jar", "b/3.jar", "b/c/4.jar", "b/c/4.txt");

    assertThat(found("a/*.jar")).containsExactly("a/1.jar", "a/2.jar");
    assertThat(found("?/?.jar")).containsExactly("a/1.jar", "a/2.jar", "b/3.jar");
    assertThat(found("b/c")).containsExactly("b/c");
    assertThat(found("nowhere/*.jar")).isEmpty();
    assertThat(found("a/3.jar")).isEmpty();
  }

  @Test
  void two_stars_stand_for_any_number_of_folders() throws IOException {
    make("a/1.jar", "b/c/4.jar", "5.jar");

    assertThat(found("**/*.jar")).containsExactlyInAnyOrder("5.jar", "a/1.jar", "b/c/4.jar");
    assertThat(found("b/**.jar")).containsExactly("b/c/4.jar");
  }

  private void make(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private List<String> found(String glob) throws IOException {
    return Glob.find(folder.toAbsolutePath().resolve(glob)).stream()
        .map(path -> folder.toAbsolutePath().relativize(path).toString())
        .toList();
  }
}
