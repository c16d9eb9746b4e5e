package firesteel.api.table;

import firesteel.api.display.Html;
import firesteel.api.display.TextWidth;
import java.text.Bidi;
import java.util.List;

/**
 * Draws a table as HTML that is complete without script: JupyterLab takes scripts, style sheets and
 * ids out of notebooks that aren't trusted, so everything is an inline style, in the theme's
 * colours where there is a theme. Where scripts run, a small one adds sorting, a filter and copying
 * as CSV; it holds no data. All data is escaped; long values are cut, with more of the text in the
 * title.
 *
 * <p>JupyterLab's sanitiser removes colours without a name, so fallbacks are named colours.
 */
public final class HtmlTable {
  private static final int MAX_CHARACTERS = 80;
  private static final int MAX_TYPE_CHARACTERS = 40;
  private static final int MAX_TITLE_CHARACTERS = 10_000;

  /** The limit for all titles together, so that the page stays small for any data. */
  private static final int MAX_CHARACTERS_OF_ALL_TITLES = 200_000;

  private static final int MIN_TITLE_CHARACTERS = 200;

  /** Shorter tables need no controls. */
  private static final int MIN_ROWS_FOR_CONTROLS = 5;

  private static final String DIM = "color:var(--jp-ui-font-color2,gray)";
  private static final String HEAD =
      "position:sticky;top:0;background-color:"
          + "var(--jp-layout-color0,var(--vscode-editor-background,white));"
          + "box-shadow:0 1px 0 var(--jp-border-color1,gray)";
  private static final String CELL = "padding:3px 8px;text-align:";

  private final Table table;
  private final int maxRows;
  private int maxColumns = Table.MAX_COLUMNS;
  private String caption;
  private String details = "";
  private boolean controls = true;
  private int titles = MAX_CHARACTERS_OF_ALL_TITLES;

  /**
   * Prepares a table with its first rows.
   *
   * @param maxRows the maximum number of rows
   */
  public HtmlTable(Table table, int maxRows) {
    this.table = table;
    this.maxRows = maxRows;
    this.caption = table.remark(shownRows());
  }

  /** Sets the maximum number of columns; by default {@value Table#MAX_COLUMNS}. */
  public HtmlTable columns(int most) {
    maxColumns = most;
    return this;
  }

  /** Sets the text below the table; by default it says what is left out. */
  public HtmlTable caption(String text) {
    caption = text;
    return this;
  }

  /** Adds HTML below the table that is folded at first. */
  public HtmlTable details(String summary, String html) {
    details = folded(summary, html);
    return this;
  }

  /** Leaves out sorting, filter and copying. */
  public HtmlTable withoutControls() {
    controls = false;
    return this;
  }

  /** Returns HTML that unfolds at a click on a line of text. */
  public static String folded(String summary, String html) {
    return "<details style=\"font-size:12px\"><summary style=\"cursor:pointer;"
        + DIM
        + "\">"
        + Html.escape(summary)
        + "</summary>"
        + html
        + "</details>";
  }

  /** Returns a line of small print. */
  public static String smallPrint(String text) {
    return "<div style=\"font-size:12px;" + DIM + "\">" + Html.escape(text) + "</div>";
  }

  /** Returns the HTML, which is one element. */
  public String draw() {
    int columns = Math.min(table.columns().size(), maxColumns);
    StringBuilder out = new StringBuilder("<div><div style=\"max-height:44em;overflow:auto\">");
    out.append("<table style=\"border-collapse:collapse;margin:0;font-size:12px\">");
    out.append("<thead style=\"").append(HEAD).append("\"><tr>");
    String[] align = new String[columns];
    for (int c = 0; c < columns; c++) {
      align[c] = table.alignment(c) == TextTable.Alignment.RIGHT ? "right" : "left";
      appendHead(out, table.columns().get(c), align[c]);
    }
    out.append("</tr></thead><tbody>");
    for (List<Object> row : table.shownRows(maxRows)) {
      out.append("<tr>");
      for (int c = 0; c < columns; c++) {
        appendCell(out, row.get(c), align[c]);
      }
      out.append("</tr>");
    }
    out.append("</tbody></table></div>");
    if (!caption.isEmpty()) {
      out.append(smallPrint(caption));
    }
    out.append(details);
    if (controls && columns > 0 && shownRows() >= MIN_ROWS_FOR_CONTROLS) {
      out.append("<script>").append(TableScript.TEXT).append("</script>");
    }
    return out.append("</div>").toString();
  }

  private int shownRows() {
    return Math.min(table.rows().size(), maxRows);
  }

  private void appendHead(StringBuilder out, Table.Column column, String align) {
    String shown = inOneLine(column.name());
    out.append("<th style=\"").append(CELL).append(align).append(";white-space:pre\"");
    if (!shown.equals(column.name())) {
      appendTitle(out, column.name());
    }
    out.append("><span>").append(Html.escape(shown)).append("</span>");
    if (!column.type().isEmpty()) {
      String type = cut(column.type(), MAX_TYPE_CHARACTERS);
      out.append("<br><span style=\"font-weight:normal;").append(DIM).append('"');
      if (!type.equals(column.type())) {
        appendTitle(out, column.type());
      }
      out.append('>').append(Html.escape(type)).append("</span>");
    }
    out.append("</th>");
  }

  private void appendCell(StringBuilder out, Object value, String ofColumn) {
    String align = value instanceof Number ? "right" : ofColumn;
    out.append("<td style=\"").append(CELL).append(align);
    if (value == null) {
      // a null must not look like the text "null"
      out.append("\"><span style=\"font-style:italic;").append(DIM).append("\">null</span></td>");
      return;
    }
    if (value instanceof CharSequence empty && empty.isEmpty()) {
      out.append(";font-style:italic;").append(DIM).append("\">&quot;&quot;</td>");
      return;
    }
    String whole = TableValueText.of(value, MAX_TITLE_CHARACTERS);
    String shown = inOneLine(whole);
    if (!(value instanceof Number)) {
      out.append(";white-space:pre");
    }
    out.append('"');
    if (needsDirection(shown)) {
      out.append(" dir=\"auto\"");
    }
    if (!shown.equals(whole)) {
      appendTitle(out, whole);
    }
    out.append('>').append(Html.escape(shown)).append("</td>");
  }

  /** Appends as much of a text to the title as there is room for. */
  private void appendTitle(StringBuilder out, String whole) {
    String kept =
        cut(whole, Math.max(MIN_TITLE_CHARACTERS, Math.min(MAX_TITLE_CHARACTERS, titles)));
    titles -= kept.length();
    out.append(" title=\"").append(Html.escape(kept));
    out.append(
        kept.equals(whole) ? "\"" : " (%,d characters)\" data-cut".formatted(whole.length()));
  }

  private static boolean needsDirection(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
  }

  private static String inOneLine(String text) {
    String shown = cut(text, MAX_CHARACTERS);
    return shown.indexOf('\n') < 0 && shown.indexOf('\r') < 0
        ? shown
        : shown.replace("\r\n", "↵").replace('\n', '↵').replace('\r', '↵');
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, TextWidth.endOfWhole(text, most - 1)) + "…";
  }
}
