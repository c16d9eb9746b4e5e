package firesteel.magics.data.files;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import firesteel.data.spark.FileFormat;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Files of one format and with the same columns, which Spark reads together.
 *
 * @param folder the folder that was searched; what folders below it are called, such as {@code
 *     year=2024}, is a column
 * @param shape what the files have in common
 * @param match which of the columns are the dataset's
 * @param types the types of the dataset's columns, in their order
 */
record FileGroup(
    Path folder, Shape shape, ColumnMatch match, StructType types, List<DataFile> files) {
  private static final String FILE_PATH = "_metadata.file_path";

  /**
   * What files need to have in common to be read together.
   *
   * @param multiLine whether a file of JSON is one value, and not one value a line
   * @param schema its columns, without the one for records that aren't well-formed
   */
  record Shape(FileFormat format, boolean multiLine, StructType schema) {
    /** Returns a reader of files below a folder. */
    DataFrameReader reader(SparkSession spark, Path folder) {
      DataFrameReader reader = FileReaders.of(format, spark).option("basePath", "file://" + folder);
      return multiLine ? reader.option("multiLine", true) : reader;
    }
  }

  /**
   * What is in one file.
   *
   * @param rows the number of its rows
   * @param corrupt the number of its records that aren't well-formed
   * @param unfit the number of values that don't fit the documented type, by the dataset's column
   */
  record Counts(long rows, long corrupt, Map<String, Long> unfit) {
    static final Counts NOTHING = new Counts(0, 0, Map.of());
  }

  FileGroup of(List<DataFile> some) {
    return new FileGroup(folder, shape, match, types, some);
  }

  /** Returns the rows with the columns of the dataset. */
  Dataset<Row> rows(SparkSession spark) {
    DataFrameReader reader = shape.reader(spark, folder).schema(shape.schema());
    if (shape.format() == FileFormat.JSON) {
      reader = reader.option("mode", "DROPMALFORMED"); // Else such a line is a row of nulls.
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < types.length(); i++) {
      StructField wanted = types.fields()[i];
      columns.add(
          match
              .found()
              .get(i)
              .field()
              .map(field -> FittingCast.of(column(field), field.dataType(), wanted.dataType()))
              .orElse(lit(null).cast(wanted.dataType()))
              .as(wanted.name()));
    }
    return load(reader).select(columns.toArray(Column[]::new));
  }

  /** Reads the files once to count what is in each; by paths. */
  Map<Path, Counts> counts(SparkSession spark) {
    boolean texts = shape.format() != FileFormat.PARQUET;
    StructType schema =
        texts
            ? shape.schema().add(FileReaders.CORRUPT_RECORD, DataTypes.StringType)
            : shape.schema();
    List<Column> aggregates = new ArrayList<>();
    if (texts) {
      aggregates.add(count(col(FileReaders.CORRUPT_RECORD)));
      // Spark refuses to read that column alone.
      aggregates.add(count(column(shape.schema().fields()[0])));
    }
    List<String> cast = new ArrayList<>();
    for (int i = 0; i < types.length(); i++) {
      StructField wanted = types.fields()[i];
      if (match.found().get(i).field().isPresent()) {
        StructField field = match.found().get(i).field().get();
        if (!field.dataType().equals(wanted.dataType())) {
          Column fitting = FittingCast.of(column(field), field.dataType(), wanted.dataType());
          aggregates.add(count(when(column(field).isNotNull().and(fitting.isNull()), lit(1))));
          cast.add(wanted.name());
        }
      }
    }
    Map<Path, Counts> byFile = new HashMap<>();
    Dataset<Row> counted =
        load(shape.reader(spark, folder).schema(schema))
            .groupBy(col(FILE_PATH))
            .agg(count(lit(1)), aggregates.toArray(Column[]::new));
    for (Row row : counted.collectAsList()) {
      int at = texts ? 4 : 2;
      Map<String, Long> unfit = new HashMap<>();
      for (int i = 0; i < cast.size(); i++) {
        unfit.put(cast.get(i), row.getLong(at + i));
      }
      byFile.put(
          Path.of(URI.create(row.getString(0))),
          new Counts(row.getLong(1), texts ? row.getLong(2) : 0, unfit));
    }
    return byFile;
  }

  private Dataset<Row> load(DataFrameReader reader) {
    return reader.load(files.stream().map(DataFile::location).toArray(String[]::new));
  }

  private static Column column(StructField field) {
    return col("`" + field.name().replace("`", "``") + "`");
  }

  /** Returns a schema without the column for records that aren't well-formed. */
  static StructType withoutCorruptRecord(StructType schema) {
    return new StructType(
        Arrays.stream(schema.fields())
            .filter(field -> !field.name().equals(FileReaders.CORRUPT_RECORD))
            .toArray(StructField[]::new));
  }
}
