package firesteel.data;

import java.util.Objects;

/**
 * One column of a dataset.
 *
 * @param name as the header of the real file has it
 * @param type the type of its values; a column that mixes well-formed and malformed values is a
 *     {@link ColumnType#STRING}
 * @param description what it holds, with its unit, range and distribution, in one or two sentences
 * @param dirt which share of the values is missing or wrong, and how; empty when all are right
 */
public record Column(String name, ColumnType type, String description, String dirt) {
  /** Refuses nulls. */
  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(dirt, "dirt");
  }

  /** Creates a column without dirt. */
  public static Column clean(String name, ColumnType type, String description) {
    return new Column(name, type, description, "");
  }

  /** Returns this column with another type, as some months' files of a publisher have it. */
  public Column withType(ColumnType other) {
    return new Column(name, other, description, dirt);
  }
}
