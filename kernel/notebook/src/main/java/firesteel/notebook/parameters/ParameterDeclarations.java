package firesteel.notebook.parameters;

import com.sun.source.tree.VariableTree;
import firesteel.notebook.Notebook;
import firesteel.notebook.NotebookCell;
import firesteel.source.CellParser;
import firesteel.source.SnippetScanner;
import firesteel.source.SourceSnippet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The variables that the parameters cell of a notebook declares. */
final class ParameterDeclarations {
  /**
   * One variable.
   *
   * @param shown its type for messages
   * @param constant whether it is final, so that only a new declaration gives it a value
   * @param type reads its value; empty when values of its type can't be given
   */
  record Declaration(String name, String shown, boolean constant, Optional<ParameterType> type) {
    /** Returns the line that gives it a value. */
    String line(String value) {
      return (constant ? "final " + shown + " " : "") + name + " = " + value + ";";
    }
  }

  private final JavaParser parser = new JavaParser();
  private final TypeNames names = new TypeNames();
  private final TypeReader types = new TypeReader(names);
  private final Map<String, Declaration> declared = new LinkedHashMap<>();

  private ParameterDeclarations() {}

  /**
   * Returns the declarations by name, in their order. Types that cells above declare or import are
   * known.
   *
   * @param index the index of the parameters cell
   */
  static Map<String, Declaration> of(Notebook notebook, int index) {
    ParameterDeclarations declarations = new ParameterDeclarations();
    // Any line that looks like a magic is one here: the session with its magics doesn't run yet.
    CellParser cells = new CellParser(name -> true);
    for (int i = 0; i <= index; i++) {
      NotebookCell cell = notebook.cells().get(i);
      if (cell.isCode()) {
        boolean parameters = i == index;
        cells.javaOnly(cell.source()).ifPresent(java -> declarations.read(java, parameters));
      }
    }
    return declarations.declared;
  }

  private void read(String java, boolean parameters) {
    var snippets = SnippetScanner.snippets(java);
    // First what the types of variables may be, wherever it stands in the cell.
    for (SourceSnippet snippet : snippets) {
      String text = java.substring(snippet.start(), snippet.end());
      if (snippet.kind() == SourceSnippet.Kind.IMPORT) {
        names.add(text);
      } else if (snippet.kind() == SourceSnippet.Kind.TYPE && text.contains("enum")) {
        parser.constants(text).ifPresent(constants -> names.add(snippet.name(), constants));
      }
    }
    for (SourceSnippet snippet : snippets) {
      if (parameters && snippet.kind() == SourceSnippet.Kind.VARIABLE) {
        String text = java.substring(snippet.start(), snippet.end());
        parser.variables(text.endsWith(";") ? text : text + ";").forEach(this::declare);
      }
    }
  }

  private void declare(VariableTree variable) {
    Optional<TypeReader.Found> type = types.of(variable);
    String written = variable.getType() == null ? "var" : variable.getType().toString();
    declared.put(
        variable.getName().toString(),
        new Declaration(
            variable.getName().toString(),
            type.map(TypeReader.Found::shown).orElse(written),
            variable.getModifiers().getFlags().contains(Modifier.FINAL),
            type.map(TypeReader.Found::type)));
  }
}
