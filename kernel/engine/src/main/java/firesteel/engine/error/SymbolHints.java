package firesteel.engine.error;

import firesteel.api.error.CompileProblem;
import firesteel.api.error.NearestNames;
import java.lang.reflect.Member;
import java.util.Arrays;
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
import java.util.stream.Stream;

/**
 * Gives hints about a name that the compiler doesn't know: the import to add, or the name that was
 * meant.
 */
public final class SymbolHints {
  private static final Pattern SYMBOL =
      Pattern.compile("symbol:\\s+(class|variable|method) (\\w+)");

  private static final Pattern MEMBER = Pattern.compile("\\s*(?:\\.|::)\\s*(?:<[^()]*>)?(\\w+)");
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\.(internal|shaded|relocated)\\.|^(org\\.sparkproject|org\\.apache\\.spark\\.connect\\.proto|shaded|sun|com\\.sun|jdk\\.internal)\\."
              + "|^java\\.lang\\.\\w+$");
  private static final int KNOWN = 1;
  private static final int HIDDEN = 3;
  private static final int MAX_CANDIDATES = 3;

  private final Function<String, List<String>> classesNamed;
  private final Supplier<? extends Collection<String>> declaredNames;
  private final Supplier<NamesInScope> inScope;
  private final Function<String, List<String>> missingFor;
  private final Function<String, Optional<Class<?>>> classNamed;

  /**
   * Creates the hints.
   *
   * @param classesNamed returns the qualified names of the classes with a simple name
   * @param declaredNames the names that the cells have declared
   * @param inScope the imported names
   * @param missingFor returns what a declaration that can't be used yet lacks, such as {@code class
   *     Foo}; empty for other names
   * @param classNamed returns the class for a name in a compiler message
   */
  public SymbolHints(
      Function<String, List<String>> classesNamed,
      Supplier<? extends Collection<String>> declaredNames,
      Supplier<NamesInScope> inScope,
      Function<String, List<String>> missingFor,
      Function<String, Optional<Class<?>>> classNamed) {
    this.classesNamed = classesNamed;
    this.declaredNames = declaredNames;
    this.inScope = inScope;
    this.missingFor = missingFor;
    this.classNamed = classNamed;
  }

  /**
   * Returns what to do about a problem; empty when it isn't about an unknown name, or no name is
   * near.
   */
  public Optional<String> hint(CompileProblem problem) {
    Matcher symbol = SYMBOL.matcher(problem.message());
    if (!problem.code().startsWith("compiler.err.cant.resolve") || !symbol.find()) {
      return Optional.empty();
    }
    String name = symbol.group(2);
    boolean isMethod = symbol.group(1).equals("method");
    if (problem.source().startsWith(".", problem.position())) {
      return Optional.empty(); // Not a simple name.
    }
    Optional<String> waiting = waiting(name);
    if (waiting.isPresent()) {
      return waiting;
    }
    boolean isType = symbol.group(1).equals("class");
    if (!isMethod
        && Character.isUpperCase(name.charAt(0))
        && (isType || !member(problem).isEmpty())) {
      Optional<String> imports = imports(name, isType ? "" : member(problem));
      if (imports.isPresent()) {
        return imports;
      }
    }
    if (!isMethod && !isType && inScope.get().types().contains(name)) {
      return Optional.of(name + " is a class: as a value it is written " + name + ".class");
    }
    List<String> near =
        NearestNames.of(name, candidates(name, isMethod)).stream()
            .filter(candidate -> !candidate.equals(name))
            .filter(candidate -> name.length() > 1 || candidate.length() == 1)
            .toList();
    return NearestNames.question(near);
  }

  /**
   * Returns the member of a class that the compiler takes for a variable; empty where no class can
   * be meant.
   */
  private static String member(CompileProblem problem) {
    int end = Math.max(0, Math.min(problem.end(), problem.source().length()));
    Matcher member = MEMBER.matcher(problem.source().substring(end));
    return member.lookingAt() ? member.group(1) : "";
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

  /** Returns what a declared name lacks before it can be used. */
  private Optional<String> waiting(String name) {
    List<String> missing = missingFor.apply(name);
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String imports =
        missing.stream()
            .filter(what -> what.startsWith("class "))
            .flatMap(what -> imports(what.substring("class ".length()), "").stream())
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

  /**
   * Returns the imports for a class; when the text names a member of it, for the classes that have
   * that member.
   */
  private Optional<String> imports(String name, String member) {
    List<String> classes =
        classesNamed.apply(name).stream()
            .filter(qualified -> rank(qualified) < HIDDEN)
            .filter(qualified -> member.isEmpty() || hasStatic(qualified, member))
            .sorted(Comparator.comparingInt(SymbolHints::rank))
            .toList();
    if (classes.isEmpty()) {
      return Optional.empty();
    }
    boolean isKnown = rank(classes.get(0)) <= KNOWN;
    List<String> lines =
        classes.stream()
            .filter(qualified -> !isKnown || rank(qualified) <= KNOWN)
            .limit(MAX_CANDIDATES)
            .map(qualified -> "import " + qualified + ";")
            .toList();
    return Optional.of(String.join("  or  ", lines));
  }

  private boolean hasStatic(String qualified, String member) {
    try {
      return classNamed
          .apply(qualified)
          .map(
              type ->
                  Stream.of(type.getMethods(), type.getFields(), type.getClasses())
                      .flatMap(Arrays::stream)
                      .anyMatch(found -> nameOf(found).equals(member)))
          .orElse(false);
    } catch (LinkageError e) {
      return false; // It refers to a class that isn't on the class path.
    }
  }

  private static String nameOf(Object member) {
    return member instanceof Class<?> type ? type.getSimpleName() : ((Member) member).getName();
  }

  /**
   * Returns the classes with a simple name and a member in packages that are imported with a star.
   */
  List<String> importedNamed(String name, String member) {
    Set<String> packages = inScope.get().packages();
    return classesNamed.apply(name).stream()
        .filter(qualified -> packages.contains(qualified.replaceFirst("\\.\\w+$", "")))
        .filter(qualified -> hasStatic(qualified, member))
        .toList();
  }

  /**
   * Returns the order of a class: the JDK's and Spark's classes first; internal classes of
   * libraries, which are never meant, are hidden.
   */
  private static int rank(String qualified) {
    if (INSIDE.matcher(qualified).find()) {
      return HIDDEN;
    }
    if (qualified.matches("java\\.(util|io|time|math|nio|net|text|sql)\\..*")) {
      return 0;
    }
    return qualified.matches("(org\\.apache\\.(spark|hadoop)|org\\.slf4j|scala|java)\\..*")
        ? KNOWN
        : 2;
  }
}
