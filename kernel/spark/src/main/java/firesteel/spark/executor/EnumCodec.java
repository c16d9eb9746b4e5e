package firesteel.spark.executor;

/** A constant of an enum that Spark's generated code can't see is its name. */
public final class EnumCodec extends ValueCodec<Enum<?>, String> {
  private static final long serialVersionUID = 1L;

  private final Class<?> type;

  /**
   * Makes one.
   *
   * @param type an enum
   */
  public EnumCodec(Class<?> type) {
    this.type = type;
  }

  @Override
  String toColumn(Enum<?> value) {
    return value.name();
  }

  @Override
  Enum<?> fromColumn(String value) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(value)) {
        return (Enum<?>) constant;
      }
    }
    throw new IllegalArgumentException(
        "the enum " + type.getSimpleName() + " has no constant " + value);
  }
}
