package firesteel.spark.table;

import firesteel.api.display.Displays;
import firesteel.api.display.Html;
import firesteel.api.display.MimeBundle;
import firesteel.api.table.HtmlTable;
import firesteel.spark.start.ClassicSpark;
import firesteel.spark.streams.QuerySnapshot;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDDLike;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.types.StructType;

/** Renders values of Spark's types. */
public final class SparkRenderers {
  private SparkRenderers() {}

  /** Registers the renderers of all Spark types. */
  public static void register(Displays displays) {
    displays.register(Dataset.class, SparkRenderers::dataset);
    displays.register(Column.class, column -> MimeBundle.text("Column: " + column));
    displays.register(Row.class, SparkRenderers::row);
    displays.registerRows(Row.class, SparkRenderers::fields);
    displays.register(StructType.class, SparkRenderers::schema);
    displays.register(SparkSession.class, SparkRenderers::session);
    displays.register(JavaSparkContext.class, context -> context(context.sc()));
    displays.register(SparkContext.class, SparkRenderers::context);
    displays.register(StreamingQuery.class, SparkRenderers::query);
    displays.register(JavaRDDLike.class, rdd -> rdd(rdd.rdd()));
    displays.register(RDD.class, SparkRenderers::rdd);
  }

  /** Renders the first rows of a Dataset; only the schema of a streaming one. */
  static MimeBundle dataset(Dataset<?> dataset) {
    StructType schema = dataset.schema();
    if (dataset.isStreaming()) {
      String note =
          "streaming Dataset: it has rows only while a query runs (start one with writeStream())";
      return MimeBundle.text(note + "\n" + schema.treeString().stripTrailing())
          .withHtml(HtmlTable.smallPrint(note) + SchemaTree.html(schema));
    }
    FirstRows first = FirstRows.of(dataset);
    HtmlTable html =
        new HtmlTable(first.toTable(), FirstRows.ROWS)
            .columns(FirstRows.COLUMNS)
            .caption(first.size() + (first.more() ? ", there are more" : ""))
            .details("schema", SchemaTree.html(schema));
    return DatasetTexts.table(first).toBundle().withHtml(html.draw());
  }

  private static MimeBundle query(StreamingQuery query) {
    QuerySnapshot now = QuerySnapshot.of(query);
    return MimeBundle.text(
        now.active()
            ? now.live() + "\n%spark streams watch shows it live, %spark streams stop ends it"
            : now.summary());
  }

  private static MimeBundle row(Row row) {
    DatasetValueText text = new DatasetValueText(FirstRows.zoneInUse(), true);
    return MimeBundle.text("Row " + text.of(row));
  }

  /** Returns a row's fields; times are in the session's zone, as in tables. */
  private static Map<String, Object> fields(Row row) {
    Map<String, Object> fields = PlainRows.fields(row);
    DatasetValueText text = new DatasetValueText(FirstRows.zoneInUse(), true);
    fields.replaceAll((name, value) -> DatasetValueText.isTime(value) ? text.of(value) : value);
    return fields;
  }

  private static MimeBundle schema(StructType schema) {
    return MimeBundle.text(schema.treeString().stripTrailing()).withHtml(SchemaTree.html(schema));
  }

  private static MimeBundle session(SparkSession session) {
    return session instanceof org.apache.spark.sql.classic.SparkSession
        ? context(session.sparkContext())
        : MimeBundle.text("Spark " + session.version() + ", by Spark Connect");
  }

  private static MimeBundle context(SparkContext context) {
    if (context.isStopped()) {
      return MimeBundle.text("Spark " + context.version() + ", stopped");
    }
    String line = ClassicSpark.describe(context);
    scala.Option<String> ui = context.uiWebUrl();
    if (ui.isEmpty()) {
      return MimeBundle.text(line);
    }
    String url = Html.escape(ui.get());
    String link = "<a href=\"" + url + "\" target=\"_blank\">" + url + "</a>";
    return MimeBundle.text(line)
        .withHtml("<div>" + Html.escape(line).replace(url, link) + "</div>");
  }

  /** Describes an RDD without running a job or listing files. */
  private static MimeBundle rdd(RDD<?> rdd) {
    return MimeBundle.text(rdd + "\nnothing is computed yet: take(n), count() or collect() run it");
  }
}
