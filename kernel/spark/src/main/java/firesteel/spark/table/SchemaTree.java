package firesteel.spark.table;

import firesteel.api.display.Html;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Writes a schema as an HTML tree in the form of {@code printSchema()} with foldable nested fields.
 * Structs within structs are folded at first when the schema is large.
 */
final class SchemaTree {
  private static final int MAX_LINES = 1000;
  private static final int MAX_UNFOLDED_LINES = 40;
  private static final String LINES =
      "<div style=\"font-family:var(--jp-code-font-family,monospace);font-size:12px;"
          + "line-height:1.4;white-space:pre;overflow:auto;max-height:40em;padding-left:1.5em\">";
  private static final String DIM = "<span style=\"color:var(--jp-ui-font-color2,gray)\">";

  private final StringBuilder out = new StringBuilder(LINES);
  private final boolean small;
  private int lines;

  private SchemaTree(boolean small) {
    this.small = small;
  }

  /** Returns the tree. */
  static String html(StructType schema) {
    SchemaTree tree = new SchemaTree(schema.treeString().lines().count() <= MAX_UNFOLDED_LINES);
    tree.fields(schema, " ", 0);
    if (tree.lines > MAX_LINES) {
      tree.out.append(" … %,d lines more".formatted(tree.lines - MAX_LINES));
    }
    return tree.out.append("</div>").toString();
  }

  private void fields(StructType struct, String prefix, int depth) {
    for (StructField field : struct.fields()) {
      line(field.name(), field.dataType(), "nullable = " + field.nullable(), prefix, depth);
    }
  }

  private void line(String name, DataType type, String nulls, String prefix, int depth) {
    if (++lines > MAX_LINES) {
      return;
    }
    String text =
        Html.escape(prefix + "|-- " + name.replaceAll("\\R", "↵") + ": " + type.typeName())
            + DIM
            + " ("
            + nulls
            + ")</span>";
    if (!(type instanceof StructType || type instanceof ArrayType || type instanceof MapType)) {
      out.append("<div>").append(text).append("</div>");
      return;
    }
    // The triangle is in the margin: it must not shift the line.
    out.append("<details").append(small || depth == 0 ? " open" : "");
    out.append("><summary style=\"list-style-position:outside;cursor:pointer\">").append(text);
    out.append("</summary>");
    inside(type, prefix + "|    ", depth + 1);
    out.append("</details>");
  }

  private void inside(DataType type, String prefix, int depth) {
    if (type instanceof StructType struct) {
      fields(struct, prefix, depth);
    } else if (type instanceof ArrayType array) {
      String nulls = "containsNull = " + array.containsNull();
      line("element", array.elementType(), nulls, prefix, depth);
    } else if (type instanceof MapType map) {
      out.append("<div>").append(Html.escape(prefix + "|-- key: " + map.keyType().typeName()));
      out.append("</div>");
      String nulls = "valueContainsNull = " + map.valueContainsNull();
      line("value", map.valueType(), nulls, prefix, depth);
    }
  }
}
