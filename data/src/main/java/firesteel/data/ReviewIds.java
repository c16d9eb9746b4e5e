package firesteel.data;

/** Makes identifiers of digits and capital letters. */
final class ReviewIds {
  private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

  private ReviewIds() {}

  /** Returns the lowest bits as digits to the base 32; 13 digits hold all of a long. */
  static String base32(long bits, int length) {
    char[] digits = new char[length];
    long rest = bits;
    for (int i = length - 1; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (rest & 31));
      rest >>>= 5;
    }
    return new String(digits);
  }
}
