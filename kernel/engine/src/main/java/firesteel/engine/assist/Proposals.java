package firesteel.engine.assist;

import firesteel.api.completion.Completion.Match;
import firesteel.engine.assist.Candidate.Rank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Turns the candidates at one place into matches: filters them by the typed prefix, merges
 * overloads, and sorts the best first.
 */
final class Proposals {
  /** The kind of name that the context of the cursor expects. */
  enum Wanted {
    ANYTHING,
    /** A type alone, such as behind {@code extends}. */
    TYPE,
    /** A type and its constructor's brackets, behind {@code new}. */
    CONSTRUCTOR,
    /** A name without brackets: a method reference, a static import. */
    NAME
  }

  private static final int MAX_CONSTRUCTORS = 60;

  private final SourceCompiler.Parsed code;
  private final List<Candidate> candidates;
  private final List<TypeMirror> expected;
  private final Wanted wanted;

  Proposals(
      SourceCompiler.Parsed code,
      List<Candidate> candidates,
      List<TypeMirror> expected,
      Wanted wanted) {
    this.code = code;
    this.candidates = candidates;
    this.expected = expected;
    this.wanted = wanted;
  }

  /** A match and its sort keys. */
  record Ranked(Match match, boolean fits, boolean deprecated, Rank rank) {
    static final Comparator<Ranked> BEST_FIRST =
        Comparator.comparing(Ranked::deprecated)
            .thenComparing(r -> r.rank() == Rank.OBJECT_MEMBER)
            .thenComparing(r -> !r.fits())
            .thenComparing(Ranked::rank)
            .thenComparing(r -> r.sortText().toLowerCase(Locale.ROOT))
            .thenComparing(Ranked::sortText);

    /** The text that matches are sorted by; names that aren't imported keep their order. */
    private String sortText() {
      return rank == Rank.NOT_IMPORTED ? "" : match.text();
    }
  }

