package firesteel.notebook.parameters;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Parses declarations of cells with javac, without resolving their names. */
final class JavaParser {
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

  /** Returns the variables that a declaration declares; none when it has errors. */
  List<VariableTree> variables(String declaration) {
    // In a method var is allowed, in a class are the modifiers of fields.
    List<VariableTree> local =
        members("class P { void p() { " + declaration + "\n} }")
            .filter(MethodTree.class::isInstance)
            .map(method -> ((MethodTree) method).getBody())
            .map(BlockTree::getStatements)
            .flatMap(List::stream)
            .filter(VariableTree.class::isInstance)
            .map(VariableTree.class::cast)
            .toList();
    return local.isEmpty()
        ? members("class P { " + declaration + "\n}")
            .filter(VariableTree.class::isInstance)
            .map(VariableTree.class::cast)
            .toList()
        : local;
  }

  /** Returns the constants of an enum; empty for other types and for one with errors. */
  Optional<List<String>> constants(String declaration) {
    return members("class P { " + declaration + "\n}")
        .filter(member -> member.getKind() == Tree.Kind.ENUM)
        .map(ClassTree.class::cast)
        .findFirst()
        .map(JavaParser::constants);
  }

  private static List<String> constants(ClassTree declared) {
    return declared.getMembers().stream()
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast)
        // Nothing but a constant can be created in a field of the enum's own type.
        .filter(field -> field.getInitializer() instanceof NewClassTree)
        .filter(field -> field.getType().toString().equals(declared.getSimpleName().toString()))
        .map(field -> field.getName().toString())
        .toList();
  }

  private Stream<? extends Tree> members(String source) {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                Writer.nullWriter(),
                null,
                problems,
                List.of("-proc:none"),
                null,
                List.of(new Source(source)));
    try {
      Iterable<? extends CompilationUnitTree> units = task.parse();
      boolean broken =
          problems.getDiagnostics().stream().anyMatch(p -> p.getKind() == Diagnostic.Kind.ERROR);
      return broken
          ? Stream.empty()
          : units.iterator().next().getTypeDecls().stream()
              .filter(ClassTree.class::isInstance)
              .flatMap(type -> ((ClassTree) type).getMembers().stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Nothing is read from files.
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///P.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
