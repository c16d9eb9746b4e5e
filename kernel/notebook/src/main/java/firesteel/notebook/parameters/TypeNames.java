package firesteel.notebook.parameters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes that the names in a notebook mean, by its imports. */
final class TypeNames {
  /** The packages that every cell has imported, as far as they have types of parameters. */
  private static final List<String> IMPORTED =
      List.of(
          "java.lang",
          "java.io",
          "java.math",
          "java.nio.file",
          "java.time",
          "java.util",
          "org.apache.spark.sql");

  private final Map<String, String> single = new LinkedHashMap<>();
  private final List<String> packages = new ArrayList<>(IMPORTED);
  private final Map<String, List<String>> enums = new LinkedHashMap<>();

  /** Takes an import declaration. */
  void add(String declaration) {
    String name = declaration.replaceFirst("^import\\s+", "").replaceAll("[\\s;]", "");
    if (name.startsWith("static")) {
      return;
    }
    int dot = name.lastIndexOf('.');
    if (name.endsWith(".*")) {
      packages.add(name.substring(0, dot));
    } else if (dot > 0) {
      single.put(name.substring(dot + 1), name);
    }
  }

  /** Takes an enum of the notebook. */
  void add(String name, List<String> constants) {
    enums.put(name, constants);
  }

  /**
   * Returns the qualified name of a class; empty when there is no such class.
   *
   * @param written its name as the notebook writes it
   */
  Optional<String> qualified(String written) {
    return loaded(written).map(Class::getName);
  }

  /** Returns the constants of an enum of the notebook or of a library; empty for other types. */
  Optional<List<String>> constants(String written) {
    if (enums.containsKey(written)) {
      return Optional.of(enums.get(written));
    }
    return loaded(written)
        .filter(Class::isEnum)
        .map(type -> Arrays.stream(type.getEnumConstants()).map(one -> ((Enum<?>) one).name()))
        .map(names -> names.toList());
  }

  private Optional<Class<?>> loaded(String written) {
    if (written.contains(".")) {
      return load(written);
    }
    if (single.containsKey(written)) {
      return load(single.get(written));
    }
    return packages.stream()
        .map(name -> load(name + "." + written))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, TypeNames.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
