package firesteel.magics.builtin;

import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import firesteel.notebook.Notebook;
import firesteel.notebook.NotebookCell;
import firesteel.notebook.NotebookException;
import firesteel.notebook.NotebookReader;
import firesteel.notebook.parameters.NotebookParameters;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file with code: Java, JShell or a notebook.
 *
 * @param parts the whole text, or one part for each code cell of a notebook
 */
record SourceFile(List<Part> parts) {
  private static final long MAX_BYTES = 16 << 20;

  /**
   * A piece of code.
   *
   * @param name its name in errors
   */
  record Part(String name, String code) {}

  /**
   * Reads a file.
   *
   * @throws MagicException when the file can't be read: says why
   */
  static SourceFile read(Path typed, MagicContext context) throws MagicException {
    return read(typed, context, (name, notebook) -> notebook);
  }

  /** Changes a notebook before it is read as code. */
  @FunctionalInterface
  interface Change {
    /**
     * Changes a notebook.
     *
     * @param name what messages call it
     */
    Notebook in(String name, Notebook notebook) throws MagicException;
  }

  /** Reads a file like {@link #read(Path, MagicContext)}; a notebook is changed before. */
  static SourceFile read(Path typed, MagicContext context, Change change) throws MagicException {
    if (typed.toString().matches("(?i)[a-z]{2,}:/.*")) {
      throw new MagicException(
          "only files can be read, and this is a URL: "
              + typed
              + "\nFetch it first, look at it, and then name the file: !curl -fsSLO URL");
    }
    Path file = context.resolve(typed);
    if (Files.isDirectory(file)) {
      throw new MagicException(file + " is a folder; name a file in it");
    }
    if (!Files.exists(file)) {
      throw new MagicException("there is no file " + file);
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new MagicException(
            file + " has %,d bytes; that is not a file with code".formatted(Files.size(file)));
      }
      String name = file.getFileName().toString();
      return name.endsWith(".ipynb")
          ? ofNotebook(name, change.in(name, NotebookReader.read(file)))
          : new SourceFile(List.of(new Part(name, withoutMark(Files.readString(file)))));
    } catch (NotebookException e) {
      throw new MagicException(e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new MagicException(file + " is no text in UTF-8", e);
    } catch (IOException e) {
      throw new MagicException(file + " can't be read: " + e, e);
    }
  }

  private static SourceFile ofNotebook(String name, Notebook notebook) {
    List<Part> parts = new ArrayList<>();
    int number = 0;
    for (NotebookCell cell : notebook.cells()) {
      if (cell.isCode() && !cell.source().isBlank()) {
        // Not counted: the file has it only when it was run with parameters.
        boolean injected = cell.hasTag(NotebookParameters.INJECTED);
        String which = injected ? ", injected parameters" : ", code cell " + ++number;
        parts.add(new Part(name + which, cell.source()));
      }
    }
    return new SourceFile(parts);
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Returns the whole text. */
  String text() {
    return String.join("\n\n", parts.stream().map(Part::code).toList());
  }
}
