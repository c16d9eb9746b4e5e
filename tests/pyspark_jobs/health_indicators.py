"""Health indicators: from the raw file to six indicators of the last ten years, and their means by country."""

from pyspark.sql import functions as F

INDICATORS = (
    "SP.DYN.LE00.IN",
    "SP.DYN.LE00.FE.IN",
    "SP.DYN.LE00.MA.IN",
    "SP.DYN.IMRT.IN",
    "SH.DYN.MORT",
    "SP.DYN.CDRT.IN",
)
YEARS = [str(year) for year in range(2014, 2024)]


def expected(spark, samples):
    raw = spark.read.csv(f"{samples}/health/WDICSV.csv", header=True, inferSchema=True, escape='"')
    trusted = raw.filter(F.col("Indicator Code").isin(*INDICATORS)).select(
        "Country Name", "Country Code", "Indicator Name", "Indicator Code", *(F.col(f"`{year}`").cast("double").alias(year) for year in YEARS)
    )
    return {"trusted": trusted, "refined": refined(trusted)}


def refined(trusted):
    """A row for each country: the mean of each indicator over the years, with what is missing as 0 and without it."""
    long = trusted.distinct().unpivot(["Country Name", "Indicator Code"], YEARS, "year", "value")
    means = long.groupBy("Country Name", "Indicator Code").agg(
        F.avg(F.coalesce("value", F.lit(0.0))).alias("with_zeros"), F.avg("value").alias("without")
    )
    return means.groupBy("Country Name").pivot("Indicator Code", INDICATORS).agg(F.first("with_zeros").alias("zero"), F.first("without").alias("mean"))
