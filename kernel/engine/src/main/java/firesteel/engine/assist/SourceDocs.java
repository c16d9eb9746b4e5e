package firesteel.engine.assist;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.slf4j.LoggerFactory;

/**
 * Finds documentation comments in source files: those of the JDK in its {@code src.zip}, those of a
 * jar in the {@code -sources.jar} beside it. Not thread-safe.
 */
final class SourceDocs {
  private static final int MAX_FILES = 20;

  private final SourceCompiler compiler;
  private final ClassIndex index;
  private final Map<String, Optional<SourceCompiler.Parsed>> files =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, Optional<SourceCompiler.Parsed>> eldest) {
          return size() > MAX_FILES;
        }
      };

  SourceDocs(SourceCompiler compiler, ClassIndex index) {
    this.compiler = compiler;
    this.index = index;
  }

  /**
   * The documentation of an element in its source.
   *
   * @param comment its documentation; empty when it has none
   * @param parameterNames the names of a method's parameters
   */
  record Found(Optional<DocCommentTree> comment, List<String> parameterNames) {}

  /** Returns the documentation of an element; empty when its source isn't available. */
  Optional<Found> find(Elements elements, Element element) {
    Deque<String> types = new ArrayDeque<>();
    TypeElement outermost = null;
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      if (at instanceof TypeElement type) {
        types.push(type.getSimpleName().toString());
        outermost = type;
      }
    }
    if (outermost == null) {
      return Optional.empty();
    }
    Optional<SourceCompiler.Parsed> file = file(elements, outermost);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    TreePath path = new TreePath(file.get().unit());
    List<? extends Tree> members = file.get().unit().getTypeDecls();
    while (!types.isEmpty()) {
      String name = types.pop();
      Optional<? extends Tree> type =
          members.stream()
              .filter(t -> t instanceof ClassTree c && c.getSimpleName().contentEquals(name))
              .findFirst();
      if (type.isEmpty()) {
        return Optional.empty();
      }
      path = new TreePath(path, type.get());
      members = ((ClassTree) type.get()).getMembers();
    }
    if (element instanceof TypeElement) {
      return Optional.of(new Found(file.get().docComment(path), List.of()));
    }
    for (Tree member : members) {
      if (declares(member, element)) {
        List<String> names =
            member instanceof MethodTree method
                ? method.getParameters().stream().map(p -> p.getName().toString()).toList()
                : List.of();
        return Optional.of(new Found(file.get().docComment(new TreePath(path, member)), names));
      }
    }
    return Optional.empty();
  }

  private static boolean declares(Tree tree, Element element) {
    if (element instanceof ExecutableElement method && tree instanceof MethodTree candidate) {
      if (!candidate.getName().contentEquals(method.getSimpleName())) {
        return false;
      }
      List<? extends VariableTree> written = candidate.getParameters();
      List<? extends VariableElement> compiled = method.getParameters();
      if (written.size() != compiled.size()) {
        return false;
      }
      for (int i = 0; i < written.size(); i++) {
        if (!erased(written.get(i).getType().toString())
            .equals(erased(compiled.get(i).asType().toString()))) {
          return false;
        }
      }
      return true;
    }
    return element.getKind().isField()
        && tree instanceof VariableTree field
        && field.getName().contentEquals(element.getSimpleName());
  }

  /**
   * Returns the simple name of a type in source code, without arguments, annotations and packages.
   */
  private static String erased(String type) {
    String plain = type;
    for (String before = ""; !before.equals(plain); ) {
      before = plain;
      plain = plain.replaceAll("<[^<>]*>", "");
    }
    plain = plain.replaceAll("@[\\w.]+(\\([^()]*\\))?\\s*", "").replace("...", "[]");
    String dimensions = plain.replaceAll("[^\\[\\]]", "");
    String name = plain.replaceAll("[\\[\\]\\s]", "");
    return name.substring(name.lastIndexOf('.') + 1) + dimensions;
  }

  private Optional<SourceCompiler.Parsed> file(Elements elements, TypeElement outermost) {
    String name = outermost.getQualifiedName().toString();
    Optional<SourceCompiler.Parsed> known = files.get(name);
    if (known == null) {
      known = read(elements, outermost, name).map(compiler::parse);
      if (known.isPresent()) { // Sources may still come: those of dependencies are fetched.
        files.put(name, known);
      }
    }
    return known;
  }

  private Optional<String> read(Elements elements, TypeElement type, String name) {
    String entry = name.replace('.', '/') + ".java";
    var module = elements.getModuleOf(type);
    if (module != null && !module.isUnnamed()) {
      Path home = Path.of(System.getProperty("java.home"));
      Path archive = home.resolve("lib/src.zip");
      return read(archive, module.getQualifiedName() + "/" + entry);
    }
    return index.jarOf(name).flatMap(jar -> read(sources(jar), entry));
  }

  private static Path sources(Path jar) {
    String name = jar.getFileName().toString();
    return jar.resolveSibling(name.replaceFirst("\\.jar$", "") + "-sources.jar");
  }

  private static Optional<String> read(Path archive, String entryName) {
    if (!Files.isRegularFile(archive)) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry entry = zip.getEntry(entryName);
      return entry == null
          ? Optional.empty()
          : Optional.of(
              new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      LoggerFactory.getLogger(SourceDocs.class).debug("can't read {} in {}", entryName, archive, e);
      return Optional.empty();
    }
  }
}
