package firesteel.save;

import firesteel.source.CellParser;
import firesteel.source.CellPart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A cell to be saved.
 *
 * @param name its name in messages, such as {@code Cell [3]}
 * @param text its text, without the lines that only look something up
 * @param parts the parts of the text
 * @param shown whether its last expression had a value, which was shown
 */
public record SavedCell(String name, String text, List<CellPart> parts, boolean shown) {
  /** Magics that query the session and don't change it. */
  private static final Set<String> LOOK_UPS =
      Set.of("save", "history", "hist", "edit", "help", "lsmagic", "traceback", "tb");

  /** Returns a cell without its look-ups; empty when it has nothing else. */
  static Optional<SavedCell> of(String name, String text, boolean shown, CellParser parser) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    Set<Integer> lookUps = new TreeSet<>();
    for (CellPart part : parser.parse(text)) {
      if (part instanceof CellPart.LineMagic magic && isLookUp(magic.name(), magic.arguments())) {
        lookUps.add(magic.line());
      }
      if (part instanceof CellPart.Question question) {
        lookUps.add(question.line());
      }
      if (part instanceof CellPart.CellMagic magic && isLookUp("", magic.arguments())) {
        return Optional.empty();
      }
    }
    String kept = (lookUps.isEmpty() ? text : without(lookUps, text)).strip();
    List<CellPart> parts = parser.parse(kept);
    return parts.isEmpty() && !lookUps.isEmpty()
        ? Optional.empty()
        : Optional.of(new SavedCell(name, kept, parts, shown));
  }

  private static boolean isLookUp(String magic, String arguments) {
    return LOOK_UPS.contains(magic) || arguments.strip().equals("--help");
  }

  private static String without(Set<Integer> lines, String text) {
    StringBuilder kept = new StringBuilder();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      if (!lines.contains(++number)) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }
}
