package firesteel.spark.table;

import firesteel.api.display.ValueText;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Rows, and the Scala collections and tuples that are in them, in the form of Dataset tables and
 * not of Scala, wherever they are shown: alone, in lists, in maps, in records.
 */
public final class SparkValueText implements ValueText {
  @Override
  public Optional<String> of(Object value) {
    String name = value.getClass().getName();
    return name.startsWith("org.apache.spark.") || name.startsWith("scala.")
        ? Values.text(value)
        : Optional.empty();
  }

  /** Apart, so that nothing of Spark is loaded for the values of others. */
  private static final class Values {
    static Optional<String> text(Object value) {
      return DatasetValueText.isWritten(value)
          ? Optional.of(new DatasetValueText(ZoneId.systemDefault(), true).of(value))
          : Optional.empty();
    }
  }
}
