"""The taxi course's SQL: monthly revenue by zone and kind of taxi, of the columns that green and yellow taxis have in common."""

from pyspark.sql import functions as F

REVENUE = """
    SELECT PULocationID AS revenue_zone,
           date_trunc('month', pickup_datetime) AS revenue_month,
           service_type,
           sum(fare_amount) AS revenue_monthly_fare,
           sum(extra) AS revenue_monthly_extra,
           sum(mta_tax) AS revenue_monthly_mta_tax,
           sum(tip_amount) AS revenue_monthly_tip_amount,
           sum(tolls_amount) AS revenue_monthly_tolls_amount,
           sum(improvement_surcharge) AS revenue_monthly_improvement_surcharge,
           sum(total_amount) AS revenue_monthly_total_amount,
           sum(congestion_surcharge) AS revenue_monthly_congestion_surcharge,
           avg(passenger_count) AS avg_montly_passenger_count,
           avg(trip_distance) AS avg_montly_trip_distance
    FROM trips
    GROUP BY 1, 2, 3
"""


def expected(spark, samples):
    green = months(spark, f"{samples}/taxi/green").withColumnsRenamed(
        {"lpep_pickup_datetime": "pickup_datetime", "lpep_dropoff_datetime": "dropoff_datetime"}
    )
    yellow = months(spark, f"{samples}/taxi/yellow").withColumnsRenamed(
        {"tpep_pickup_datetime": "pickup_datetime", "tpep_dropoff_datetime": "dropoff_datetime"}
    )
    common = [name for name in green.columns if name in set(yellow.columns)]
    trips = green.select(*common, F.lit("green").alias("service_type")).unionByName(
        yellow.select(*common, F.lit("yellow").alias("service_type"))
    )
    trips.createOrReplaceTempView("trips")
    return {"revenue": spark.sql(REVENUE)}


def months(spark, folder):
    """All files of a kind of taxi; types differ from month to month, so that each file is read by itself."""
    files = spark.read.format("binaryFile").option("recursiveFileLookup", True).load(folder).select("path").collect()
    whole = None
    for file in sorted(row.path for row in files):
        month = spark.read.parquet(file)
        numbers = {name: "double" for name, kind in month.dtypes if kind in ("int", "bigint", "double") and not name.endswith("LocationID")}
        month = month.withColumns({name: month[name].cast(kind) for name, kind in numbers.items()})
        whole = month if whole is None else whole.unionByName(month, allowMissingColumns=True)
    return whole
