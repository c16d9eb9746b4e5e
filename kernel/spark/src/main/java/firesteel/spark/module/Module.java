package firesteel.spark.module;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that a line in a cell brings.
 *
 * @param name what people call it
 * @param packages what the names of its classes begin with, with dots
 * @param formats the names of its data sources
 * @param schemes the beginnings of the addresses that it reads
 * @param lines what to run for given versions, one line each; empty when nothing fits
 * @param note what else there is to know; may be empty
 */
record Module(
    String name,
    List<String> packages,
    List<String> formats,
    List<String> schemes,
    Function<SparkVersions, Optional<List<String>>> lines,
    String note) {
  /** A module with lines for all versions, in which {@code $spark} and the like stand for them. */
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
