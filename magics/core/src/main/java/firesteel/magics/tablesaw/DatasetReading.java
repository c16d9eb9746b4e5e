package firesteel.magics.tablesaw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import tech.tablesaw.api.Table;

/**
 * Reads a Dataset's first rows into a table. What Tablesaw has no type for, Spark makes a number or
 * a text of, in parallel; what comes over is taken as Spark holds it where the driver is in this
 * process, without a detour through rows of Java objects, which there are by Spark Connect.
 */
final class DatasetReading {
  /** Of a double every decimal of so many digits comes back as it was. */
  private static final int DIGITS_OF_DOUBLE = 15;

  private static final int MOST_PARTITIONS_AT_FIRST = 4;

  private static final Set<String> KEPT =
      Set.of(
          "boolean",
          "byte",
          "short",
          "integer",
          "long",
          "float",
          "double",
          "string",
          "date",
          "timestamp",
          "timestamp_ntz");

  private final Dataset<?> dataset;
  private final int most;
  private final List<String> notes = new ArrayList<>();

  DatasetReading(Dataset<?> dataset, int most) {
    this.dataset = dataset;
    this.most = most;
  }

  /** What the user should know, once the table has been read; one sentence each. */
  List<String> notes() {
    return notes;
  }

  Table read() {
    StructField[] fields = dataset.schema().fields();
    String[] plain = new String[fields.length];
    Column[] wanted = new Column[fields.length];
    Set<String> names = new HashSet<>();
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      plain[i] = "c" + i;
      titles.add(unique(fields[i].name(), names));
      wanted[i] = asKept(new Column(plain[i]), fields[i]).as(plain[i]);
    }
    // By position, through fresh names: a Dataset may hold a name twice.
    Dataset<Row> kept = dataset.toDF(plain).select(wanted);
    List<ColumnSink<?>> sinks = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      sinks.add(ColumnSinks.of(titles.get(i), kept.schema().fields()[i].dataType()));
    }
    boolean more =
        kept instanceof org.apache.spark.sql.classic.Dataset<Row> classic
            ? readInternal(classic, sinks)
            : readRows(kept, sinks);
    if (more) {
      notes.add(
          "the table has the first %,d rows, and there are more; toTable(dataset, n) takes n"
              .formatted(most));
    }
    sinks.forEach(sink -> sink.loss().ifPresent(notes::add));
    Table table = Table.create();
    sinks.forEach(sink -> table.addColumns(sink.column()));
    return table;
  }

  /** Tablesaw tells columns apart by name, whatever the case. */
  private String unique(String name, Set<String> taken) {
    String unique = name;
    for (int n = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); n++) {
      unique = name + " (" + n + ")";
    }
    if (!unique.equals(name)) {
      notes.add("a second column " + name + " is called " + unique);
    }
    return unique;
  }

  private Column asKept(Column column, StructField field) {
    DataType type = field.dataType();
    if (KEPT.contains(type.typeName())) {
      return column;
    }
    if (type instanceof DecimalType decimal) {
      if (decimal.precision() > DIGITS_OF_DOUBLE) {
        note(field, "a double, of which " + DIGITS_OF_DOUBLE + " digits are right");
      }
      return column.cast("double");
    }
    return switch (type.typeName()) {
      case "binary" -> {
        note(field, "hexadecimal text");
        yield functions.hex(column);
      }
      case "struct", "array", "map", "variant" -> {
        note(field, "JSON text");
        yield functions.to_json(column);
      }
      default -> {
        if (!type.typeName().startsWith("char") && !type.typeName().startsWith("varchar")) {
          note(field, "text");
        }
        yield column.cast("string");
      }
    };
  }

  private void note(StructField field, String becomes) {
    notes.add(field.name() + ": " + field.dataType().simpleString() + " is " + becomes + " here");
  }

  /**
   * Like {@code take}, asks partitions in waves until there are enough rows; but the first wave has
   * as many as can run at once, in place of one. The columns are filled side by side. (Spark's
   * batches of Arrow can't be had here: Connect's client brings its own copy of the class that
   * makes them.)
   */
  private boolean readInternal(
      org.apache.spark.sql.classic.Dataset<Row> kept, List<ColumnSink<?>> sinks) {
    // The setting is of a session; the user's keeps what the user has set.
    org.apache.spark.sql.classic.SparkSession own = kept.sparkSession().cloneSession();
    own.conf().set("spark.sql.limit.initialNumPartitions", firstWave(own));
    InternalRow[] rows =
        org.apache.spark.sql.classic.Dataset.ofRows(own, kept.logicalPlan())
            .queryExecution()
            .executedPlan()
            .executeTake(oneMore());
    int end = Math.min(most, rows.length);
    IntStream.range(0, sinks.size()).parallel().forEach(i -> sinks.get(i).append(rows, i, end));
    return rows.length > most;
  }

  /** Each partition of a wave may bring all rows that are wanted: no more than a few. */
  private static int firstWave(org.apache.spark.sql.classic.SparkSession session) {
    return Math.min(MOST_PARTITIONS_AT_FIRST, session.sparkContext().defaultParallelism());
  }

  /** One row more tells whether there are more. */
  private int oneMore() {
    return most + (most < Integer.MAX_VALUE ? 1 : 0);
  }

  private boolean readRows(Dataset<Row> kept, List<ColumnSink<?>> sinks) {
    List<Row> rows = kept.limit(oneMore()).collectAsList();
    for (Row row : rows.subList(0, Math.min(most, rows.size()))) {
      for (int i = 0; i < sinks.size(); i++) {
        sinks.get(i).append(row.get(i));
      }
    }
    return rows.size() > most;
  }
}
