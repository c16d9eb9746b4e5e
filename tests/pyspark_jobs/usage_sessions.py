"""Usage sessions: two daily batches, cleaned, masked and grouped."""

from pyspark.sql import Window, functions as F


def expected(spark, samples):
    raw = spark.read.csv(f"{samples}/usage/batch_*.csv", header=True, escape='"')
    filled = raw.na.fill({"email": "unknown@example.com", "phone": "000-000-0000"})
    once = Window.partitionBy("unique_id").orderBy(*sorted(filled.columns))
    sessions = (
        filled.withColumn("place", F.row_number().over(once))
        .filter("place = 1")
        .drop("place")
        .withColumn("birth_date", F.col("birth_date").try_cast("date"))
        .withColumn("session_duration", F.col("session_duration").try_cast("int"))
        .withColumn("accessed_at", F.col("accessed_at").try_cast("timestamp"))
    )
    filtered = (
        sessions.filter((F.year("accessed_at") == 2024) & (F.col("session_duration") > 30))
        .withColumn("total_bandwidth", F.col("download_speed").cast("double") + F.col("upload_speed").cast("double"))
        .withColumn("birth_year", F.year("birth_date"))
        .withColumn(
            "activity_level",
            F.when(F.col("session_duration") > 120, "active").when(F.col("session_duration") >= 30, "moderate").otherwise("less_active"),
        )
        .withColumn("masked_email", masked("email"))
    )
    grouped = filtered.groupBy("person_name").agg(
        F.avg("session_duration").alias("avg_duration"), F.sum(F.col("consumed_traffic").cast("long")).alias("total_traffic")
    )
    return {"filtered": filtered, "grouped": grouped}


def masked(email):
    """Up to three characters of the part before the @ and stars; parts of one or two letters are stars alone."""
    name = F.regexp_extract(email, "^(.*)@", 1)
    kept = F.when(F.length(name) > 3, F.substring(name, 1, 3)).otherwise(F.lit(""))
    return F.concat(kept, F.lit("***@"), F.regexp_extract(email, "@([^@]*)$", 1))
