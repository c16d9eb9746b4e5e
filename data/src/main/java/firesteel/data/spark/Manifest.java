package firesteel.data.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firesteel.data.CsvRows;
import firesteel.data.Dataset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What determines the files of a table; kept beside them as {@code _firesteel.json}.
 *
 * @param dataset the dataset's name
 * @param content {@code rows} or {@code truth}
 * @param rowsPerFile the largest number of rows of a file
 * @param sample a checksum of the first rows, which tells apart versions of a generator
 */
record Manifest(
    String dataset,
    String content,
    long rows,
    long seed,
    String format,
    List<String> partitionBy,
    long rowsPerFile,
    String sample) {
  static final String FILE = "_firesteel.json";

  private static final String TRUTH = "truth";
  private static final int SAMPLE_ROWS = 100;
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  static Manifest of(GenerateRequest request, boolean truth) {
    return new Manifest(
        request.dataset().name(),
        truth ? TRUTH : "rows",
        request.rows(),
        request.seed(),
        request.format().sparkName(),
        truth ? List.of() : request.partitionBy(),
        request.rowsPerFile(),
        sample(request.dataset(), request.seed(), Math.min(SAMPLE_ROWS, request.rows())));
  }

  private static String sample(Dataset dataset, long seed, long rows) {
    CRC32 checksum = new CRC32();
    for (long row = 0; row < rows; row++) {
      add(checksum, dataset.row(seed, row));
      add(checksum, dataset.truth(seed, row));
    }
    return Long.toHexString(checksum.getValue());
  }

  private static void add(CRC32 checksum, Object[] values) {
    for (Object value : values) {
      String text = value == null ? "" : CsvRows.text(value);
      checksum.update(text.getBytes(StandardCharsets.UTF_8));
      checksum.update(0);
    }
  }

  /** Reads a manifest; empty when the text is none. */
  static Optional<Manifest> parse(String json) {
    try {
      return Optional.of(JSON.readValue(json, Manifest.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  String json() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // A record of texts and numbers always has a JSON form.
    }
  }

  boolean describesTruth() {
    return content.equals(TRUTH);
  }

  /** Whether only the generator's version differs. */
  boolean differsInVersion(Manifest other) {
    return withSample("").equals(other.withSample("")) && !equals(other);
  }

  private Manifest withSample(String other) {
    return new Manifest(dataset, content, rows, seed, format, partitionBy, rowsPerFile, other);
  }

  /** Returns what it asks for in words. */
  String words() {
    return "%,d rows of %s%s, seed %d, %s%s, %,d rows a file"
        .formatted(
            rows,
            describesTruth() ? "the truth of " : "",
            dataset,
            seed,
            format,
            partitionBy == null || partitionBy.isEmpty()
                ? ""
                : ", partitioned by " + String.join(", ", partitionBy),
            rowsPerFile);
  }
}
