package firesteel.engine.eval;

import firesteel.api.session.Origin;
import firesteel.engine.error.JavacMessages;
import java.util.Collection;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;

/**
 * Writes notes on variables and declarations of earlier cells that a cell has made stale, and on
 * the cell to run again.
 */
final class StaleDeclarationNotes {
  private final JShell shell;
  private final SnippetOrigins origins;

  StaleDeclarationNotes(JShell shell, SnippetOrigins origins) {
    this.shell = shell;
    this.origins = origins;
  }

  /** Returns the note on variables that hold objects of a class that was declared again. */
  String objectsOfReplacedClass(String type, Collection<VarSnippet> variables) {
    return note(
        type, variables, variables.size() == 1 ? "keeps its object of" : "keep their objects of");
  }

  /** Returns the note on variables that hold code which reads a variable that was declared anew. */
  String readingEarlier(String name, Collection<VarSnippet> variables) {
    return note(name, variables, variables.size() == 1 ? "goes on with" : "go on with");
  }

  private String note(String name, Collection<VarSnippet> variables, String what) {
    String cells =
        variables.stream()
            .map(v -> origins.originOf(v.id()).map(Origin::source).orElse("the cell"))
            .distinct()
            .collect(Collectors.joining(" and "));
    return "Note: %s was declared again; %s %s the earlier %s. Run %s again to make %s anew."
        .formatted(
            name,
            variables.stream().map(VarSnippet::name).collect(Collectors.joining(", ")),
            what,
            name,
            cells,
            variables.size() == 1 ? "it" : "them");
  }

  /** Returns the note on a method or type that no longer compiles. */
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
