package firesteel.engine.error;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that are imported.
 *
 * @param methods of classes whose static members are imported
 * @param types simple names
 * @param packages all of whose classes are imported
 */
public record NamesInScope(Set<String> methods, Set<String> types, Set<String> packages) {
  private static final Pattern IMPORT =
      Pattern.compile("import\\s+(static\\s+)?([\\w.$]+)\\.([\\w$]+|\\*)\\s*;");

  /**
   * Collects the imported names.
   *
   * @param imports import declarations
   * @param loader the class loader of cells
   * @param classesIn returns the simple names of the classes of a package
   */
  public static NamesInScope of(
      List<String> imports, ClassLoader loader, Function<String, Set<String>> classesIn) {
    Set<String> methods = new TreeSet<>();
    Set<String> types = new TreeSet<>(classesIn.apply("java.lang"));
    Set<String> packages = new TreeSet<>();
    for (String line : imports) {
      Matcher parts = IMPORT.matcher(line);
      if (!parts.matches()) {
        continue;
      }
      boolean all = parts.group(3).equals("*");
      if (parts.group(1) == null && all) {
        packages.add(parts.group(2));
      }
      if (parts.group(1) == null) {
        types.addAll(all ? classesIn.apply(parts.group(2)) : Set.of(parts.group(3)));
      } else if (all) {
        methods.addAll(staticMethods(CellClasses.named(parts.group(2), loader)));
      } else {
        methods.add(parts.group(3));
      }
    }
    return new NamesInScope(methods, types, packages);
  }

  private static List<String> staticMethods(Optional<Class<?>> type) {
    try {
      return type.stream()
          .flatMap(found -> Arrays.stream(found.getMethods()))
          .filter(method -> Modifier.isStatic(method.getModifiers()))
          .map(Method::getName)
          .filter(name -> !name.contains("$"))
          .distinct()
          .toList();
    } catch (LinkageError e) {
      return List.of(); // It refers to a class that isn't on the class path.
    }
  }
}
