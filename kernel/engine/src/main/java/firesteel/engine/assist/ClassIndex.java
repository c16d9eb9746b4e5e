package firesteel.engine.assist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.slf4j.LoggerFactory;

/**
 * Indexes the names of the packages and top-level classes that a notebook can import: those that
 * the JDK exports and those on the class path. Not thread-safe.
 */
final class ClassIndex {
  private final Supplier<List<Path>> classPath;
  private final Map<Path, List<String>> entryNames = new HashMap<>();
  private final Map<String, Boolean> publicClasses = new HashMap<>();
  private List<Path> indexed;
  private NavigableSet<String> packages = new TreeSet<>();
  private Map<String, NavigableSet<String>> classesByPackage = Map.of();
  private Map<String, List<String>> packagesByClass = Map.of();

  /**
   * Creates an index that is filled on its first use.
   *
   * @param classPath the current class path of the notebook; called before each look-up
   */
  ClassIndex(Supplier<List<Path>> classPath) {
    this.classPath = Objects.requireNonNull(classPath, "classPath");
  }

  /** Reads new entries of the class path. */
  void refresh() {
    List<Path> wanted = classPath.get();
    if (wanted.equals(indexed)) {
      return;
    }
    Map<String, NavigableSet<String>> classes = new HashMap<>();
    Map<String, List<String>> homes = new TreeMap<>();
    List<List<String>> sources = new ArrayList<>();
    sources.add(entryNames.computeIfAbsent(Path.of(""), p -> jdkClasses()));
    wanted.forEach(p -> sources.add(entryNames.computeIfAbsent(p, ClassIndex::classesOf)));
    sources.stream()
        .flatMap(Collection::stream)
        .forEach(
            name -> {
              int dot = name.lastIndexOf('.');
              String home = dot < 0 ? "" : name.substring(0, dot);
              String simple = name.substring(dot + 1);
              if (classes.computeIfAbsent(home, k -> new TreeSet<>()).add(simple)) {
                homes.computeIfAbsent(simple, k -> new ArrayList<>(1)).add(home);
              }
            });
    classes.remove("");
    packages = new TreeSet<>(classes.keySet());
    classesByPackage = classes;
    packagesByClass = homes;
    indexed = List.copyOf(wanted);
  }

  /**
   * Returns the simple names of the subpackages of a package.
   *
   * @param packageName the package, or an empty string for the roots
   */
  Set<String> subpackages(String packageName) {
    refresh();
    String start = packageName.isEmpty() ? "" : packageName + ".";
    return packages.tailSet(start, true).stream()
        .takeWhile(p -> p.startsWith(start))
        .map(p -> p.substring(start.length()).split("\\.", 2)[0])
        .filter(p -> !p.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the simple names of a package's classes. */
  Set<String> classes(String packageName) {
    refresh();
    return classesByPackage.getOrDefault(packageName, new TreeSet<>());
  }

  /**
   * Returns the qualified names of the classes whose simple name starts with a prefix, the shortest
   * first.
   */
  List<String> qualifiedNames(String prefix) {
    refresh();
    return ((TreeMap<String, List<String>>) packagesByClass)
        .tailMap(prefix, true).entrySet().stream()
            .takeWhile(e -> e.getKey().startsWith(prefix))
            .flatMap(e -> e.getValue().stream().map(home -> home + "." + e.getKey()))
            .toList();
  }

  /** Returns the entry of the class path that holds a top-level class. */
  Optional<Path> jarOf(String qualifiedName) {
    refresh();
    return indexed.stream()
        .filter(p -> entryNames.getOrDefault(p, List.of()).contains(qualifiedName))
        .findFirst();
  }

  /** Returns whether code of other packages can use a class; true when that isn't known. */
  boolean isPublic(String qualifiedName) {
    return publicClasses.computeIfAbsent(qualifiedName, ClassIndex::readAccess);
  }

  private static boolean readAccess(String qualifiedName) {
    String file = qualifiedName.replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(file)) {
      return in == null || (new ClassReader(in).getAccess() & Opcodes.ACC_PUBLIC) != 0;
    } catch (IOException | IllegalArgumentException e) {
      LoggerFactory.getLogger(ClassIndex.class).debug("can't read {}", file, e);
      return true;
    }
  }

  private static List<String> jdkClasses() {
    List<String> names = new ArrayList<>();
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      Set<String> exported =
          module.descriptor().exports().stream()
              .filter(e -> !e.isQualified())
              .map(ModuleDescriptor.Exports::source)
              .collect(Collectors.toSet());
      if (exported.isEmpty()) {
        continue;
      }
      try (var reader = module.open();
          Stream<String> entries = reader.list()) {
        entries
            .map(ClassIndex::className)
            .filter(n -> !n.isEmpty() && exported.contains(n.substring(0, n.lastIndexOf('.'))))
            .forEach(names::add);
      } catch (IOException e) {
        LoggerFactory.getLogger(ClassIndex.class)
            .debug("can't list the classes of {}", module.descriptor().name(), e);
      }
    }
    return names;
  }

  private static List<String> classesOf(Path entry) {
    try {
      if (Files.isDirectory(entry)) {
        try (Stream<Path> files = Files.walk(entry)) {
          return files
              .map(f -> className(entry.relativize(f).toString().replace('\\', '/')))
              .filter(n -> !n.isEmpty())
              .toList();
        }
      }
      if (!Files.isRegularFile(entry)) {
        return List.of();
      }
      try (ZipFile zip = new ZipFile(entry.toFile())) {
        return zip.stream()
            .map(ZipEntry::getName)
            .map(ClassIndex::className)
            .filter(n -> !n.isEmpty())
            .toList();
      }
    } catch (IOException | UncheckedIOException e) {
      LoggerFactory.getLogger(ClassIndex.class).debug("can't list the classes of {}", entry, e);
      return List.of();
    }
  }

  /** Returns the qualified name of the top-level class in a file; empty for other files. */
  private static String className(String file) {
    if (!file.endsWith(".class") || file.indexOf('$') >= 0 || file.indexOf('-') >= 0) {
      // META-INF/versions, module-info and package-info have hyphens, nested classes dollar signs.
      return "";
    }
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    return name.indexOf('.') < 0 || name.endsWith(".package") ? "" : name;
  }
}
