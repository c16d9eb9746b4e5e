package firesteel.magics.data.files;

import firesteel.data.spark.FileFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;

/** How files of each format are recognized and read. */
final class FileReaders {
  /** The column that gets the whole text of a record that isn't well-formed. */
  static final String CORRUPT_RECORD = "_corrupt_record";

  private static final Map<FileFormat, List<String>> ENDINGS =
      Map.of(
          FileFormat.PARQUET, List.of(".parquet"),
          FileFormat.CSV, List.of(".csv", ".csv.gz"),
          FileFormat.JSON, List.of(".json", ".json.gz", ".jsonl", ".jsonl.gz", ".ndjson"));

  private FileReaders() {}

  /** Returns the format of a file; empty when its name has none of the usual endings. */
  static Optional<FileFormat> format(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return ENDINGS.entrySet().stream()
        .filter(format -> format.getValue().stream().anyMatch(lower::endsWith))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Returns a reader that takes the values of texts as they are, without guessing types. */
  static DataFrameReader of(FileFormat format, SparkSession spark) {
    DataFrameReader reader =
        spark.read().format(format.sparkName()).option("columnNameOfCorruptRecord", CORRUPT_RECORD);
    return switch (format) {
      case PARQUET -> reader;
      // Values may contain line ends, and doubled quotes, as RFC 4180 has them.
      case CSV -> reader.option("header", true).option("multiLine", true).option("escape", "\"");
      case JSON -> reader.option("primitivesAsString", true);
    };
  }
}
