package firesteel.data.spark;

import java.util.Locale;
import java.util.Map;

/** The format of the files of a generated table. */
public enum FileFormat {
  /** Parquet, compressed with Snappy. */
  PARQUET(Map.of("compression", "snappy")),
  /** CSV with a header in each file; quotes within quotes are doubled. */
  CSV(
      Map.of(
          "header", "true",
          "escape", "\"",
          "lineSep", "\n",
          "compression", "none",
          "ignoreLeadingWhiteSpace", "false",
          "ignoreTrailingWhiteSpace", "false")),
  /** One JSON object a line; fields without a value are left out. */
  JSON(Map.of("compression", "none"));

  private final Map<String, String> writeOptions;

  FileFormat(Map<String, String> writeOptions) {
    this.writeOptions = writeOptions;
  }

  /**
   * Returns the format of a name, in any case.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static FileFormat of(String name) {
    for (FileFormat format : values()) {
      if (format.sparkName().equals(name.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is no format of files; there are parquet, csv and json.".formatted(name));
  }

  /** Returns the name that Spark's readers and writers use. */
  public String sparkName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the options with which Spark writes the files, and can read them. */
  public Map<String, String> writeOptions() {
    return writeOptions;
  }
}
