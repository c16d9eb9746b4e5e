package firesteel.engine.eval;

import firesteel.api.session.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/** Tracks the declarations that refer to names that aren't declared yet. Not thread-safe. */
final class UnresolvedDeclarations {
  private final SnippetOrigins origins;
  private final Map<String, DeclarationSnippet> waiting = new LinkedHashMap<>();

  UnresolvedDeclarations(SnippetOrigins origins) {
    this.origins = origins;
  }

  void clear() {
    waiting.clear();
  }

  void forget(Snippet declaration) {
    waiting.remove(declaration.id());
  }

  /** Records what an evaluation did to a snippet. */
  void follow(SnippetEvent event) {
    if (event.snippet() instanceof DeclarationSnippet declaration) {
      boolean waits =
          event.status() == Status.RECOVERABLE_DEFINED
              || event.status() == Status.RECOVERABLE_NOT_DEFINED;
      if (waits) {
        waiting.put(declaration.id(), declaration);
        origins.place(declaration);
      } else if (event.status() == Status.VALID || waiting.get(declaration.id()) == declaration) {
        waiting.remove(declaration.id()); // One that was declared again has the id of the new one.
      }
    }
  }

  /** Returns what a declaration lacks, in JShell's terms; empty when it lacks nothing. */
  List<String> of(String name, JShell shell) {
    return waiting.values().stream()
        .filter(s -> s.name().equals(name))
        .flatMap(shell::unresolvedDependencies)
        .distinct()
        .toList();
  }

  /** Returns what the declarations of a cell lack, in JShell's terms, by their names. */
  Map<String, List<String>> of(int cell, JShell shell) {
    return waiting.values().stream()
        .filter(s -> origins.originOf(s.id()).map(Origin::cell).orElse(-1) == cell)
        .collect(
            Collectors.toMap(
                DeclarationSnippet::name,
                s -> shell.unresolvedDependencies(s).toList(),
                (first, second) -> second));
  }
}
