package firesteel.spark.module;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists the modules that are known by name. */
final class Modules {
  private static final String AWS = "2.41.17";

  /** Settings that a session needs from its start for Delta. */
  static final String DELTA_SESSION =
      "%spark connect $master --conf spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension"
          + " --conf spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog";

  static final String HIVE_SESSION =
      "%spark connect $master --conf spark.sql.catalogImplementation=hive";

  private static final List<Module> ALL =
      List.of(
          Module.of("Avro", spark("avro"))
              .packages("org.apache.spark.sql.avro.")
              .formats("avro", "com.databricks.spark.avro"),
          Module.of("Kafka", spark("sql-kafka-0-10"))
              .packages("org.apache.spark.sql.kafka010.", "org.apache.kafka.")
              .formats("kafka"),
          Module.of("Protobuf", spark("protobuf")).packages("org.apache.spark.sql.protobuf."),
          Module.of("Kafka for DStreams", spark("streaming-kafka-0-10"))
              .packages("org.apache.spark.streaming.kafka010."),
          Module.of("Kinesis for DStreams", spark("streaming-kinesis-asl"))
              .packages("org.apache.spark.streaming.kinesis."),
          Module.of("DStreams", spark("streaming")).packages("org.apache.spark.streaming."),
          Module.of("MLlib", spark("mllib"))
              .packages("org.apache.spark.ml.", "org.apache.spark.mllib.")
              .formats("libsvm", "image"),
          Module.of("GraphX", spark("graphx")).packages("org.apache.spark.graphx."),
          Module.of("Hive", spark("hive"), HIVE_SESSION)
              .packages("org.apache.spark.sql.hive.", "org.apache.hadoop.hive.", "org.apache.hive.")
              .formats("hive"),
          Module.of("the Spark Connect server", spark("connect"))
              .packages(
                  "org.apache.spark.sql.connect.service.",
                  "org.apache.spark.sql.connect.SparkConnectPlugin"),
          Module.of(
                  "S3",
                  "%maven org.apache.hadoop:hadoop-aws:$hadoop software.amazon.awssdk:s3:"
                      + AWS
                      + " software.amazon.awssdk:s3-transfer-manager:"
                      + AWS
                      + " software.amazon.awssdk:sts:"
                      + AWS
                      + " software.amazon.awssdk:apache-client:"
                      + AWS
                      + " software.amazon.awssdk:netty-nio-client:"
                      + AWS
                      + " -x software.amazon.awssdk:bundle -x org.wildfly.openssl:*")
              .packages("org.apache.hadoop.fs.s3a.", "software.amazon.awssdk.")
              .schemes("s3a"),
          Module.of("S3")
              .schemes("s3", "s3n")
              .lines(versions -> Optional.empty())
              .note("Hadoop's name for S3 is s3a: write s3a:// in the address."),
          Module.of("Google Cloud Storage")
              .packages("org.apache.hadoop.fs.gs.", "com.google.cloud.hadoop.")
              .schemes("gs")
              .lines(Modules::googleStorage)
              .note(
                  "Hadoop has its own module for gs:// since 3.5; before that, add the shaded jar of"
                      + " com.google.cloud.bigdataoss:gcs-connector with %jars."),
          Module.of("Azure storage", "%maven org.apache.hadoop:hadoop-azure:$hadoop")
              .packages("org.apache.hadoop.fs.azurebfs.", "org.apache.hadoop.fs.azure.")
              .schemes("abfs", "abfss", "wasb", "wasbs"),
          Module.of("Aliyun OSS", "%maven org.apache.hadoop:hadoop-aliyun:$hadoop")
              .packages("org.apache.hadoop.fs.aliyun.")
              .schemes("oss"),
          Module.of("Delta Lake")
              .packages("io.delta.", "org.apache.spark.sql.delta.")
              .formats("delta")
              .lines(Modules::delta)
              .note("No version of Delta Lake for this Spark is known here."),
          Module.of("Iceberg")
              .packages("org.apache.iceberg.")
              .formats("iceberg")
              .lines(Modules::iceberg)
              .note(
                  "No runtime of Iceberg for this Spark is known here, and one that was built for"
                      + " another Spark fails; Spark 4.1 has one (iceberg-spark-runtime-4.1_2.13):"
                      + " `./firesteel spark get 4.1.2`, `./firesteel spark use 4.1.2`."),
          Module.of("Hudi")
              .packages("org.apache.hudi.")
              .formats("hudi")
              .lines(Modules::hudi)
              .note("No bundle of Hudi for this Spark is known here; Spark 4.0 has one."),
          Module.of("MongoDB", "%maven org.mongodb.spark:mongo-spark-connector_$scala:10.5.0")
              .packages("com.mongodb.spark.")
              .formats("mongodb", "mongo"),
          Module.of("Excel")
              .packages("dev.mauch.spark.excel.", "com.crealytics.spark.excel.")
              .formats(
                  "excel", "xlsx", "xls", "com.crealytics.spark.excel", "dev.mauch.spark.excel")
              .lines(versions -> Optional.empty())
              .note(
                  "Spark has no reader of Excel files; the library dev.mauch:spark-excel_2.13 is"
                      + " one, in a version whose beginning is that of Spark."),
          full("YARN", "org.apache.spark.deploy.yarn."),
          full("Kubernetes", "org.apache.spark.deploy.k8s.", "io.fabric8.kubernetes."));

