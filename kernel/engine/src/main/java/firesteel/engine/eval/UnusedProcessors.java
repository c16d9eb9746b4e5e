package firesteel.engine.eval;

import firesteel.engine.source.JavaLexer;
import firesteel.engine.source.JavaToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.SubKind;
import org.slf4j.LoggerFactory;

/**
 * Says where an annotation has no effect. Annotation processors, such as Lombok's, don't run: the
 * compiler of cells, JShell's, is without them. Not thread-safe.
 */
final class UnusedProcessors {
  private static final String SERVICE = "META-INF/services/javax.annotation.processing.Processor";

  /** From the qualified name of a class to the jar with a processor that it is in. */
  private final Map<String, String> jarOfClass = new HashMap<>();

  /** Looks for processors in new entries of the class path. */
  void add(List<Path> entries) {
    for (Path entry : entries) {
      if (!Files.isRegularFile(entry)) {
        continue;
      }
      try (ZipFile zip = new ZipFile(entry.toFile())) {
        if (zip.getEntry(SERVICE) != null) {
          String jar = entry.getFileName().toString();
          zip.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.endsWith(".class"))
              .map(name -> name.substring(0, name.length() - ".class".length()))
              .forEach(name -> jarOfClass.put(name.replace('/', '.'), jar));
        }
      } catch (IOException e) {
        LoggerFactory.getLogger(UnusedProcessors.class).debug("can't read {}", entry, e);
      }
    }
  }

  /** What to say of the annotations in a declaration. */
  List<String> notes(JShell shell, String declaration) {
    if (jarOfClass.isEmpty() || declaration.indexOf('@') < 0) {
      return List.of();
    }
    Map<String, Set<String>> found = new HashMap<>();
    for (String name : annotations(declaration)) {
      candidates(shell, name).stream()
          .filter(jarOfClass::containsKey)
          .findFirst()
          .ifPresent(
              type ->
                  found
                      .computeIfAbsent(jarOfClass.get(type), jar -> new LinkedHashSet<>())
                      .add("@" + name));
    }
    List<String> notes = new ArrayList<>();
    found.forEach(
        (jar, names) ->
            notes.add(
                "Note: %s of %s %s no effect: annotation processors don't run in cells. Write what"
                        .formatted(
                            String.join(", ", names), jar, names.size() == 1 ? "has" : "have")
                    + " they would make yourself, or a record, which has accessors, equals,"
                    + " hashCode and toString."));
    return notes;
  }

  private static List<String> candidates(JShell shell, String name) {
    if (name.indexOf('.') >= 0) {
      return List.of(name);
    }
    List<String> candidates = new ArrayList<>();
    for (ImportSnippet added : shell.imports().toList()) {
      if (added.subKind() == SubKind.SINGLE_TYPE_IMPORT_SUBKIND && added.name().equals(name)) {
        candidates.add(added.fullname());
      } else if (added.subKind() == SubKind.TYPE_IMPORT_ON_DEMAND_SUBKIND) {
        candidates.add(added.fullname().replaceAll("\\*$", "") + name);
      }
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
