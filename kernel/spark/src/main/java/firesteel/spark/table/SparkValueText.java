package firesteel.spark.table;

import firesteel.api.display.ValueText;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Writes rows, and the Scala collections and tuples in them, in the form of Dataset tables and not
 * of Scala, wherever they are shown: alone, in lists, in maps, in records.
 */
public final class SparkValueText implements ValueText {
  @Override
  public Optional<String> of(Object value) {
    String name = value.getClass().getName();
    return name.startsWith("org.apache.spark.") || name.startsWith("scala.")
        ? Values.text(value)
        : Optional.empty();
  }

  /** A class of its own, so that values of other types load nothing of Spark. */
  private static final class Values {
    static Optional<String> text(Object value) {
      return DatasetValueText.isWritten(value)
          ? Optional.of(new DatasetValueText(ZoneId.systemDefault(), true).of(value))
          : Optional.empty();
    }
  }
}
