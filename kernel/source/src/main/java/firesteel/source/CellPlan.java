package firesteel.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Orders the snippets of a cell for declaring and running them. Statements and variables keep their
 * order; a method or type that is used above its declaration is moved before its use; and
 * consecutive methods and types are declared together, so that they may use each other, as in a
 * class.
 *
 * @param <T> a snippet
 */
public final class CellPlan<T> {
  private final List<T> snippets;
  private final List<Part> parts;
  private final List<List<T>> steps = new ArrayList<>();
  private final Set<Integer> done = new HashSet<>();

  /**
   * @param signature the key that must be unique in a step; null for a snippet that declares
   *     nothing
   */
  private record Part(SourceSnippet.Kind kind, String name, String signature, JavaWords words) {
    boolean isCode() {
      return signature != null;
    }

    boolean uses(Part other) {
      return other.kind == SourceSnippet.Kind.TYPE
          ? words.all().contains(other.name)
          : words.called().contains(other.name);
    }
  }

  private CellPlan(List<T> snippets, Function<T, String> text) {
    this.snippets = snippets;
    parts = snippets.stream().map(text).map(CellPlan::part).toList();
  }

  /**
   * Puts the snippets of a cell in order.
   *
   * @param text returns the text of a snippet
   * @return steps; one of several snippets holds methods and types only
   */
  public static <T> List<List<T>> of(List<T> snippets, Function<T, String> text) {
    if (snippets.size() < 2) {
      return snippets.stream().map(List::of).toList();
    }
    return new CellPlan<>(snippets, text).steps();
  }

  private static Part part(String text) {
    List<SourceSnippet> found = SnippetScanner.snippets(text);
    if (found.isEmpty()) {
      return new Part(SourceSnippet.Kind.STATEMENT, "", null, JavaWords.of(""));
    }
    SourceSnippet first = found.get(0);
    String signature = null;
    if (!first.name().isEmpty() && first.closed() && text.endsWith("}")) {
      if (first.kind() == SourceSnippet.Kind.TYPE) {
        signature = first.name();
      } else if (first.kind() == SourceSnippet.Kind.METHOD) {
        int end = text.indexOf(')', first.nameEnd());
        signature = first.name() + text.substring(first.nameEnd(), Math.max(first.nameEnd(), end));
      }
    }
    return new Part(first.kind(), first.name(), signature, JavaWords.of(text));
  }

  private List<List<T>> steps() {
    for (int i = 0; i < parts.size(); i++) {
      if (done.contains(i)) {
        continue;
      }
      Set<Integer> together = new TreeSet<>();
      if (parts.get(i).isCode()) {
        for (int next = i; next < parts.size() && parts.get(next).isCode(); next++) {
          if (!done.contains(next) && !together.contains(next)) {
            if (isAmong(together, next)) {
              break;
            }
            together.add(next);
            addUsed(next, i, together);
          }
        }
        emit(together);
      } else {
        addUsed(i, i, together);
        emit(together);
        emit(Set.of(i));
      }
    }
    return steps;
  }

  /**
   * Adds the declarations that a snippet uses and that stand below the place where they are needed.
   */
  private void addUsed(int user, int place, Set<Integer> together) {
    for (int i = place + 1; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.isCode()
          && !done.contains(i)
          && !together.contains(i)
          && parts.get(user).uses(part)
          && !isDeclaredAbove(i)) {
        together.add(i);
        addUsed(i, place, together);
      }
    }
  }

  private boolean isAmong(Set<Integer> together, int index) {
    return together.stream()
        .anyMatch(i -> parts.get(i).signature().equals(parts.get(index).signature()));
  }

  /**
   * Returns whether the same name is declared above: then each declaration is valid from its own
   * place on.
   */
  private boolean isDeclaredAbove(int index) {
    return parts.subList(0, index).stream()
        .anyMatch(part -> parts.get(index).signature().equals(part.signature()));
  }

  private void emit(Set<Integer> together) {
    if (together.isEmpty()) {
      return;
    }
    int last = together.stream().mapToInt(i -> i).max().orElse(0);
    for (int i = 0; i < last; i++) {
      if (parts.get(i).kind() == SourceSnippet.Kind.IMPORT && done.add(i)) {
        steps.add(List.of(snippets.get(i)));
      }
    }
    done.addAll(together);
    steps.add(together.stream().map(snippets::get).toList());
  }
}
