package firesteel.data;

/** The type of a column, and the Java class of its values. */
public enum ColumnType {
  /** {@link String}. */
  STRING,
  /** {@link Integer}. */
  INTEGER,
  /** {@link Long}. */
  LONG,
  /** {@link Double}. */
  DOUBLE,
  /** {@link Boolean}. */
  BOOLEAN,
  /** {@link java.time.LocalDate}. */
  DATE,
  /** {@link java.time.LocalDateTime}: a time without a zone, in whole microseconds. */
  TIMESTAMP
}
