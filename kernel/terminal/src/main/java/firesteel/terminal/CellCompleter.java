package firesteel.terminal;

import firesteel.api.completion.Completion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Shows completions in a menu, the best first, each with its signature or type. */
final class CellCompleter implements Completer {
  private static final Pattern FUNCTION = Pattern.compile("\\((.*)\\) : (.+)");

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (!(line instanceof CompletedCell cell)) {
      return;
    }
    int order = 0;
    for (Completion.Match match : cell.completion().matches()) {
      candidates.add(
          new Candidate(
              match.text(), match.text(), null, description(match), null, null, false, order++));
    }
  }

  /**
   * Returns the text that JLine shows in brackets: a type, or the parameters and result of a
   * function.
   */
  private static String description(Completion.Match match) {
    Matcher function = FUNCTION.matcher(match.signature());
    if (function.matches()) {
      String parameters = function.group(1);
      return parameters.isEmpty() ? function.group(2) : parameters + " → " + function.group(2);
    }
    String said = match.signature().isEmpty() ? match.type() : match.signature();
    return said.isEmpty() ? null : said;
  }
}
