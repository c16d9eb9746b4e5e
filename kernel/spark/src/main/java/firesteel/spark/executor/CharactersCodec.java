package firesteel.spark.executor;

/** Stores an array of characters as a text. */
public final class CharactersCodec extends ValueCodec<char[], String> {
  private static final long serialVersionUID = 1L;

  @Override
  String toColumn(char[] value) {
    return new String(value);
  }

  @Override
  char[] fromColumn(String value) {
    return value.toCharArray();
  }
}
