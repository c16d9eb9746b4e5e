package firesteel.spark.closure;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.bytecode.StopSignal;
import firesteel.spark.executor.NotebookVariables;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedClassesTest {
  private static final Pattern NAME = Pattern.compile("firesteel/[\\w/]+/[A-Z][\\w$]*");

  @TempDir Path folder;

  @Test
  void the_whole_package_that_runs_in_executors_is_shipped() throws Exception {
    URI classFile =
        NotebookVariables.class
            .getResource(NotebookVariables.class.getSimpleName() + ".class")
            .toURI();
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(classFile).getParent())) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
          .forEach(
              name ->
                  names.add(
                      NotebookVariables.class.getPackageName()
                          + "."
                          + name.substring(0, name.length() - ".class".length())));
    }
    assertThat(ClassFolder.SUPPORT).containsAll(names);
  }

  @Test
  void what_is_shipped_uses_no_class_of_firesteel_that_is_not() throws Exception {
    for (String name : ClassFolder.SUPPORT) {
      Set<String> used = new HashSet<>(namesIn(name));
      used.removeAll(ClassFolder.SUPPORT);
      used.removeIf(other -> !other.startsWith("firesteel."));
      if (name.equals(StopSignal.class.getName())) {
        used.remove("firesteel.api.session.RunningCell"); // Not used where there are no cells.
      }
      // Where it is missing, nothing is written.
      used.remove("firesteel.spark.encoder.CellWarning");
      assertThat(used).as(name).isEmpty();
    }
  }

  private static Set<String> namesIn(String className) throws IOException {
    Set<String> names = new HashSet<>();
    try (InputStream in =
        ClassFolder.class.getResourceAsStream("/" + className.replace('.', '/') + ".class")) {
      // Class files have the names of classes as text in their constant pool.
      Matcher name = NAME.matcher(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
      while (name.find()) {
        names.add(name.group().replace('/', '.'));
      }
    }
    return names;
  }

  @Test
  void classes_are_written_once_the_folder_is_open_and_from_then_on() {
    ClassFolder classes = new ClassFolder();
    classes.add("REPL.$JShell$1", new byte[] {1});
    classes.open(folder.resolve("classes"));
    classes.add("REPL.$JShell$2", new byte[] {2});
    assertThat(folder.resolve("classes/REPL/$JShell$1.class")).hasBinaryContent(new byte[] {1});
    assertThat(folder.resolve("classes/REPL/$JShell$2.class")).hasBinaryContent(new byte[] {2});
    assertThat(folder.resolve("classes/firesteel/api/bytecode/StopSignal.class")).exists();
    assertThat(folder.resolve("classes")).isDirectoryNotContaining("glob:**.part");
  }
}
