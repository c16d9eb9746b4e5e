package firesteel.engine.eval;

import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.SubKind;
import org.slf4j.LoggerFactory;

/**
 * Writes notes on annotations that have no effect, because annotation processors, such as Lombok's,
 * don't run: JShell's compiler doesn't support them. Not thread-safe.
 */
final class UnusedProcessors {
  /**
   * Known processors by the packages of their annotations, which may be in a jar without the
   * processor.
   */
  private static final Map<String, String> KNOWN =
      Map.of(
          "lombok.", "Lombok",
          "org.mapstruct.", "MapStruct",
          "org.immutables.", "Immutables",
          "com.google.auto.value.", "AutoValue");

  private final ClassLoader loader;
  private final List<ProcessorEntry> entries = new ArrayList<>();

  /**
   * Creates it without processors.
   *
   * @param loader the class loader of cells
   */
  UnusedProcessors(ClassLoader loader) {
    this.loader = loader;
  }

  /** Looks for processors in new entries of the class path. */
  void add(List<Path> added) {
    for (Path entry : added) {
      try {
        ProcessorEntry.of(entry).ifPresent(entries::add);
      } catch (IOException | RuntimeException e) { // Of a broken jar, or of a broken class in it.
        LoggerFactory.getLogger(UnusedProcessors.class).debug("can't read {}", entry, e);
      }
    }
  }

  /** Returns the notes on the annotations in a declaration. */
  List<String> notes(JShell shell, String declaration) {
    if (declaration.indexOf('@') < 0) {
      return List.of();
    }
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (String name : annotations(declaration)) {
      candidates(shell, name).stream()
          .filter(this::exists)
          .flatMap(type -> ownerOf(type).stream())
          .findFirst()
          .ifPresent(
              owner -> found.computeIfAbsent(owner, none -> new LinkedHashSet<>()).add("@" + name));
    }
    List<String> notes = new ArrayList<>();
    found.forEach(
        (owner, names) ->
            notes.add(
                "Note: %s %s for the annotation processor of %s, and annotation processors don't"
                        .formatted(
                            String.join(", ", names), names.size() == 1 ? "is" : "are", owner)
                    + " run in cells. Write what it would make yourself, or a record, which has"
                    + " accessors, equals, hashCode and toString."));
    return notes;
  }

  /** Returns the jar or the tool whose processor handles an annotation. */
  private Optional<String> ownerOf(String annotation) {
    return entries.stream()
        .filter(entry -> entry.isFor(annotation))
        .map(ProcessorEntry::name)
        .findFirst()
        .or(
            () ->
                KNOWN.entrySet().stream()
                    .filter(known -> annotation.startsWith(known.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  /** Returns whether a class exists; source code writes nested classes with dots. */
  private boolean exists(String type) {
    String path = type.replace('.', '/');
    while (loader.getResource(path + ".class") == null) {
      int last = path.lastIndexOf('/');
      if (last < 0) {
        return false;
      }
      path = path.substring(0, last) + "$" + path.substring(last + 1);
    }
    return true;
  }

  private static List<String> candidates(JShell shell, String name) {
    List<String> candidates = new ArrayList<>();
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    String rest = name.substring(first.length());
    for (ImportSnippet added : shell.imports().toList()) {
      if (added.subKind() == SubKind.SINGLE_TYPE_IMPORT_SUBKIND && added.name().equals(first)) {
        candidates.add(added.fullname() + rest);
      } else if (added.subKind() == SubKind.TYPE_IMPORT_ON_DEMAND_SUBKIND) {
        candidates.add(added.fullname().replaceAll("\\*$", "") + name);
      }
    }
    if (dot >= 0) {
      candidates.add(name);
    }
    return candidates;
  }

  private static Set<String> annotations(String java) {
    List<JavaToken> tokens = JavaLexer.tokens(java).stream().filter(t -> !t.isComment()).toList();
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is(java, "@") && tokens.get(i + 1).kind() == JavaToken.Kind.WORD) {
        StringBuilder name = new StringBuilder(tokens.get(i + 1).text(java));
        for (int k = i + 2;
            k + 1 < tokens.size()
                && tokens.get(k).is(java, ".")
                && tokens.get(k + 1).kind() == JavaToken.Kind.WORD;
            k += 2) {
          name.append('.').append(tokens.get(k + 1).text(java));
        }
        names.add(name.toString());
      }
    }
    return names;
  }
}
