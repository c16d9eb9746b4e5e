package firesteel.spark.module;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A module of Spark or another library that a line in a cell can add.
 *
 * @param name its usual name
 * @param packages the beginnings of its classes' names, with dots
 * @param formats the names of its data sources
 * @param schemes the schemes of the addresses that it reads
 * @param lines what to run for given versions, one line each; empty when nothing fits
 * @param note more that the user should know; may be empty
 */
record Module(
    String name,
    List<String> packages,
    List<String> formats,
    List<String> schemes,
    Function<SparkVersions, Optional<List<String>>> lines,
    String note) {
  /**
   * Creates a module with lines for all versions, in which {@code $spark} and the like stand for
   * the versions.
   */
  static Module of(String name, String... lines) {
    return new Module(
        name,
        List.of(),
        List.of(),
        List.of(),
        versions -> Optional.of(List.of(lines).stream().map(l -> filled(l, versions)).toList()),
        "");
  }

  Module packages(String... more) {
    return new Module(name, List.of(more), formats, schemes, lines, note);
  }

  Module formats(String... more) {
    return new Module(name, packages, List.of(more), schemes, lines, note);
  }

  Module schemes(String... more) {
    return new Module(name, packages, formats, List.of(more), lines, note);
  }

  Module lines(Function<SparkVersions, Optional<List<String>>> others) {
    return new Module(name, packages, formats, schemes, others, note);
  }

  Module note(String text) {
    return new Module(name, packages, formats, schemes, lines, text);
  }

  static String filled(String line, SparkVersions versions) {
    return line.replace("$spark", versions.spark())
        .replace("$scala", versions.scala())
        .replace("$hadoop", versions.hadoop());
  }
}
