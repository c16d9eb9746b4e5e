package firesteel.engine.assist;

import firesteel.engine.eval.DemandImports;
import firesteel.engine.eval.NotebookImports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * What the cells that ran have left behind, as Java text that declares it again: imports, and
 * members of a class. Not thread-safe, and reads the JShell: the caller keeps others away from it.
 */
final class NotebookView {
  private final JShell shell;
  private final Map<String, String> stubs;

  private NotebookView(JShell shell, Map<String, String> stubs) {
    this.shell = shell;
    this.stubs = stubs;
  }

  /** Keeps declarations without their bodies between views. */
  static final class StubCache extends LinkedHashMap<String, String> {
    private static final long serialVersionUID = 1L;
    private static final int MAX_ENTRIES = 2_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > MAX_ENTRIES;
    }
  }

  static NotebookView of(JShell shell, StubCache stubs) {
    return new NotebookView(shell, stubs);
  }

  /** The import declarations, one string each, with those that cells get on demand. */
  List<String> imports() {
    return Stream.concat(
            NotebookImports.of(shell).stream(),
            DemandImports.PACKAGES.stream().map(name -> "import " + name + ".*;"))
        .toList();
  }

  /**
   * Static members for the variables, methods and types.
   *
   * @param shadowed names that the cell at hand declares itself, which then aren't declared twice
   */
  String members(Set<String> shadowed) {
    StringBuilder out = new StringBuilder();
    for (VarSnippet variable : shell.variables().toList()) {
      out.append("static ").append(denotable(variable.typeName())).append(' ');
      out.append(variable.name()).append(";\n");
    }
    for (MethodSnippet method : shell.methods().toList()) {
      if (!shadowed.contains(method.name())) {
        out.append("static ").append(stub(method.source())).append('\n');
      }
    }
    for (TypeDeclSnippet type : shell.types().toList()) {
      if (!shadowed.contains(type.name())) {
        out.append("static ").append(stub(type.source())).append('\n');
      }
    }
    return out.toString();
  }

  /** The text that declares a method (with its overloads) or a type; empty for other names. */
  String source(String name) {
    Stream<String> methods =
        shell.methods().filter(m -> m.name().equals(name)).map(MethodSnippet::source);
    Stream<String> types =
        shell.types().filter(t -> t.name().equals(name)).map(TypeDeclSnippet::source);
    return Stream.concat(methods, types).map(String::strip).collect(Collectors.joining("\n\n"));
  }

  private String stub(String source) {
    return stubs.computeIfAbsent(source, MemberStubs::withoutBodies);
  }

  private static String denotable(String type) {
    // The type of "var x = new Object() {...}" has no name that a declaration could use.
    return type == null || type.isBlank() || type.contains("<anonymous") || type.contains("capture")
        ? "Object"
        : type;
  }
}
