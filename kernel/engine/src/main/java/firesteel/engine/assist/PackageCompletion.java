package firesteel.engine.assist;

import firesteel.api.completion.Completion.Match;
import firesteel.engine.assist.Candidate.Rank;
import firesteel.engine.assist.Proposals.Ranked;
import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Completes the names of packages, and of classes that aren't imported. */
final class PackageCompletion {
  private static final int MAX_NOT_IMPORTED = 10;
  private static final Set<String> SELDOM_MEANT =
      Set.of("shaded", "internal", "thirdparty", "repackaged", "relocated", "impl", "sun");

  private final ClassIndex index;

  PackageCompletion(ClassIndex index) {
    this.index = index;
  }

  /**
   * The part of an import declaration before its last name.
   *
   * @param qualifier the dotted name before the last dot; may be empty
   * @param isStatic whether the declaration imports members of a class
   */
  record ImportHead(String qualifier, boolean isStatic) {
    /** Parses an import declaration up to the name that is being written. */
    static ImportHead of(String declaration) {
      boolean isStatic = false;
      StringBuilder name = new StringBuilder();
      List<JavaToken> tokens = JavaLexer.tokens(declaration);
      for (JavaToken token : tokens.subList(1, tokens.size())) {
        if (token.is(declaration, "static")) {
          isStatic = true;
        } else if (!token.isComment()) {
          name.append(token.text(declaration));
        }
      }
      String qualifier = name.toString();
      return new ImportHead(
          qualifier.endsWith(".") ? qualifier.substring(0, qualifier.length() - 1) : qualifier,
          isStatic);
    }
  }

  /** Returns the subpackages and classes of a package. */
  List<Ranked> members(String packageName, String prefix, boolean exactCase) {
    List<Ranked> matches = new ArrayList<>();
    String start = packageName.isEmpty() ? "" : packageName + ".";
    for (String simple : index.classes(packageName)) {
      if (Proposals.startsWith(simple, prefix, exactCase) && index.isPublic(start + simple)) {
        matches.add(ranked(new Match(simple, "class", packageName), Rank.OWN_MEMBER));
      }
    }
    for (String name : index.subpackages(packageName)) {
      if (Proposals.startsWith(name, prefix, exactCase) && !SourceVersion.isKeyword(name)) {
        matches.add(ranked(new Match(name, "module", ""), Rank.PACKAGE));
      }
    }
    return matches;
  }

  /**
   * Returns the qualified names of the public classes of packages whose names start with a prefix.
   */
  List<String> classes(List<String> packageNames, String prefix, boolean exactCase) {
    List<String> names = new ArrayList<>();
    for (String packageName : packageNames) {
      for (String simple : index.classes(packageName)) {
        String name = packageName + "." + simple;
        if (Proposals.startsWith(simple, prefix, exactCase) && index.isPublic(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Returns whether a package or a subpackage of it exists. */
  boolean isPackage(String name) {
    return !index.classes(name).isEmpty() || !index.subpackages(name).isEmpty();
  }

  /** Returns whether a class exists. */
  boolean isClass(String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    return dot > 0
        && index
            .classes(qualifiedName.substring(0, dot))
            .contains(qualifiedName.substring(dot + 1));
  }

  /**
   * Returns qualified names of classes that the cell hasn't imported.
   *
   * @param prefix at least a few letters of the class's simple name
   * @param known simple names that already have a meaning
   */
  List<Ranked> notImported(String prefix, Set<String> known) {
    if (prefix.length() < 3 || !Character.isUpperCase(prefix.charAt(0))) {
      return List.of();
    }
    return index.qualifiedNames(prefix).stream()
        .filter(n -> !known.contains(n.substring(n.lastIndexOf('.') + 1)) && isOftenMeant(n))
        .sorted(
            Comparator.comparing((String n) -> !n.substring(n.lastIndexOf('.') + 1).equals(prefix))
                .thenComparing(PackageCompletion::origin)
                .thenComparing(String::length)
                .thenComparing(n -> n))
        .filter(index::isPublic)
        .limit(MAX_NOT_IMPORTED)
        .map(n -> ranked(new Match(n, "class", ""), Rank.NOT_IMPORTED))
        .toList();
  }

  private static int origin(String name) {
    if (name.startsWith("java.")) {
      return 0;
    }
    return name.startsWith("org.apache.spark.") ? 1 : 2;
  }

  private static boolean isOftenMeant(String name) {
    for (String part : name.split("\\.")) {
      if (SELDOM_MEANT.contains(part)) {
        return false;
      }
    }
    return !name.startsWith("com.sun.") && !name.startsWith("jdk.");
  }

  private static Ranked ranked(Match match, Rank rank) {
    return new Ranked(match, false, false, rank);
  }
}
