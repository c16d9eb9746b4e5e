package firesteel.data.spark;

import firesteel.data.CsvRows;
import firesteel.data.Dataset;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Writes a dataset as its publisher does: files of the publisher's names and columns, such as one
 * for each month, on this machine's disk.
 */
public final class PublishJob {
  private final Supplier<SparkSession> spark;

  /**
   * Creates a job; it runs nothing yet.
   *
   * @param spark asked for Parquet files only
   */
  public PublishJob(Supplier<SparkSession> spark) {
    this.spark = Objects.requireNonNull(spark, "spark");
  }

  /**
   * Writes the files; none of them is there before all are made.
   *
   * @param folder where the files go, beside others that may be there
   * @param overwrite whether files of the same names are replaced
   * @param progress takes the name of each file that is made
   * @return the files
   * @throws GenerateException when a file can't be written or replaced
   */
  public List<Path> run(
      Dataset dataset,
      long rows,
      long seed,
      Path folder,
      boolean overwrite,
      Consumer<String> progress)
      throws IOException {
    Map<String, Range> files = ranges(dataset, rows, seed);
    for (String file : files.keySet()) {
      if (!overwrite && Files.exists(folder.resolve(file))) {
        throw new GenerateException(
            folder.resolve(file)
                + " exists already. Choose another folder, or let the files be overwritten.");
      }
    }
    Path target = folder.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    Path made = Files.createTempDirectory(target.getParent(), "." + target.getFileName() + "-");
    try {
      for (Map.Entry<String, Range> file : files.entrySet()) {
        Path path = made.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        if (file.getKey().endsWith(".csv")) {
          writeCsv(dataset, seed, file.getKey(), file.getValue(), path);
        } else {
          writeParquet(dataset, seed, file.getKey(), file.getValue(), path);
        }
        progress.accept(file.getKey());
      }
      for (String file : files.keySet()) {
        Path path = target.resolve(file);
        Files.createDirectories(path.getParent());
        Files.move(made.resolve(file), path, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      PathUtils.deleteDirectory(made);
    }
    return files.keySet().stream().map(target::resolve).toList();
  }

  /** The rows among which those of a file are. */
  private record Range(long first, long last) {}

  private static Map<String, Range> ranges(Dataset dataset, long rows, long seed) {
    Map<String, Range> ranges = new LinkedHashMap<>();
    for (long row = 0; row < rows; row++) {
      ranges.merge(
          dataset.publishedFile(seed, row),
          new Range(row, row),
          (before, now) -> new Range(before.first(), now.last()));
    }
    return ranges;
  }

  private static void writeCsv(Dataset dataset, long seed, String file, Range range, Path path)
      throws IOException {
    Stream<Object[]> rows =
        LongStream.rangeClosed(range.first(), range.last())
            .filter(row -> dataset.publishedFile(seed, row).equals(file))
            .mapToObj(row -> dataset.publishedRow(seed, row));
    try (Writer out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
      CsvRows.write(dataset.publishedColumns(file), dataset.byteOrderMark(), rows, out);
    }
  }

  private void writeParquet(Dataset dataset, long seed, String file, Range range, Path path)
      throws IOException {
    SparkSession session = spark.get();
    DataJar.bring(session);
    Path work = path.resolveSibling(path.getFileName() + ".work");
    RowFunction.published(dataset, seed, file)
        .apply(session.range(range.first(), range.last() + 1, 1, 1))
        .write()
        .mode(SaveMode.Overwrite)
        .format(FileFormat.PARQUET.sparkName())
        .options(FileFormat.PARQUET.writeOptions())
        .save(work.toUri().toString());
    try (Stream<Path> written = Files.list(work)) {
      Path single =
          written
              .filter(one -> one.getFileName().toString().endsWith(".parquet"))
              .findFirst()
              .orElseThrow(
                  () ->
                      new GenerateException(
                          "Spark has written "
                              + work
                              + " on another machine. Use a local master."));
      Files.move(single, path);
    }
    PathUtils.deleteDirectory(work);
  }
}
