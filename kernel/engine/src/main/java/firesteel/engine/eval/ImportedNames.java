package firesteel.engine.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.SubKind;

/**
 * Preserves the meaning of names: when an imported package has a class with the same name as one
 * imported before, the compiler would find the name ambiguous. Not thread-safe.
 */
final class ImportedNames {
  private static final Set<JavaFileObject.Kind> CLASSES = Set.of(JavaFileObject.Kind.CLASS);

  private final JavaFileManager files;

  ImportedNames(JavaFileManager files) {
    this.files = files;
  }

  /**
   * Returns the classes to import by name after the import of a package, so that their names keep
   * their meaning.
   */
  List<String> keptAfter(JShell shell, ImportSnippet added) {
    if (added.subKind() != SubKind.TYPE_IMPORT_ON_DEMAND_SUBKIND) {
      return List.of();
    }
    Set<String> newNames = classesOf(packageOf(added));
    if (newNames.isEmpty()) {
      return List.of();
    }
    Set<String> known = new HashSet<>();
    shell.imports().map(ImportSnippet::name).forEach(known::add);
    shell.types().forEach(type -> known.add(type.name()));
    List<String> earlier =
        Stream.concat(
                Stream.of("java.lang"),
                shell
                    .imports()
                    .filter(i -> i != added)
                    .filter(i -> i.subKind() == SubKind.TYPE_IMPORT_ON_DEMAND_SUBKIND)
                    .map(ImportedNames::packageOf))
            .toList();
    List<String> kept = new ArrayList<>();
    for (String name : newNames) {
      List<String> homes = earlier.stream().filter(p -> classesOf(p).contains(name)).toList();
      if (homes.size() == 1 && !known.contains(name) && !homes.contains(packageOf(added))) {
        kept.add(homes.get(0) + "." + name);
      }
    }
    return kept;
  }

  private static String packageOf(ImportSnippet star) {
    String name = star.fullname();
    return name.endsWith(".*") ? name.substring(0, name.length() - 2) : name;
  }

  /** Returns the top-level classes of a package of the JDK or the class path. */
  private Set<String> classesOf(String packageName) {
    Set<String> names = new HashSet<>();
    try {
      JavaFileManager.Location location = StandardLocation.CLASS_PATH;
      Optional<Module> module =
          ModuleLayer.boot().modules().stream()
              .filter(m -> m.getPackages().contains(packageName))
              .findFirst();
      if (module.isPresent()) {
        location =
            files.getLocationForModule(StandardLocation.SYSTEM_MODULES, module.get().getName());
      }
      if (location == null) {
        return names;
      }
      for (JavaFileObject file : files.list(location, packageName, CLASSES, false)) {
        String name = files.inferBinaryName(location, file);
        String simple = name.substring(name.lastIndexOf('.') + 1);
        if (simple.indexOf('$') < 0) {
          names.add(simple);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
