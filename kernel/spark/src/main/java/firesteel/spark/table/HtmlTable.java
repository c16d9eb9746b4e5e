package firesteel.spark.table;

import firesteel.engine.display.Html;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Draws rows as an HTML table with inline styles alone: JupyterLab's sanitiser leaves it whole, and
 * it follows the theme where there is one.
 */
final class HtmlTable {
  private static final int LONGEST_VALUE = 80;
  private static final int LONGEST_TYPE = 40;
  private static final int LONGEST_TITLE = 2000;

  private static final String FONT = "font-family:var(--jp-code-font-family,monospace);";
  private static final String MUTED = "color:var(--jp-ui-font-color2,#757575);";
  private static final String LINE = "1px solid var(--jp-border-color2,#bdbdbd)";
  private static final String CELL =
      "padding:3px 8px;white-space:pre;vertical-align:top;border:none;";

  private HtmlTable() {}

  /** The table, its size, and the schema to unfold. */
  static String draw(FirstRows first) {
    StringBuilder out = new StringBuilder("<div style=\"overflow:auto;max-width:100%\">");
    out.append("<table style=\"border-collapse:collapse;font-size:12px\"><thead><tr>");
    for (StructField column : first.columns()) {
      String type = column.dataType().simpleString();
      out.append("<th style=\"").append(CELL).append(align(column.dataType()));
      out.append("border-bottom:").append(LINE).append("\" title=\"");
      out.append(Html.escape(cut(column.name() + ": " + type, LONGEST_TITLE))).append("\">");
      out.append(Html.escape(TextTable.escape(cut(column.name(), LONGEST_VALUE))));
      out.append("<br><span style=\"font-weight:normal;").append(MUTED).append("\">");
      out.append(Html.escape(cut(type, LONGEST_TYPE))).append("</span></th>");
    }
    out.append("</tr></thead><tbody>");
    CellText text = new CellText(first.zone(), true);
    for (Row row : first.rows()) {
      out.append("<tr>");
      for (int i = 0; i < first.columns().size(); i++) {
        cell(row.get(i), first.columns().get(i).dataType(), text, out);
      }
      out.append("</tr>");
    }
    out.append("</tbody></table></div>");
    return out.append(caption(first.size())).append(schema(first.schema())).toString();
  }

  /** A line of small print. */
  static String caption(String text) {
    return "<div style=\"font-size:12px;" + MUTED + "\">" + Html.escape(text) + "</div>";
  }

  /** The schema's tree, folded. */
  static String schema(StructType schema) {
    return "<details style=\"font-size:12px\"><summary style=\"cursor:pointer;"
        + MUTED
        + "\">schema</summary><pre style=\"margin:4px 0 0 12px;"
        + FONT
        + "\">"
        + Html.escape(schema.treeString())
        + "</pre></details>";
  }

  private static void cell(Object value, DataType type, CellText text, StringBuilder out) {
    out.append("<td style=\"").append(CELL).append(align(type)).append(FONT);
    if (value == null || value.equals("")) {
      // Told apart from the text "null": both are muted, the empty text in its quotes.
      out.append(MUTED).append("font-style:italic\">");
      out.append(value == null ? "null" : "&quot;&quot;").append("</td>");
      return;
    }
    String whole = text.of(value);
    String line = TextTable.escape(whole);
    String shown = cut(line, LONGEST_VALUE);
    if (!shown.equals(line)) {
      out.append("\" title=\"").append(Html.escape(cut(whole, LONGEST_TITLE)));
    }
    out.append("\">").append(Html.escape(shown)).append("</td>");
  }

  private static String align(DataType type) {
    String side =
        type instanceof NumericType ? "right" : type instanceof BooleanType ? "center" : "left";
    return "text-align:" + side + ";";
  }

  static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "\u2026";
  }
}
