package firesteel.engine.assist;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import firesteel.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.ToolProvider;

/**
 * Parses and attributes a source text without writing class files or reporting errors. Not
 * thread-safe.
 */
final class SourceCompiler {
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-implicit:none",
          // Makes the compiler read the names of parameters where class files have them.
          "-parameters",
          // Go on after errors: text that is being written is never whole.
          "-XDshould-stop.at=FLOW");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final Supplier<JavaFileManager> files;

  /**
   * Creates a compiler.
   *
   * @param files the current classes of the notebook; called before each compilation
   */
  SourceCompiler(Supplier<JavaFileManager> files) {
    this.files = Objects.requireNonNull(files, "files");
  }

  /** A parsed text; {@link #analyze} determines the types of its trees. */
  static final class Parsed {
    private final JavacTask task;
    private final CompilationUnitTree unit;
    private final boolean wellFormed;
    private boolean analyzed;

    private Parsed(JavacTask task, CompilationUnitTree unit, boolean wellFormed) {
      this.task = task;
      this.unit = unit;
      this.wellFormed = wellFormed;
    }

    CompilationUnitTree unit() {
      return unit;
    }

    /** Whether the parser found nothing wrong. */
    boolean isWellFormed() {
      return wellFormed;
    }

    /** Attributes the whole text; erroneous parts stay without types. */
    Parsed analyze() {
      if (!analyzed) {
        analyzed = true;
        try {
          task.analyze();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return this;
    }

    /** Returns the documentation comment of a declaration. */
    Optional<DocCommentTree> docComment(TreePath declaration) {
      return Optional.ofNullable(DocTrees.instance(task).getDocCommentTree(declaration));
    }

    /**
     * Returns the documentation comment of an element that this text declares; empty for other
     * elements.
     */
    Optional<DocCommentTree> docComment(Element declared) {
      return Optional.ofNullable(trees().getPath(declared)).flatMap(this::docComment);
    }

    Trees trees() {
      return Trees.instance(task);
    }

    Types types() {
      return task.getTypes();
    }

    Elements elements() {
      return task.getElements();
    }
  }

  /** Parses a text as one source file. */
  Parsed parse(String source) {
    List<Diagnostic<?>> problems = new ArrayList<>();
    try {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(),
                  files.get(),
                  problems::add,
                  OPTIONS,
                  null,
                  List.of(new SourceText("Cell", source)));
      CompilationUnitTree unit = task.parse().iterator().next();
      boolean wellFormed = problems.stream().noneMatch(p -> p.getKind() == Diagnostic.Kind.ERROR);
      return new Parsed(task, unit, wellFormed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
