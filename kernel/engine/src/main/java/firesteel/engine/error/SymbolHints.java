package firesteel.engine.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What to do about a name that the compiler doesn't know: the import to add, or what was meant. */
public final class SymbolHints {
  private static final Pattern SYMBOL =
      Pattern.compile("symbol:\\s+(class|variable|method) (\\w+)");

  private static final int MOST = 3;

  private final Function<String, List<String>> classesNamed;
  private final Supplier<? extends Collection<String>> declaredNames;
  private final Supplier<NamesInScope> inScope;
  private final Function<String, List<String>> missingFor;

  /**
   * Makes hints.
   *
   * @param classesNamed from a simple name to the qualified names of the classes that have it
   * @param declaredNames what the cells have declared
   * @param inScope what imports bring
   * @param missingFor from the name of a declaration that can't be used yet to what it lacks, such
   *     as {@code class Foo}; empty for others
   */
  public SymbolHints(
      Function<String, List<String>> classesNamed,
      Supplier<? extends Collection<String>> declaredNames,
      Supplier<NamesInScope> inScope,
      Function<String, List<String>> missingFor) {
    this.classesNamed = classesNamed;
    this.declaredNames = declaredNames;
    this.inScope = inScope;
    this.missingFor = missingFor;
  }

  /** What to do about a problem; empty when it is none of an unknown name, or nothing is near. */
  public Optional<String> hint(CompileProblem problem) {
    Matcher symbol = SYMBOL.matcher(problem.message());
    if (!problem.code().startsWith("compiler.err.cant.resolve") || !symbol.find()) {
      return Optional.empty();
    }
    String name = symbol.group(2);
    boolean isMethod = symbol.group(1).equals("method");
    if (problem.source().startsWith(".", problem.position())) {
      return Optional.empty(); // No name that stands alone is meant.
    }
    Optional<String> waiting = waiting(name);
    if (waiting.isPresent()) {
      return waiting;
    }
    if (!isMethod
        && Character.isUpperCase(name.charAt(0))
        && (symbol.group(1).equals("class") || hasMember(problem))) {
      Optional<String> imports = imports(name);
      if (imports.isPresent()) {
        return imports;
      }
    }
    List<String> near =
        NearestNames.of(name, candidates(name, isMethod)).stream()
            .filter(candidate -> !candidate.equals(name))
            .filter(candidate -> name.length() > 1 || candidate.length() == 1)
            .toList();
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of("did you mean " + String.join(" or ", near) + "?");
  }

  /** Whether what is taken for a variable can be a class: it has a member, or is one's owner. */
  private static boolean hasMember(CompileProblem problem) {
    int end = Math.max(0, Math.min(problem.end(), problem.source().length()));
    String rest = problem.source().substring(end).stripLeading();
    return rest.startsWith(".") || rest.startsWith("::");
  }

  private Set<String> candidates(String name, boolean isMethod) {
    Set<String> candidates = new TreeSet<>(declaredNames.get());
    if (isMethod) {
      candidates.addAll(inScope.get().methods());
    } else if (Character.isUpperCase(name.charAt(0)) && name.length() > 2) {
      candidates.addAll(inScope.get().types());
    }
    return candidates;
  }

  /** It was declared, but lacks something itself. */
  private Optional<String> waiting(String name) {
    List<String> missing = missingFor.apply(name);
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String imports =
        missing.stream()
            .filter(what -> what.startsWith("class "))
            .flatMap(what -> imports(what.substring("class ".length())).stream())
            .map(text -> "; " + text)
            .collect(Collectors.joining());
    return Optional.of(
        name
            + " can't be used until "
            + String.join(" and ", missing)
            + (missing.size() == 1 ? " is" : " are")
            + " declared"
            + imports);
  }

  private Optional<String> imports(String name) {
    List<String> classes =
        classesNamed.apply(name).stream()
            .sorted(Comparator.comparingInt(SymbolHints::rank))
            .toList();
    if (classes.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines =
        classes.stream().limit(MOST).map(qualified -> "import " + qualified + ";").toList();
    return Optional.of(String.join("  or  ", lines));
  }

  /** The JDK's and Spark's classes first, what libraries hide for themselves last. */
  private static int rank(String qualified) {
    if (qualified.contains(".internal.") || qualified.contains(".shaded.")) {
      return 3;
    }
    if (qualified.startsWith("java.")) {
      return 0;
    }
    return qualified.startsWith("org.apache.spark.") ? 1 : 2;
  }
}