  private Modules() {}

  private static String spark(String part) {
    return "%maven org.apache.spark:spark-" + part + "_$scala:$spark";
  }

  private static Module full(String name, String... packages) {
    return Module.of(name)
        .packages(packages)
        .lines(versions -> Optional.empty())
        .note(
            "A full distribution of Spark has it: run `./firesteel spark get` and `./firesteel spark"
                + " use`, then restart the kernel.");
  }

  private static Optional<List<String>> googleStorage(SparkVersions versions) {
    return versions.hadoop().matches("3\\.[0-4]\\..*")
        ? Optional.empty()
        : Optional.of(
            List.of(Module.filled("%maven org.apache.hadoop:hadoop-gcp:$hadoop", versions)));
  }

  private static Optional<List<String>> delta(SparkVersions versions) {
    String artifact =
        switch (versions.minor()) {
          case "4.0" -> "io.delta:delta-spark_2.13:4.0.0";
          case "4.1" -> "io.delta:delta-spark_4.1_2.13:4.1.0";
          // That for 4.1 can't create tables with a name on 4.2.
          case "4.2" -> "io.delta:delta-spark_4.2_2.13:4.4.0";
          default -> "";
        };
    return artifact.isEmpty()
        ? Optional.empty()
        : Optional.of(List.of("%maven " + artifact, DELTA_SESSION));
  }

  private static Optional<List<String>> iceberg(SparkVersions versions) {
    return switch (versions.minor()) {
      case "4.0" ->
          Optional.of(List.of("%maven org.apache.iceberg:iceberg-spark-runtime-4.0_2.13:1.10.0"));
      case "4.1" ->
          Optional.of(List.of("%maven org.apache.iceberg:iceberg-spark-runtime-4.1_2.13:1.12.0"));
      default -> Optional.empty();
    };
  }

  private static Optional<List<String>> hudi(SparkVersions versions) {
    return versions.minor().equals("4.0")
        ? Optional.of(List.of("%maven org.apache.hudi:hudi-spark4.0-bundle_2.13:1.1.0"))
        : Optional.empty();
  }

  /** Returns the module of a class or of a package; the longest matching name wins. */
  static Optional<Module> ofClass(String name) {
    return ALL.stream()
        .flatMap(
            module ->
                module.packages().stream()
                    .filter((name + ".")::startsWith)
                    .map(prefix -> new Found(module, prefix.length())))
        .max(Comparator.comparingInt(Found::length))
        .map(Found::module);
  }

  private record Found(Module module, int length) {}

  /** Whether a module's line for these versions names an artifact. */
  static boolean recommend(String coordinates, SparkVersions versions) {
    return ALL.stream()
        .flatMap(module -> module.lines().apply(versions).orElse(List.of()).stream())
        .anyMatch(line -> (line + " ").contains(" " + coordinates + " "));
  }

  /** Whether a jar is one that a module's line for these versions adds. */
  static boolean recommendJar(Path jar, SparkVersions versions) {
    String file = jar.getFileName().toString();
    return ALL.stream()
        .flatMap(module -> module.lines().apply(versions).orElse(List.of()).stream())
        .flatMap(line -> Stream.of(line.split(" ")))
        .map(word -> word.split(":"))
        .anyMatch(parts -> parts.length == 3 && file.equals(parts[1] + "-" + parts[2] + ".jar"));
  }

  static Optional<Module> ofFormat(String format) {
    String name = format.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(module -> module.formats().contains(name))
        .findFirst()
        .or(() -> ofClass(format));
  }

  static Optional<Module> ofScheme(String scheme) {
    String name = scheme.toLowerCase(Locale.ROOT);
    return ALL.stream().filter(module -> module.schemes().contains(name)).findFirst();
  }

  /** Returns the known formats, for suggestions: Spark's own and those of modules. */
  static List<String> formats() {
    return Stream.concat(
            Stream.of(
                "parquet",
                "orc",
                "csv",
                "json",
                "text",
                "xml",
                "jdbc",
                "binaryFile",
                "rate",
                "rate-micro-batch",
                "socket",
                "console",
                "memory",
                "noop"),
            ALL.stream().flatMap(module -> module.formats().stream()).filter(f -> !f.contains(".")))
        .toList();
  }

  static List<String> schemes() {
    return Stream.concat(
            Stream.of("file", "hdfs", "http", "https", "ftp", "viewfs", "webhdfs"),
            ALL.stream().flatMap(module -> module.schemes().stream()))
        .toList();
  }
}
