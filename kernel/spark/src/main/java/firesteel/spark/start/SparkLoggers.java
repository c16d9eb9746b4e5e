package firesteel.spark.start;

import firesteel.api.log.CellLog;
import java.util.Set;

/** Names the loggers of Spark, of its libraries, and of its storage connectors. */
public final class SparkLoggers {
  private static final Set<String> PACKAGES =
      Set.of(
          "com.amazonaws",
          "com.codahale",
          "com.esotericsoftware",
          "com.google.cloud.bigquery",
          "com.google.cloud.hadoop",
          "com.google.cloud.spark",
          "com.google.common",
          "com.ibm.icu",
          "com.twitter.chill",
          "com.univocity",
          "dev.ludovic.netlib",
          "DataNucleus",
          "hive",
          "io.airlift",
          "io.delta",
          "io.fabric8",
          "io.grpc",
          "io.netty",
          "io.vertx",
          "javassist",
          "jersey",
          "net.jpountz",
          "net.razorvine",
          "okhttp3",
          "org.antlr",
          "org.apache.arrow",
          "org.apache.avro",
          "org.apache.calcite",
          "org.apache.curator",
          "org.apache.datasketches",
          "org.apache.derby",
          "org.apache.hadoop",
          "org.apache.hive",
          "org.apache.hudi",
          "org.apache.iceberg",
          "org.apache.ivy",
          "org.apache.jute",
          "org.apache.kafka",
          "org.apache.orc",
          "org.apache.parquet",
          "org.apache.spark",
          "org.apache.thrift",
          "org.apache.xbean",
          "org.apache.zookeeper",
          "org.codehaus.janino",
          "org.datanucleus",
          "org.eclipse.jetty",
          "org.fusesource",
          "org.glassfish",
          "org.iq80",
          "org.json4s",
          "org.jvnet",
          "org.objenesis",
          "org.rocksdb",
          "org.sparkproject",
          "org.xerial",
          "parquet",
          "py4j",
          "scala",
          "shaded.parquet",
          "software.amazon.awssdk");

  private SparkLoggers() {}

  /** Whether a logger is one of them. */
  public static boolean contains(String name) {
    return CellLog.isIn(PACKAGES, name);
  }
}
