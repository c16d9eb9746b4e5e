package firesteel.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the comments at the top of a cell that declare its dependencies as in JBang scripts: {@code
 * //DEPS group:artifact:version ...} and {@code //REPOS name=address}. Other JBang comments are
 * ignored. Follows JBang's documentation.
 */
final class JBangLines {
  private static final Pattern LINE = Pattern.compile("//(DEPS|REPOS)\\s+(\\S.*)");
  private static final Pattern BILL_OF_MATERIALS = Pattern.compile("(.+)@pom");

  private JBangLines() {}

  /** Returns the magics for these lines; lines count from 1. */
  static List<CellPart> magics(String cell) {
    List<CellPart> magics = new ArrayList<>();
    List<String> artifacts = new ArrayList<>();
    int artifactsLine = 0;
    int number = 0;
    for (String text : (Iterable<String>) cell.lines()::iterator) {
      number++;
      String line = text.strip();
      if (!line.isEmpty() && !line.startsWith("//") && !line.startsWith("#!")) {
        break;
      }
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        continue;
      }
      String comment = " // ";
      String[] words = matcher.group(2).split(comment, 2)[0].strip().split("[\\s,;]+");
      if (matcher.group(1).equals("REPOS")) {
        addRepositories(magics, words, number);
        continue;
      }
      artifactsLine = artifactsLine == 0 ? number : artifactsLine;
      for (String word : words) {
        Matcher bom = BILL_OF_MATERIALS.matcher(word);
        artifacts.add(bom.matches() ? "--bom=" + bom.group(1) : word);
      }
    }
    if (!artifacts.isEmpty()) {
      magics.add(new CellPart.LineMagic("maven", String.join(" ", artifacts), artifactsLine));
    }
    return magics;
  }

  private static void addRepositories(List<CellPart> magics, String[] words, int line) {
    for (String word : words) {
      if (!word.matches("(?i)(maven)?central")) { // It is asked anyway.
        magics.add(new CellPart.LineMagic("mavenRepo", word.replaceFirst("=", " "), line));
      }
    }
  }
}
