"""Usage sessions: two daily batches, cleaned, masked and grouped."""

from pyspark.sql import Window, functions as F


def expected(spark, samples):
    raw = spark.read.csv(f"{samples}/usage/batch_*.csv", header=True, escape='"')
    minutes = F.regexp_extract("session_duration", r"^(\d+)\s*(min)?$", 1).try_cast("int")
    day = F.coalesce(F.col("birth_date").try_cast("date"), F.try_to_timestamp("birth_date", F.lit("dd/MM/yyyy")).cast("date"))
    # Of the copies of a session the one in which least is missing and least was written otherwise.
    best = Window.partitionBy("unique_id").orderBy(F.desc_nulls_last("email"), F.asc_nulls_last("phone"), F.desc_nulls_last("person_name"))
    sessions = (
        raw.withColumn("minutes", minutes)
        .withColumn("birth_year", F.year(day))
        .withColumn("place", F.row_number().over(best))
        .filter("place = 1")
        .na.fill({"email": "unknown@example.com", "phone": "000-000-0000"})
    )
    speeds = [F.col(name).cast("double") for name in ("download_speed", "upload_speed")]
    kept = sessions.filter((F.year(F.col("accessed_at").cast("timestamp_ntz")) == 2024) & (F.col("minutes") > 30))
    filtered = kept.select(
        "unique_id",
        "person_name",
        masked(F.col("email")).alias("masked_email"),
        "ip_address",
        F.col("accessed_at").cast("timestamp_ntz").alias("accessed_at"),
        F.col("minutes").alias("session_duration"),
        *(speed.alias(name) for speed, name in zip(speeds, ("download_speed", "upload_speed"))),
        F.col("consumed_traffic").cast("double").alias("consumed_traffic"),
        F.round(speeds[0] + speeds[1], 2).alias("total_bandwidth"),
        "birth_year",
        F.when(F.col("minutes") > 120, "active").when(F.col("minutes") >= 30, "moderate").otherwise("less_active").alias("activity_level"),
    )
    grouped = filtered.groupBy("person_name").agg(
        F.count("*").alias("sessions"),
        F.round(F.avg("session_duration"), 2).alias("average_session_duration"),
        F.round(F.sum("consumed_traffic"), 2).alias("total_traffic"),
    )
    return {"filtered": filtered, "grouped": grouped}


def masked(email):
    """Three characters of the part before the @, two of one that has three, none of a shorter one."""
    at = F.instr(email, "@")
    kept = F.when(at > 4, 3).when(at == 4, 2).otherwise(0)
    return F.concat(F.substring(email, F.lit(1), kept), F.lit("***"), F.substring(email, at, F.length(email)))
