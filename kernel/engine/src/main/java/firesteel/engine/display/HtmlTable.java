package firesteel.engine.display;

import java.util.List;

/**
 * A table as HTML. JupyterLab takes scripts, style sheets and ids out of notebooks that aren't
 * trusted, so everything is an inline style, in the theme's colours where there is a theme.
 */
final class HtmlTable {
  private static final int MOST_CHARACTERS = 200;
  private static final int MOST_TITLE_CHARACTERS = 2000;

  private static final String DIM = "color:var(--jp-ui-font-color2,#616161)";
  private static final String HEAD =
      "position:sticky;top:0;background:var(--jp-layout-color1,#fff);"
          + "border-bottom:1px solid var(--jp-border-color1,#bdbdbd);padding:4px 8px;text-align:";
  private static final String CELL =
      "padding:4px 8px;max-width:40em;white-space:pre-wrap;overflow-wrap:anywhere;text-align:";

  private HtmlTable() {}

  static String of(Table table, int mostRows) {
    StringBuilder out = new StringBuilder();
    out.append("<div style=\"max-height:32em;overflow:auto\">");
    out.append("<table style=\"border-collapse:collapse;margin:0\"><thead><tr>");
    int columns = table.shownColumns().size();
    String[] align = new String[columns];
    for (int c = 0; c < columns; c++) {
      align[c] = table.isNumeric(c) ? "right" : "left";
      appendHead(out, table.columns().get(c), align[c]);
    }
    out.append("</tr></thead><tbody>");
    for (List<Object> row : table.shownRows(mostRows)) {
      out.append("<tr>");
      for (int c = 0; c < columns; c++) {
        appendCell(out, row.get(c), align[c]);
      }
      out.append("</tr>");
    }
    out.append("</tbody></table></div>");
    String remark = table.remark(Math.min(table.rows().size(), mostRows));
    if (!remark.isEmpty()) {
      out.append("<div style=\"").append(DIM).append("\">").append(remark).append("</div>");
    }
    return out.toString();
  }

  private static void appendHead(StringBuilder out, Table.Column column, String align) {
    out.append("<th style=\"").append(HEAD).append(align).append("\">");
    out.append(Html.escape(column.name()));
    if (!column.type().isEmpty()) {
      out.append("<br><span style=\"font-weight:normal;").append(DIM).append("\">");
      out.append(Html.escape(column.type())).append("</span>");
    }
    out.append("</th>");
  }

  private static void appendCell(StringBuilder out, Object value, String align) {
    out.append("<td dir=\"auto\" style=\"").append(CELL).append(align).append('"');
    if (value == null) {
      // a null must not look like the text "null"
      out.append("><span style=\"font-style:italic;").append(DIM).append("\">null</span></td>");
      return;
    }
    String text = PlainText.of(value, MOST_TITLE_CHARACTERS);
    if (text.length() > MOST_CHARACTERS) {
      out.append(" title=\"").append(Html.escape(cut(text, MOST_TITLE_CHARACTERS))).append('"');
    }
    out.append('>').append(Html.escape(cut(text, MOST_CHARACTERS))).append("</td>");
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }
}
