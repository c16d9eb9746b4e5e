package firesteel.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever reads the API alone can use it. */
class ApiDocumentationTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** What a class implements, or mainly uses, to extend Firesteel. */
  private static final Set<String> WITH_EXAMPLE =
      Set.of(
          "LineMagic",
          "CellMagic",
          "BodyCompleter",
          "CandidatesInSession",
          "CandidatesInFolder",
          "RawText",
          "Renderer",
          "RendererProvider",
          "RowReader",
          "TableReader",
          "SessionExtension",
          "ExtensionProvider",
          "ClassTransformer",
          "ConnectTarget",
          "Subcommand",
          "CommTarget",
          "CellOutputs",
          "Session",
          "MimeBundle",
          "MagicException");

  /** From the name of a public type or method to its comment; null when it has none. */
  private static final TreeMap<String, String> COMMENTS = new TreeMap<>();

  @BeforeAll
  static void readSources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      var compiler = ToolProvider.getSystemJavaCompiler();
      try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
        JavacTask task =
            (JavacTask)
                compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of(),
                    null,
                    manager.getJavaFileObjectsFromPaths(sources));
        DocTrees docs = DocTrees.instance(task);
        task.parse().forEach(unit -> new Comments(docs).scan(unit, null));
      }
    }
  }

  /** Collects the comments of what others can see. */
  private static final class Comments extends TreePathScanner<Void, Void> {
    private final DocTrees docs;

    Comments(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!isVisible(type.getModifiers().getFlags())) {
        return null; // What is inside can't be seen either.
      }
      COMMENTS.put(typeName(), docs.getDocComment(getCurrentPath()));
      return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      boolean overrides =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(one -> one.getAnnotationType().toString().equals("Override"));
      // A record's constructor and accessors are explained by the parameters of the record.
      boolean isConstructor = method.getReturnType() == null;
      if (isVisible(method.getModifiers().getFlags()) && !overrides && !isConstructor) {
        COMMENTS.put(typeName() + "." + method.getName(), docs.getDocComment(getCurrentPath()));
      }
      return null;
    }

    /** Members of interfaces are public without saying so. */
    private boolean isVisible(Set<Modifier> modifiers) {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      boolean inInterface =
          parent.getKind() == Tree.Kind.INTERFACE && !modifiers.contains(Modifier.PRIVATE);
      return inInterface
          || modifiers.contains(Modifier.PUBLIC)
          || modifiers.contains(Modifier.PROTECTED);
    }

    private String typeName() {
      List<String> names = new ArrayList<>();
      for (Tree tree : getCurrentPath()) {
        if (tree instanceof ClassTree type) {
          names.add(0, type.getSimpleName().toString());
        }
      }
      return String.join(".", names);
    }
  }

  @Test
  void every_public_type_and_method_has_a_comment() {
    assertThat(COMMENTS).hasSizeGreaterThan(300);
    assertThat(COMMENTS.entrySet())
        .filteredOn(entry -> entry.getValue() == null)
        .extracting(entry -> entry.getKey())
        .isEmpty();
  }

  @Test
  void what_plug_ins_implement_has_an_example() {
    Set<String> without = new TreeSet<>(WITH_EXAMPLE);
    without.removeIf(
        name -> COMMENTS.get(name) != null && COMMENTS.get(name).contains("<pre>{@code"));
    assertThat(without).isEmpty();
  }

  @Test
  void every_package_is_described() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.resolve("firesteel/api"), 1)) {
      assertThat(files.filter(Files::isDirectory).skip(1))
          .allMatch(folder -> Files.exists(folder.resolve("package-info.java")));
    }
  }
}
