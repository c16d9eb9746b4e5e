package firesteel.save;

import firesteel.source.CellPart;
import firesteel.source.SnippetScanner;
import firesteel.source.SourceSnippet;
import java.util.List;
import java.util.stream.Collectors;

/** Writes cells as one script, which runs like one cell. */
public final class ScriptForm {
  private ScriptForm() {}

  /** Returns the script. */
  public static String text(List<SavedCell> cells) {
    return cells.stream().map(ScriptForm::cell).collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String cell(SavedCell cell) {
    StringBuilder text = new StringBuilder(cell.text());
    for (int i = cell.parts().size() - 1; i >= 0; i--) {
      CellPart part = cell.parts().get(i);
      if (part instanceof CellPart.CellMagic) {
        // A cell magic would take the rest of the script as its body.
        return "eval(" + textBlock(cell.text()) + ");";
      }
      if (part instanceof CellPart.Java java) {
        endStatement(text, java);
      }
    }
    return text.toString();
  }

  /** In a cell the last semicolon may be missing; in a script more follows. */
  private static void endStatement(StringBuilder text, CellPart.Java java) {
    List<SourceSnippet> snippets = SnippetScanner.snippets(java.text());
    if (!snippets.isEmpty() && !snippets.get(snippets.size() - 1).closed()) {
      text.insert(java.offset() + snippets.get(snippets.size() - 1).end(), ';');
    }
  }

  private static String textBlock(String text) {
    String escaped =
        text.replace("\\", "\\\\")
            .replace("\"\"\"", "\\\"\\\"\\\"")
            .replaceAll(" (?=\n|$)", "\\\\s");
    return "\"\"\"\n" + escaped + "\\\n\"\"\"";
  }
}
