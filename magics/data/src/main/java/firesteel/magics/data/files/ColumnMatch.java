package firesteel.magics.data.files;

import firesteel.data.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Which columns of a file are those of a dataset. Names match ignoring case and blanks around them.
 *
 * @param found for each column of the dataset, in their order, the file's
 * @param extra the file's columns that the dataset doesn't have
 */
record ColumnMatch(List<Found> found, List<String> extra) {
  /**
   * A column of the dataset.
   *
   * @param field the column of the file; empty when the file has none
   */
  record Found(Column column, Optional<StructField> field) {}

  static ColumnMatch of(List<Column> columns, StructType file) {
    Map<String, StructField> unmatched = new HashMap<>();
    for (StructField field : file.fields()) {
      unmatched.putIfAbsent(key(field.name()), field);
    }
    List<Found> found = new ArrayList<>();
    for (Column column : columns) {
      found.add(new Found(column, Optional.ofNullable(unmatched.remove(key(column.name())))));
    }
    List<String> extra = new ArrayList<>();
    for (StructField field : file.fields()) {
      if (unmatched.get(key(field.name())) == field
          && !field.name().equals(FileReaders.CORRUPT_RECORD)) {
        extra.add(field.name());
      }
    }
    return new ColumnMatch(found, extra);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Returns how many columns are on one side only. */
  int distance() {
    return (int) found.stream().filter(one -> one.field().isEmpty()).count() + extra.size();
  }

  /** Returns whether the file has no column of the dataset. */
  boolean isEmpty() {
    return found.stream().allMatch(one -> one.field().isEmpty());
  }
}
