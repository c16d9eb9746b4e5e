package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.List;

/** Colours that can be told apart with any colour vision, on light and on dark backgrounds. */
final class Palette {
  /**
   * Masataka Okabe and Kei Ito's set without its black, which is invisible in dark themes; then
   * each lighter and darker.
   */
  static final List<String> COLORS =
      withShades(
          List.of("#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#F0E442"));

  /** The colour of missing values, and of those beyond the palette. */
  static final String GREY = "#999999";

  private Palette() {}

  private static List<String> withShades(List<String> colors) {
    List<String> all = new ArrayList<>(colors);
    colors.forEach(color -> all.add(shade(color, 0.5)));
    colors.forEach(color -> all.add(shade(color, -0.35)));
    return List.copyOf(all);
  }

  /** Mixes a colour with white (towards 1) or with black (towards -1). */
  private static String shade(String color, double amount) {
    StringBuilder out = new StringBuilder("#");
    for (int at = 1; at < color.length(); at += 2) {
      int part = Integer.parseInt(color.substring(at, at + 2), 16);
      double target = amount > 0 ? 255 : 0;
      long mixed = Math.round(part + (target - part) * Math.abs(amount));
      out.append(String.format("%02X", mixed));
    }
    return out.toString();
  }
}
