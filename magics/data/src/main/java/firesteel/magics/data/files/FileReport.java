package firesteel.magics.data.files;

import firesteel.data.Dataset;
import firesteel.data.spark.FileFormat;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/**
 * What one file has, and how its columns differ from the dataset's.
 *
 * @param name relative to the folder that was searched
 * @param rows the number of its rows
 */
record FileReport(String name, long rows, List<Difference> differences) {
  /**
   * A difference.
   *
   * @param column the name that the dataset has, or that the file has when the dataset has none
   * @param text what differs and what was done about it
   */
  record Difference(String column, String text) {}

  static FileReport of(Dataset dataset, FileGroup group, DataFile file, FileGroup.Counts counts) {
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < group.types().length(); i++) {
      StructField wanted = group.types().fields()[i];
      StructField field = group.match().found().get(i).field().orElse(null);
      List<String> texts = new ArrayList<>();
      if (field == null) {
        texts.add("missing: null");
      } else {
        if (!field.name().equals(wanted.name())) {
          texts.add("named " + field.name());
        }
        // All values of CSV and JSON are texts.
        if (file.format() == FileFormat.PARQUET && !field.dataType().equals(wanted.dataType())) {
          texts.add(named(field.dataType()) + ", not " + named(wanted.dataType()));
        }
        long unfit = counts.unfit().getOrDefault(wanted.name(), 0L);
        if (unfit > 0) {
          texts.add(
              "%,d %s no %s: null"
                  .formatted(
                      unfit, unfit == 1 ? "value is" : "values are", named(wanted.dataType())));
        }
      }
      if (!texts.isEmpty()) {
        differences.add(new Difference(wanted.name(), String.join("; ", texts)));
      }
    }
    for (String extra : group.match().extra()) {
      differences.add(new Difference(extra, "no column of " + dataset.name() + ": left out"));
    }
    if (counts.corrupt() > 0) {
      differences.add(new Difference("", corrupt(file.format(), counts.corrupt())));
    }
    return new FileReport(file.name(), counts.rows(), differences);
  }

  private static String corrupt(FileFormat format, long records) {
    return format == FileFormat.CSV
        ? "%,d %s too few or too many values"
            .formatted(records, records == 1 ? "row has" : "rows have")
        : "%,d %s not JSON: left out".formatted(records, records == 1 ? "line is" : "lines are");
  }

  private static String named(DataType type) {
    return type instanceof StringType ? "string" : type.simpleString();
  }
}
