package firesteel.charts.plot;

import java.util.Arrays;

/** Writes data as text in a figure, where plotly.js interprets some HTML and placeholders. */
final class FigureText {
  private static final int MAX_LENGTH = 200;

  private FigureText() {}

  /** Escapes data that is shown as it is: a label, a name, a category. */
  static String escape(String data) {
    String cut = data.length() <= MAX_LENGTH ? data : cut(data);
    return cut.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String cut(String data) {
    boolean splits = Character.isHighSurrogate(data.charAt(MAX_LENGTH - 1));
    return data.substring(0, splits ? MAX_LENGTH - 1 : MAX_LENGTH) + "…";
  }

  /** Escapes data inside a hover template, where {@code %{x}} would be replaced. */
  static String inTemplate(String data) {
    return escape(data).replace("{", "&#123;");
  }

  /**
   * Returns a format of d3 for numbers: thousands separated, with the decimals that their size
   * needs.
   */
  static String format(double[] numbers) {
    double largest = Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    if (Arrays.stream(numbers).allMatch(number -> number == Math.rint(number))) {
      return ",d";
    }
    if (largest >= 100_000) {
      return ",.0f";
    }
    if (largest >= 1000) {
      return ",.1~f";
    }
    return largest >= 1 ? ",.2~f" : ".3~g";
  }

  /** Whether whole numbers are years, which get no thousands separator. */
  static boolean isYears(double[] numbers) {
    return numbers.length > 0
        && Arrays.stream(numbers).allMatch(n -> n == Math.rint(n) && n >= 1500 && n < 2200);
  }

  static String count(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }
}
