package firesteel.magics.dependencies;

import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import firesteel.api.spark.SessionSpark;
import firesteel.dependencies.Conflict;
import firesteel.dependencies.Coordinates;
import firesteel.dependencies.DependenciesExtension;
import firesteel.dependencies.ResolutionException;
import firesteel.dependencies.ResolutionRequest;
import firesteel.dependencies.ResolvedJar;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sends the requests of this package's magics to the session, and reports the results. */
final class Dependencies {
  private static final int MAX_NAMES = 8;

  private Dependencies() {}

  static DependenciesExtension of(MagicContext context) throws MagicException {
    return context
        .session()
        .extension(DependenciesExtension.class)
        .orElseThrow(() -> new MagicException("this kernel can't add dependencies"));
  }

  static Coordinates coordinates(String text) throws MagicException {
    try {
      return Coordinates.parse(text);
    } catch (IllegalArgumentException e) {
      throw new MagicException(e.getMessage(), e);
    }
  }

  static List<Coordinates> coordinates(List<String> texts) throws MagicException {
    List<Coordinates> all = new ArrayList<>();
    for (String text : texts) {
      all.add(coordinates(text));
    }
    return all;
  }

  /** Resolves a request and says what was added; conflicts go to standard error, as warnings do. */
  static void add(ResolutionRequest request, MagicContext context)
      throws MagicException, InterruptedException {
    DependenciesExtension.Outcome outcome;
    try {
      outcome = of(context).add(request, context.cell());
    } catch (ResolutionException e) {
      String where =
          e.line().isPresent()
              ? context.origin().source()
                  + ", line "
                  + context.origin().down(e.line().getAsInt() - 1).line()
                  + ": "
              : "";
      throw new MagicException(where + e.getMessage(), e);
    }
    context.println(summary(outcome));
    warnings(outcome, context.session().extension(SessionSpark.class))
        .forEach(line -> context.outputs().stderr(line + "\n"));
  }

  private static String summary(DependenciesExtension.Outcome outcome) {
    List<String> wanted = names(outcome.added(), ResolvedJar::isWanted);
    int others = outcome.added().size() - wanted.size();
    if (outcome.added().isEmpty()) {
      List<ResolvedJar> left = outcome.conflicts().stream().map(Conflict::asked).toList();
      List<String> there =
          names(outcome.resolution().jars(), jar -> jar.isWanted() && !left.contains(jar));
      return there.isEmpty()
          ? "Nothing was added."
          : "Nothing to add: "
              + list(there)
              + (there.size() == 1 ? " is" : " are")
              + " there already.";
    }
    String needed =
        others == 0 ? "" : others == 1 ? "1 jar that is needed" : others + " jars that are needed";
    if (wanted.isEmpty()) {
      return "Added " + needed + ".";
    }
    return "Added " + list(wanted) + (others == 0 ? "." : ", and " + needed + ".");
  }

  private static List<String> names(List<ResolvedJar> jars, Predicate<ResolvedJar> which) {
    return jars.stream().filter(which).map(jar -> jar.coordinates().toString()).toList();
  }

  private static List<String> warnings(
      DependenciesExtension.Outcome outcome, Optional<SessionSpark> spark) {
    List<String> lines = new ArrayList<>();
    for (ResolvedJar jar : outcome.added().stream().filter(ResolvedJar::isWanted).toList()) {
      Coordinates own = jar.coordinates();
      spark
          .flatMap(here -> here.mismatch(own.group(), own.artifact(), own.version().orElse("")))
          .ifPresent(warning -> lines.add("Warning: " + own + " " + warning));
    }
    List<String> others = new ArrayList<>();
    for (Conflict conflict : outcome.conflicts()) {
      Coordinates asked = conflict.asked().coordinates();
      if (conflict.asked().isWanted()) {
        lines.add(
            "Warning: %s was not added: version %s of it is loaded, and stays. %s"
                .formatted(asked, conflict.loadedVersion(), remedy(conflict)));
      } else {
        others.add(
            "%s %s (not %s)"
                .formatted(asked.artifact(), conflict.loadedVersion(), asked.version().orElse("")));
      }
    }
    if (!others.isEmpty()) {
      lines.add("Other versions are loaded already, and stay: " + list(others));
    }
    return lines;
  }

  /** Says what to do about a conflict; a restart can't replace a jar of the kernel's own. */
  private static String remedy(Conflict conflict) {
    boolean ofKernel =
        List.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
            .contains(conflict.loaded().toString());
    return ofKernel
        ? "It belongs to Spark or to the kernel."
        : "To get the other one, restart the kernel and ask for it first.";
  }

  private static String list(List<String> names) {
    return names.size() <= MAX_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MAX_NAMES))
            + " and "
            + (names.size() - MAX_NAMES)
            + " more";
  }
}
