package firesteel.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import tech.tablesaw.api.Table;

/**
 * Reads a Dataset's first rows into a table. Spark converts types that Tablesaw doesn't have to
 * numbers or texts, in parallel. Where the driver is in this process, values are taken in Spark's
 * internal form, without conversion to rows of Java objects; with Spark Connect those rows are
 * read.
 */
final class DatasetReading {
  /** A double preserves every decimal with this many digits. */
  private static final int DIGITS_OF_DOUBLE = 15;

  /**
   * Each partition of a wave may return all rows that are wanted, so the first wave has only a few.
   */
  private static final int MAX_PARTITIONS_AT_FIRST = 4;

  /** Matches a spatial type within another type, in JSON form. */
  private static final Pattern SPATIAL = Pattern.compile("\"geo(graphy|metry)\\(");

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

  /** Returns notes for the user, once the table has been read; one sentence each. */
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
    // By position, through new names: a Dataset may have a column name twice.
    Dataset<Row> kept = dataset.toDF(plain).select(wanted);
    StructType schema = titled(kept.schema(), titles);
    List<TableSink> parts =
        kept instanceof org.apache.spark.sql.classic.Dataset<Row> classic
            ? read(classic, schema)
            : List.of(part(schema, kept.limit(oneMore()).collectAsList(), TableSink::append));
    return merged(parts, schema);
  }

  private static StructType titled(StructType schema, List<String> titles) {
    StructField[] fields = schema.fields();
    StructType titled = new StructType();
    for (int i = 0; i < fields.length; i++) {
      titled = titled.add(titles.get(i), fields[i].dataType());
    }
    return titled;
  }

  private Table merged(List<TableSink> parts, StructType schema) {
    TableSink all = new TableSink(schema);
    boolean more = false;
    for (TableSink part : parts) {
      more |= part.rows() > most - all.rows();
      all.append(part, most - all.rows());
    }
    if (more) {
      notes.add(
          "the table has the first %,d rows, and there are more; toTable(dataset, n) takes n"
              .formatted(most));
    }
    notes.addAll(all.losses());
    return all.toTable();
  }

  /** Returns an unused column name; Tablesaw ignores the case of names. */
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
    return switch (type.typeName().replaceFirst("\\(.*", "")) {
      case "binary" -> {
        note(field, "hexadecimal text");
        yield functions.hex(column);
      }
      case "geography", "geometry" -> {
        note(field, "well-known binary in hexadecimal text");
        yield functions.hex(functions.call_function("st_asbinary", column));
      }
      case "struct", "array", "map", "variant" -> {
        if (SPATIAL.matcher(type.json()).find()) {
          note(field, "left empty, as Spark makes no text of it,");
          yield functions.lit(null).cast("string");
        }
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
   * Reads partitions in waves until there are enough rows, like {@code take}; but the first wave
   * has as many partitions as can run at once, instead of one. (Spark's Arrow batches can't be used
   * here: Connect's client contains its own copy of the class that makes them.)
   */
  private List<TableSink> read(org.apache.spark.sql.classic.Dataset<Row> kept, StructType schema) {
    SparkContext context = kept.sparkSession().sparkContext();
    int firstWave = Math.min(MAX_PARTITIONS_AT_FIRST, context.defaultParallelism());
    Optional<List<TableSink>> here =
        context.isLocal()
            ? LocalPartitions.first(
                context, kept.queryExecution().toRdd(), schema, oneMore(), firstWave)
            : Optional.empty();
    return here.orElseGet(() -> parts(schema, take(kept, firstWave)));
  }

  private InternalRow[] take(org.apache.spark.sql.classic.Dataset<Row> kept, int firstWave) {
    // The setting belongs to a session; the user's own session stays unchanged.
    org.apache.spark.sql.classic.SparkSession own = kept.sparkSession().cloneSession();
    own.conf().set("spark.sql.limit.initialNumPartitions", firstWave);
    return org.apache.spark.sql.classic.Dataset.ofRows(own, kept.logicalPlan())
        .queryExecution()
        .executedPlan()
        .executeTake(oneMore());
  }

  /** Returns one row more than is wanted, to know whether there are more. */
  private int oneMore() {
    return most + (most < Integer.MAX_VALUE ? 1 : 0);
  }

  /** Splits rows into parts that are filled in parallel. */
  private static List<TableSink> parts(StructType schema, InternalRow[] rows) {
    int parts = Runtime.getRuntime().availableProcessors();
    int size = rows.length / parts + 1;
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(part -> rows(rows, part * size, (part + 1) * size))
        .map(some -> part(schema, some, TableSink::append))
        .toList();
  }

  private static List<InternalRow> rows(InternalRow[] rows, int from, int to) {
    return Arrays.asList(rows).subList(Math.min(from, rows.length), Math.min(to, rows.length));
  }

  private static <R> TableSink part(
      StructType schema, List<R> rows, BiConsumer<TableSink, R> append) {
    TableSink part = new TableSink(schema);
    rows.forEach(row -> append.accept(part, row));
    return part;
  }
}
