package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.spark.added.Library;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes in jars that cells add while Spark runs are found by name and by service. */
class AddedServicesTest extends SparkCase {
  private static final String FILE_SYSTEM =
      "public class %s extends org.apache.hadoop.fs.RawLocalFileSystem {"
          + " public String getScheme() { return \"%s\"; }"
          + " public java.net.URI getUri() { return java.net.URI.create(\"%<s:///\"); } }";

  @TempDir static Path root; // One for the class: added entries stay on the class path.
  private static int count;
  private Path libraries;

  @BeforeEach
  void makeFolder() throws Exception {
    libraries = Files.createDirectories(root.resolve("library" + ++count));
  }

  private static void add(Path jar) {
    session().addToClassPath(List.of(jar));
  }

  @Test
  void file_systems_are_found_by_their_service_files_also_after_they_were_missed()
      throws Exception {
    Path text = Files.writeString(libraries.resolve("a.txt"), "one\ntwo\n");
    String read = "spark.read().text(\"early://" + text + "\").count()";
    assertThat(failure(read)).contains("No FileSystem for scheme");
    add(
        new Library(libraries)
            .source("Early", FILE_SYSTEM.formatted("Early", "early"))
            .service("org.apache.hadoop.fs.FileSystem", "lib.Early")
            .jar("early.jar"));
    assertThat(value(read)).isEqualTo("2");
    assertThat(value("sc.textFile(\"early://" + text + "\").map(line -> line.length()).count()"))
        .isEqualTo("2");
    assertThat(
            value(
                "org.apache.hadoop.fs.FileSystem.get(java.net.URI.create(\"early:///\"),"
                    + " new org.apache.hadoop.conf.Configuration()).getScheme()"))
        .isEqualTo("early");
  }

  @Test
  void classes_that_hadoop_did_not_find_are_looked_for_again() throws Exception {
    Path text = Files.writeString(libraries.resolve("b.txt"), "one\n");
    value("sc.hadoopConfiguration().set(\"fs.late.impl\", \"lib.Late\")");
    String read = "spark.read().text(\"late://" + text + "\").count()";
    assertThat(failure(read)).contains("lib.Late");
    add(
        new Library(libraries)
            .source("Late", FILE_SYSTEM.formatted("Late", "late"))
            .jar("late.jar"));
    assertThat(value(read)).isEqualTo("1");
  }

  @Test
  void codecs_are_found_by_their_service_files_and_by_name() throws Exception {
    add(
        new Library(libraries)
            .source(
                "Zip",
                "public class Zip extends org.apache.hadoop.io.compress.GzipCodec {"
                    + " public String getDefaultExtension() { return \".zp\"; } }")
            .service("org.apache.hadoop.io.compress.CompressionCodec", "lib.Zip")
            .jar("zip.jar"));
    String folder = libraries.resolve("packed").toString();
    value(
        "spark.range(5).selectExpr(\"'line' as v\").coalesce(1).write()"
            + ".option(\"compression\", \"lib.Zip\").text(\""
            + folder
            + "\");");
    try (var files = Files.list(Path.of(folder))) {
      assertThat(files.map(Path::toString)).anyMatch(name -> name.endsWith(".zp"));
    }
    assertThat(value("sc.textFile(\"" + folder + "\").distinct().collect()")).contains("line");
  }

  @Test
  void data_sources_and_functions_are_found_by_their_names() throws Exception {
    add(
        new Library(libraries)
            .source(
                "Numbers",
                "import org.apache.spark.sql.*; import org.apache.spark.sql.sources.*;"
                    + " public class Numbers implements RelationProvider, DataSourceRegister {"
                    + " public String shortName() { return \"numbers\"; }"
                    + " public BaseRelation createRelation(SQLContext c,"
                    + " scala.collection.immutable.Map<String, String> p) {"
                    + " return new Relation(c); } }")
            .source(
                "Relation",
                "import org.apache.spark.sql.*; import org.apache.spark.sql.sources.*;"
                    + " import org.apache.spark.sql.types.*; import org.apache.spark.rdd.RDD;"
                    + " public class Relation extends BaseRelation implements TableScan {"
                    + " private final SQLContext c; Relation(SQLContext c) { this.c = c; }"
                    + " public SQLContext sqlContext() { return c; }"
                    + " public StructType schema() { return new StructType().add(\"n\", \"long\"); }"
                    + " public RDD<Row> buildScan() { return c.range(4).toDF().toJavaRDD().rdd(); } }")
            .source(
                "Twice",
                "public class Twice implements org.apache.spark.sql.api.java.UDF1<Long, Long> {"
                    + " public Long call(Long n) { return 2 * n; } }")
            .service("org.apache.spark.sql.sources.DataSourceRegister", "lib.Numbers")
            .jar("numbers.jar"));
    assertThat(value("spark.read().format(\"numbers\").load().count()")).isEqualTo("4");
    value("spark.udf().registerJava(\"twice\", \"lib.Twice\", DataTypes.LongType);");
    assertThat(value("spark.sql(\"select twice(21L) t\").first().getLong(0)")).isEqualTo("42");
    assertThat(value("Class.forName(\"lib.Twice\").getSimpleName()")).isEqualTo("Twice");
    assertThat(
            value(
                "spark.range(1).map((MapFunction<Long, String>) n -> Class.forName(\"lib.Twice\", true,"
                    + " Thread.currentThread().getContextClassLoader()).getSimpleName(),"
                    + " Encoders.STRING()).first()"))
        .isEqualTo("Twice");
  }
}
