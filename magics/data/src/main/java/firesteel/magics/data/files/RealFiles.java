package firesteel.magics.data.files;

import firesteel.data.Catalogue;
import firesteel.data.Dataset;
import firesteel.data.spark.FileFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Reads files that somebody else wrote as a dataset. Publishers change names, types and numbers of
 * columns over the years, so that the columns of each file are looked at, files with the same
 * columns are read together, and what differs is told.
 */
public final class RealFiles {
  private final SparkSession spark;
  private final Dataset dataset;
  private final StructType types;
  private final BooleanSupplier interrupted;
  private final Function<Exception, String> reason;

  /**
   * Creates a reader.
   *
   * @param types the types of the dataset's columns
   * @param interrupted whether the user asked to stop
   * @param reason says why Spark could not read a file
   */
  public RealFiles(
      SparkSession spark,
      Dataset dataset,
      StructType types,
      BooleanSupplier interrupted,
      Function<Exception, String> reason) {
    this.spark = spark;
    this.dataset = dataset;
    this.types = types;
    this.interrupted = interrupted;
    this.reason = reason;
  }

  /**
   * What was read.
   *
   * @param rows the rows with the columns of the dataset; empty when no file could be read
   * @param report what was found in the files, and what was skipped
   */
  public record Result(Optional<org.apache.spark.sql.Dataset<Row>> rows, FilesReport report) {}

  /**
   * Reads all files of a folder and of those below it.
   *
   * @param root absolute; a file stands for itself
   * @throws IOException when the folder can't be searched
   * @throws Exception what Spark threw because the user asked to stop
   */
  public Result read(Path root) throws Exception {
    FoundFiles found = FoundFiles.in(root);
    List<SkippedFile> skipped = new ArrayList<>(found.skipped());
    List<FileReport> reports = new ArrayList<>();
    org.apache.spark.sql.Dataset<Row> all = null;
    for (FileGroup group : groups(found, skipped)) {
      Map<DataFile, FileGroup.Counts> counts = counts(group, skipped);
      if (counts.isEmpty()) {
        continue;
      }
      FileGroup readable = group.of(List.copyOf(counts.keySet()));
      counts.forEach((file, count) -> reports.add(FileReport.of(dataset, readable, file, count)));
      org.apache.spark.sql.Dataset<Row> rows = readable.rows(spark);
      all = all == null ? rows : all.unionByName(rows);
    }
    reports.sort(Comparator.comparing(FileReport::name));
    skipped.sort(Comparator.comparing(SkippedFile::name));
    return new Result(Optional.ofNullable(all), new FilesReport(dataset.name(), reports, skipped));
  }

  /** Looks at the columns of each file, and returns those that are read together. */
  private List<FileGroup> groups(FoundFiles found, List<SkippedFile> skipped) throws Exception {
    Map<FileGroup.Shape, List<DataFile>> byShape = new LinkedHashMap<>();
    for (DataFile file : found.files()) {
      try {
        Optional<FileGroup.Shape> shape = shape(found.folder(), file);
        Optional<String> misfit =
            shape.isEmpty() ? Optional.of("its text is not JSON") : misfit(shape.get().schema());
        if (misfit.isPresent()) {
          skipped.add(new SkippedFile(file.name(), misfit.get()));
        } else {
          byShape.computeIfAbsent(shape.get(), s -> new ArrayList<>()).add(file);
        }
      } catch (Exception e) {
        skipped.add(skipped(file, found.folder(), e));
      }
    }
    List<FileGroup> groups = new ArrayList<>();
    byShape.forEach(
        (shape, files) ->
            groups.add(
                new FileGroup(
                    found.folder(),
                    shape,
                    ColumnMatch.of(dataset.columns(), shape.schema()),
                    types,
                    files)));
    return groups;
  }

  private Optional<FileGroup.Shape> shape(Path folder, DataFile file) {
    for (boolean multiLine : new boolean[] {false, true}) {
      FileGroup.Shape any = new FileGroup.Shape(file.format(), multiLine, new StructType());
      StructType schema =
          FileGroup.withoutCorruptRecord(any.reader(spark, folder).load(file.location()).schema());
      if (file.format() != FileFormat.JSON || schema.length() > 0) {
        return Optional.of(new FileGroup.Shape(file.format(), multiLine, schema));
      }
    }
    return Optional.empty();
  }

  /** Returns why a file with these columns is none of this dataset; empty when it may be one. */
  private Optional<String> misfit(StructType schema) {
    ColumnMatch match = ColumnMatch.of(dataset.columns(), schema);
    Dataset nearest =
        Catalogue.datasets().stream()
            .min(
                Comparator.comparingInt(
                    other -> ColumnMatch.of(other.columns(), schema).distance()))
            .orElse(dataset);
    boolean nearer =
        ColumnMatch.of(nearest.columns(), schema).distance() < match.distance()
            && !ColumnMatch.of(nearest.columns(), schema).isEmpty();
    if (nearer) {
      return Optional.of("its columns are those of " + nearest.name());
    }
    return match.isEmpty()
        ? Optional.of("it has no column of " + dataset.name())
        : Optional.empty();
  }

  /**
   * Counts what is in each file of a group; files that can't be read to their ends are left out.
   */
  private Map<DataFile, FileGroup.Counts> counts(FileGroup group, List<SkippedFile> skipped)
      throws Exception {
    Map<DataFile, FileGroup.Counts> counts = new LinkedHashMap<>();
    try {
      Map<Path, FileGroup.Counts> byPath = group.counts(spark);
      for (DataFile file : group.files()) {
        counts.put(file, byPath.getOrDefault(file.path(), FileGroup.Counts.NOTHING));
      }
    } catch (Exception e) {
      if (group.files().size() == 1) {
        skipped.add(skipped(group.files().get(0), group.folder(), e));
        return counts;
      }
      stopIfInterrupted(e);
      for (DataFile file : group.files()) {
        counts.putAll(counts(group.of(List.of(file)), skipped));
      }
    }
    return counts;
  }

  private SkippedFile skipped(DataFile file, Path folder, Exception e) throws Exception {
    stopIfInterrupted(e);
    String said = reason.apply(e).lines().findFirst().orElse("").strip();
    String path = "(file:/*)?" + java.util.regex.Pattern.quote(folder.toString()) + "/?";
    return new SkippedFile(file.name(), said.replaceAll(path, ""));
  }

  private void stopIfInterrupted(Exception e) throws Exception {
    if (interrupted.getAsBoolean()) {
      throw e;
    }
  }
}