  /**
   * Returns the matches for a prefix.
   *
   * @param prefix the typed beginning of the name; may be empty
   * @param exactCase whether the case must match
   * @param brackets whether to add brackets to methods; false when they are already there
   */
  List<Ranked> matches(String prefix, boolean exactCase, boolean brackets) {
    Map<String, List<Candidate>> groups = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      if (startsWith(candidate.name(), prefix, exactCase)
          && isWanted(candidate)
          && !(prefix.isEmpty() && isImported(candidate) && !fits(candidate))) {
        boolean method = candidate.element() instanceof ExecutableElement;
        groups
            .computeIfAbsent(candidate.name() + (method ? "()" : ""), k -> new ArrayList<>())
            .add(candidate);
      }
    }
    boolean constructors = wanted == Wanted.CONSTRUCTOR && groups.size() <= MAX_CONSTRUCTORS;
    List<Ranked> matches = new ArrayList<>();
    for (List<Candidate> group : groups.values()) {
      matches.add(ranked(group, brackets, constructors));
    }
    return matches;
  }

  /**
   * Returns matches for classes of packages imported with a star, except for those whose names have
   * another meaning here.
   *
   * @param qualifiedNames classes whose names start with the prefix
   */
  List<Ranked> imported(List<String> qualifiedNames, boolean brackets) {
    if (wanted == Wanted.NAME) {
      return List.of();
    }
    Set<String> hiding = new HashSet<>();
    candidates.stream()
        .filter(c -> c.element() instanceof TypeElement)
        .forEach(c -> hiding.add(c.name()));
    boolean constructors =
        wanted == Wanted.CONSTRUCTOR && brackets && qualifiedNames.size() <= MAX_CONSTRUCTORS;
    List<Ranked> matches = new ArrayList<>();
    for (String qualifiedName : qualifiedNames) {
      int dot = qualifiedName.lastIndexOf('.');
      String name = qualifiedName.substring(dot + 1);
      if (hiding.contains(name)) {
        continue;
      }
      TypeElement type = constructors ? code.elements().getTypeElement(qualifiedName) : null;
      String text = name + (type == null ? "" : constructorBrackets(type));
      boolean deprecated = type != null && code.elements().isDeprecated(type);
      Match match = new Match(text, "class", qualifiedName.substring(0, dot));
      matches.add(new Ranked(match, false, deprecated, Rank.IMPORTED_TYPE));
    }
    return matches;
  }

  static boolean startsWith(String name, String prefix, boolean exactCase) {
    return name.regionMatches(!exactCase, 0, prefix, 0, prefix.length());
  }

  private static boolean isImported(Candidate candidate) {
    return candidate.rank() == Rank.IMPORTED_MEMBER || candidate.rank() == Rank.IMPORTED_TYPE;
  }

  private boolean isWanted(Candidate candidate) {
    return wanted == Wanted.ANYTHING || wanted == Wanted.NAME || isType(candidate.element());
  }

  private static boolean isType(Element element) {
    return element.getKind().isClass()
        || element.getKind().isInterface()
        || element.getKind() == ElementKind.TYPE_PARAMETER
        || element.getKind() == ElementKind.PACKAGE;
  }

  private boolean fits(Candidate candidate) {
    TypeMirror type = candidate.type();
    if (isType(candidate.element())) {
      return false;
    }
    TypeMirror result = type instanceof ExecutableType method ? method.getReturnType() : type;
    if (result.getKind() == TypeKind.VOID || result.getKind() == TypeKind.NONE) {
      return false;
    }
    return expected.stream().anyMatch(e -> code.types().isAssignable(result, e));
  }

  private Ranked ranked(List<Candidate> group, boolean brackets, boolean constructors) {
    List<Candidate> sorted = group.size() == 1 ? group : sortedOverloads(group);
    Candidate first = sorted.get(0);
    Element element = first.element();
    boolean fits = sorted.stream().anyMatch(this::fits);
    boolean deprecated = sorted.stream().allMatch(c -> code.elements().isDeprecated(c.element()));
    Match match;
    if (first.type() instanceof ExecutableType type) {
      String text = first.name();
      if (brackets && wanted != Wanted.NAME) {
        boolean bare =
            sorted.stream()
                .allMatch(c -> ((ExecutableElement) c.element()).getParameters().isEmpty());
        text += bare ? "()" : "(";
      }
      String signature = Signatures.method((ExecutableElement) element, type);
      int more = sorted.size() - 1;
      match = new Match(text, "function", more == 0 ? signature : signature + " +" + more);
    } else if (element instanceof TypeElement type) {
      String text = first.name() + (constructors && brackets ? constructorBrackets(type) : "");
      match = new Match(text, "class", Signatures.home(type));
    } else if (element.getKind() == ElementKind.PACKAGE) {
      match = new Match(first.name(), "module", "");
    } else {
      boolean member = element.getKind().isField() && first.rank() != Rank.NOTEBOOK_VARIABLE;
      match =
          new Match(first.name(), member ? "property" : "instance", Signatures.type(first.type()));
    }
    return new Ranked(match, fits, deprecated, first.rank());
  }

  /** Sorts overloads: those for Java before those for Scala, few parameters before many. */
  private List<Candidate> sortedOverloads(List<Candidate> group) {
    return group.stream()
        .sorted(
            Comparator.comparing((Candidate c) -> code.elements().isDeprecated(c.element()))
                .thenComparing(c -> c.type().toString().contains("scala."))
                .thenComparing(c -> ((ExecutableElement) c.element()).getParameters().size())
                .thenComparing(c -> c.type().toString()))
        .toList();
  }

  private static String constructorBrackets(TypeElement type) {
    if (type.getModifiers().contains(Modifier.ABSTRACT) || type.getKind() != ElementKind.CLASS) {
      return type.getKind() == ElementKind.RECORD ? "(" : "";
    }
    boolean bare = true;
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.CONSTRUCTOR
          && !((ExecutableElement) member).getParameters().isEmpty()) {
        bare = false;
      }
    }
    return (type.getTypeParameters().isEmpty() ? "" : "<>") + (bare ? "()" : "(");
  }
}
