"""Word clouds by year: the words of the titles that were reviewed in a year, and how often each is there."""

import re

from pyspark.sql import Row, Window, functions as F

STOP_WORDS = set(
    """
    a about above after again all also am an and any are as at be because been before being below between both but by can could did do does doing
    down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me more most my no
    nor not now of off on once one only or other our out over own s same she should so some such t than that the their them then there these they
    this those through to too two under until up us very was we were what when where which while who whom why will with without would you your
    """.split()
)
IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "wives": "wife", "lives": "life", "wolves": "wolf", "mice": "mouse", "feet": "foot",
} | {word: word for word in ("morning", "evening", "wedding", "spring", "series", "species")}  # fmt: skip
MOST = 200


def expected(spark, samples):
    reviews = spark.read.parquet(f"{samples}/reviews").filter("product_category = 'Books'")
    titles = reviews.dropna(subset=["product_title", "year"]).select("product_title", "year").distinct()
    words = spark.createDataFrame(
        titles.rdd.flatMap(lambda row: [Row(year=row.year, word=word) for word in words_of(row.product_title)]), "year int, word string"
    )
    counts = words.groupBy("year", "word").count()
    first = Window.partitionBy("year").orderBy(F.desc("count"), "word")
    by_year = counts.withColumn("place", F.row_number().over(first)).filter(F.col("place") <= MOST).drop("place")
    return {"step_0_words": words, "step_1_by_year": by_year}


def words_of(title):
    words = re.findall(r"[^\W\d_]+", title.lower())
    return [lemma(word) for word in words if len(word) > 1 and word not in STOP_WORDS]


def lemma(word):
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending, least in (("ing", 6), ("ed", 5)):
        if word.endswith(ending) and len(word) >= least:
            return without_ending(word, word[: -len(ending)])
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and re.search(r"(ss|sh|ch|x|z)es$", word):
        return word[:-2]
    return word[:-1] if len(word) > 3 and re.search(r"[^sui]s$", word) else word


def without_ending(word, stem):
    if not re.search("[aeiouy]", stem):
        return word
    if re.search(r"([bdgmnprt])\1$", stem):
        return stem[:-1]
    return stem + "e" if re.fullmatch("[^aeiouy]*[aeiouy][^aeiouywx]", stem) or stem[-1] in "vcu" else stem
