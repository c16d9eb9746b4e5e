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
 * Writes the declarations of the cells that ran as Java text: imports, and members of a class.
 * Reads JShell without locking it, so the caller holds the lock; not thread-safe.
 */
final class NotebookView {
  private final JShell shell;
  private final Map<String, String> stubs;

  private NotebookView(JShell shell, Map<String, String> stubs) {
    this.shell = shell;
    this.stubs = stubs;
  }

  /** Caches declarations without method bodies between views. */
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

  /** Returns the import declarations, one string each, including those made on demand. */
  List<String> imports() {
    return Stream.concat(
            NotebookImports.of(shell).stream(),
            DemandImports.PACKAGES.stream().map(name -> "import " + name + ".*;"))
        .toList();
  }

  /**
   * Returns the variables, methods and types as static members.
   *
   * @param shadowed names that the current cell declares itself, which are left out
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

  /**
   * Returns the text that declares a method (with its overloads) or a type; empty for other names.
   */
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
