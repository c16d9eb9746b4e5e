package firesteel.spark.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Artifact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

class ClassUploadsTest {
  @TempDir private Path folder;
  private ClassUploads uploads;

  @BeforeEach
  void makeUploads() throws IOException {
    uploads = new ClassUploads(folder);
    Files.createDirectories(folder.resolve("REPL"));
    Files.write(folder.resolve("REPL/A.class"), new byte[] {1});
    Files.write(folder.resolve("unfinished.part"), new byte[] {1});
  }

  @Test
  void a_class_is_handed_out_once() throws IOException {
    assertThat(found()).containsExactly("classes/REPL/A.class");
    uploads.sent(true);
    assertThat(found()).isEmpty();
    Files.write(folder.resolve("REPL/B.class"), new byte[] {2});
    assertThat(found()).containsExactly("classes/REPL/B.class");
  }

  @Test
  void a_class_whose_upload_failed_is_handed_out_again() {
    assertThat(found()).hasSize(1);
    uploads.sent(false);
    assertThat(found()).hasSize(1);
  }

  private List<String> found() {
    Iterable<Artifact> artifacts = () -> CollectionConverters.asJava(uploads.findClasses());
    return StreamSupport.stream(artifacts.spliterator(), false)
        .map(artifact -> artifact.path().toString())
        .toList();
  }
}
