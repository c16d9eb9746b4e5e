"""Word clouds by year: the words of the titles that were reviewed in a year, and how often each is there."""

from pyspark.sql import functions as F


def expected(spark, samples):
    reviews = spark.read.parquet(f"{samples}/reviews").dropDuplicates(["review_id"])
    titles = reviews.groupBy("product_title", "year").count()
    words = titles.select("year", F.explode(F.split(F.lower("product_title"), "[^a-z]+")).alias("word")).filter("word <> ''")
    return {"words": words, "by_year": words.groupBy("year", "word").count()}
