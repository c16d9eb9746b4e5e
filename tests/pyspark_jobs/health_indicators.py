"""Health indicators: from the raw file to six indicators of the last ten years, and their means by country."""

from pyspark.sql import functions as F

INDICATORS = {
    "SP.DYN.LE00.IN": "life_expectancy",
    "SP.DYN.LE00.FE.IN": "life_expectancy_women",
    "SP.DYN.LE00.MA.IN": "life_expectancy_men",
    "SP.DYN.IMRT.IN": "infant_mortality",
    "SH.DYN.MORT": "under_5_mortality",
    "SP.DYN.CDRT.IN": "death_rate",
}
YEARS = [str(year) for year in range(2014, 2024)]


def expected(spark, samples):
    raw = spark.read.csv(f"{samples}/health/WDICSV.csv", header=True, inferSchema=True, escape='"')
    country, code, _, indicator = raw.columns[:4]
    trusted = (
        raw.select(
            F.col(country).alias("country"),
            F.col(code).alias("code"),
            F.col(indicator).alias("indicator"),
            *(F.col(year).cast("double") for year in YEARS),
        )
        .filter(F.col("indicator").isin(*INDICATORS))
        .distinct()
    )
    return {"trusted": trusted, "refined": refined(trusted)}


def refined(trusted):
    """The means of each indicator without what is missing, and with that as 0; no value where there is no row of an indicator."""
    values = F.array(*YEARS)
    there = F.filter(values, lambda value: value.isNotNull())
    total = F.aggregate(there, F.lit(0.0), lambda sum, value: sum + value)
    means = trusted.select(
        "country",
        "code",
        "indicator",
        F.when(F.size(there) > 0, F.round(total / F.size(there), 4)).alias("mean"),
        F.round(total / len(YEARS), 4).alias("zeros"),
    )
    whole = means.select("country", "code").distinct()
    for indicator, name in INDICATORS.items():
        one = means.filter(F.col("indicator") == indicator).select(
            "country", "code", F.col("mean").alias(f"{name}_mean"), F.col("zeros").alias(f"{name}_mean_missing_as_0")
        )
        whole = whole.join(one, ["country", "code"], "left")
    return whole
