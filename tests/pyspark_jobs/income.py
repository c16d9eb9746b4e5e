"""Income inequality: countries by year, cleaned, with their continents."""

import pathlib
import re

from pyspark.sql import functions as F, types as T

TESTS = pathlib.Path(__file__).resolve().parent.parent
CONTINENTS = TESTS.parent / "kernel/charts/src/main/resources/firesteel/charts/plot/countries.tsv"


def expected(spark, samples):
    raw = spark.read.csv(f"{samples}/global_income.csv", header=True, inferSchema=True)
    renamed = raw.toDF(*(re.sub(r"[()%]", "", name).strip().replace(" ", "_") for name in raw.columns))
    continents = continents_by_name()
    continent = F.udf(lambda country: continents.get(country), T.StringType())
    income = (
        renamed.na.drop("all")
        .select("Year", F.trim("Country").alias("Country"), "Population", "Gini_Index", "Average_Income_USD")
        .withColumn("Gini_Index", F.round("Gini_Index", 2))
        .withColumn("Average_Income_USD", F.round("Average_Income_USD", 2))
        .withColumn("Population", F.round("Population", 0))
        .withColumn("Continent", continent("Country"))
    )
    return {"income": income}


def continents_by_name():
    """From each name that a country has in English to its continent."""
    found = {}
    for line in CONTINENTS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _, _, name, continent, *others = line.split("\t")
            found |= dict.fromkeys([name, *(others[0].split("|") if others else [])], continent)
    return found
