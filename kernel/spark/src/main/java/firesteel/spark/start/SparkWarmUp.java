package firesteel.spark.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Runs what first cells typically do, so that the classes they need are loaded. */
public final class SparkWarmUp {
  private SparkWarmUp() {}

  /** Runs one small job: planning, code generation, the scheduler. */
  public static void quick(SparkSession session) {
    session.sparkContext().setJobDescription("warm-up");
    try {
      session.range(1000).count();
    } finally {
      session.sparkContext().setJobDescription(null);
    }
  }

  /**
   * Runs what a first notebook does: SQL, reading with an inferred schema, cleaning, grouping,
   * joining.
   *
   * @param folder where a small file may be written
   * @return a Dataset to show
   */
  public static Dataset<Row> thorough(SparkSession session, Path folder) throws IOException {
    quick(session);
    Path file = Files.createTempFile(folder, "warm-up", ".csv");
    Files.writeString(file, "name (x),year,amount\na,2020,1.5\nb,2021,2.5\nc,,\n");
    Dataset<Row> rows =
        session
            .read()
            .option("header", "true")
            .option("inferSchema", "true")
            .csv(file.toUri().toString())
            .withColumnRenamed("name (x)", "name");
    rows.createOrReplaceTempView("firesteel_warm_up");
    try {
      session.sql("SELECT name, count(*) AS n FROM firesteel_warm_up GROUP BY name").collect();
    } finally {
      session.catalog().dropTempView("firesteel_warm_up");
    }
    Dataset<Row> cleaned =
        rows.na().drop().withColumn("amount", functions.round(functions.col("amount"), 0));
    Dataset<Row> grouped =
        cleaned.groupBy("name").agg(functions.avg("amount").alias("mean")).orderBy("name");
    grouped.join(cleaned, "name").count();
    return grouped;
  }
}
