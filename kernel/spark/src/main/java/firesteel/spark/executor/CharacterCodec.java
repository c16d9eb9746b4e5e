package firesteel.spark.executor;

/** Stores a character as a text of length one. */
public final class CharacterCodec extends ValueCodec<Character, String> {
  private static final long serialVersionUID = 1L;

  @Override
  String toColumn(Character value) {
    return value.toString();
  }

  @Override
  Character fromColumn(String value) {
    if (value.length() != 1) {
      throw new IllegalArgumentException(
          "a char holds one character, and the column has \"" + value + "\"; a String holds it");
    }
    return value.charAt(0);
  }
}
