package firesteel.engine.eval;

import firesteel.engine.error.JavacMessages;
import java.util.Collection;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;

/** Says what of earlier cells a cell has left behind, and which cell to run. */
final class LeftOverNotes {
  private final JShell shell;
  private final SnippetOrigins origins;

  LeftOverNotes(JShell shell, SnippetOrigins origins) {
    this.shell = shell;
    this.origins = origins;
  }

  /** The note on variables that hold objects of a class that was declared again. */
  String leftOver(String type, Collection<VarSnippet> variables) {
    boolean one = variables.size() == 1;
    String cells =
        variables.stream()
            .map(v -> origins.originOf(v.id()).map(Origin::source).orElse("the cell"))
            .distinct()
            .collect(Collectors.joining(" and "));
    return "Note: %s was declared again; %s %s of the earlier %s. Run %s again to make %s anew."
        .formatted(
            type,
            variables.stream().map(VarSnippet::name).collect(Collectors.joining(", ")),
            one ? "keeps its object" : "keep their objects",
            type,
            cells,
            one ? "it" : "them");
  }

  /** The note on a method or type that no longer compiles. */
  String broken(DeclarationSnippet snippet) {
    String missing = String.join(", ", shell.unresolvedDependencies(snippet).toList());
    String why =
        missing.isEmpty()
            ? shell
                .diagnostics(snippet)
                .filter(Diag::isError)
                .map(d -> JavacMessages.simplify(d.getMessage(null)).replaceAll("\\s+", " "))
                .findFirst()
                .orElse("what it uses has changed")
            : missing + (missing.contains(", ") ? " are" : " is") + " missing";
    return "Note: "
        + snippet.name()
        + origins.originOf(snippet.id()).map(o -> " of " + o.source()).orElse("")
        + " can't be used any more: "
        + why
        + ".";
  }
}
