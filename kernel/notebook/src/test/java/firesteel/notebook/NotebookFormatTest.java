package firesteel.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookFormatTest {
  @TempDir private Path folder;

  @Test
  void what_nbformat_wrote_is_written_back_to_the_byte() throws Exception {
    Path original = resource("written-by-nbformat.ipynb");
    Path copy = folder.resolve("copy.ipynb");

    NotebookWriter.write(NotebookReader.read(original), copy);

    assertThat(Files.readString(copy)).isEqualTo(Files.readString(original));
  }

  @Test
  void cells_and_outputs_are_read_as_what_they_are() throws Exception {
    Notebook notebook = NotebookReader.read(resource("written-by-nbformat.ipynb"));

    assertThat(notebook.language()).contains("java");
    assertThat(notebook.kernelName()).contains("firesteel");
    assertThat(notebook.minor()).isEqualTo(5);
    assertThat(notebook.cells())
        .extracting(NotebookCell::type)
        .containsExactly("markdown", "code", "raw", "code");
    NotebookCell code = notebook.cells().get(1);
    assertThat(code.source()).startsWith("System.out.println(\"a\\tb\");\r\n");
    assertThat(code.executionCount()).contains(3);
    assertThat(code.hasTag("x")).isTrue();
    assertThat(code.other()).containsEntry("id", "code-1");
    assertThat(code.outputs().get(0)).isInstanceOf(Output.Other.class);
    assertThat(code.outputs().get(1))
        .isInstanceOfSatisfying(
            Output.Display.class,
            display -> assertThat(display.data()).containsEntry("text/html", "<b>\n</b>"));
    assertThat(code.outputs().get(2))
        .isEqualTo(new Output.Result(3, Map.of("text/plain", ""), Map.of()));
    assertThat(code.outputs().get(3))
        .isEqualTo(new Output.Failure("E", "v\"\\/", List.of("\u001b[31mE\u001b[0m", "  at")));
  }

  @Test
  void text_in_one_string_is_read_like_text_in_lines() throws Exception {
    Path file =
        write(
            """
            {"nbformat": 4, "nbformat_minor": 4, "metadata": {"signature": "old"}, "cells": [
             {"cell_type": "code", "source": "int x;\\nint y;", "metadata": {"trusted": true},
              "execution_count": null,
              "outputs": [{"output_type": "stream", "name": "stdout", "text": "a\\nb"}]}]}
            """);

    Notebook notebook = NotebookReader.read(file);

    NotebookCell cell = notebook.cells().get(0);
    assertThat(cell.source()).isEqualTo("int x;\nint y;");
    assertThat(cell.outputs()).containsExactly(new Output.Stream("stdout", "a\nb"));
    assertThat(cell.metadata()).isEmpty();
    assertThat(notebook.metadata()).isEmpty();
  }

  @Test
  void a_broken_file_says_where_and_what_to_do() throws Exception {
    assertThatThrownBy(() -> NotebookReader.read(folder.resolve("none.ipynb")))
        .isInstanceOf(NotebookException.class)
        .hasMessageContaining("there is no notebook")
        .hasMessageContaining("none.ipynb");
    assertThatThrownBy(() -> NotebookReader.read(folder)).hasMessageContaining("is a folder");
    assertRefused("", "is empty");
    assertRefused(
        "{\n \"nbformat\": 4,\n <<<<<<< HEAD\n", "line 3, column 2", "merged with conflicts");
    assertRefused("{\"a\": 1}", "no notebook", "nbformat");
    assertRefused("[1]", "no notebook");
    assertRefused(
        "{\"nbformat\": 3, \"nbformat_minor\": 0, \"worksheets\": [], \"metadata\": {}}",
        "format 3",
        "jupyter nbconvert --to notebook --nbformat 4");
    assertRefused(
        "{\"nbformat\": 5, \"metadata\": {}, \"cells\": []}", "format 5", "Update Firesteel");
    assertRefused("{\"nbformat\": 4, \"metadata\": {}}", "no list of cells");
    assertRefused("{\"nbformat\": 4, \"cells\": []}", "metadata is missing");
    assertRefused(
        "{\"nbformat\": 4, \"metadata\": {}, \"cells\": [{\"cell_type\": \"code\"}]}",
        "cell 1 has no \"source\"");
    assertRefused(
        "{\"nbformat\": 4, \"metadata\": {}, \"cells\": [7]}", "cell 1 is no JSON object");
  }

  @Test
  void writing_replaces_a_whole_file_and_keeps_its_permissions_and_links() throws Exception {
    Path file = write("old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.ipynb"), file);

    NotebookWriter.write(new Notebook(List.of(), Map.of(), 5, Map.of()), link);

    assertThat(NotebookReader.read(file).cells()).isEmpty();
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(file, link);
    }
  }

  @Test
  void a_folder_that_is_missing_is_named() {
    assertThatThrownBy(
            () ->
                NotebookWriter.write(
                    new Notebook(List.of(), Map.of(), 5, Map.of()),
                    folder.resolve("none").resolve("out.ipynb")))
        .isInstanceOf(NotebookException.class)
        .hasMessageContaining("there is no folder " + folder.resolve("none"));
  }

  @Test
  void outputs_larger_than_jacksons_default_limit_are_read_back() throws Exception {
    String large = "x".repeat(21_000_000);
    NotebookCell cell =
        new NotebookCell(
            "code",
            "1",
            Map.of(),
            List.of(new Output.Display(Map.of("text/plain", "", "image/png", large), Map.of())),
            Optional.of(1),
            Map.of());
    Path file = folder.resolve("large.ipynb");

    NotebookWriter.write(new Notebook(List.of(cell), Map.of(), 5, Map.of()), file);

    assertThat(NotebookReader.read(file).cells()).containsExactly(cell);
  }

  private void assertRefused(String content, String... messages) throws IOException {
    Path file = write(content);
    assertThatThrownBy(() -> NotebookReader.read(file))
        .isInstanceOf(NotebookException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll(messages);
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("notebook.ipynb"), content);
  }

  private static Path resource(String name) throws Exception {
    return Path.of(NotebookFormatTest.class.getResource(name).toURI());
  }
}
