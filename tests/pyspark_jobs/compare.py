"""Compares what a notebook wrote with what PySpark computes of the same files, row by row.

    python -m pyspark_jobs.compare JOB SAMPLES OUTPUT

A module of this package has `expected(spark, samples)`, which gives a DataFrame for each path below the notebook's output. Columns
are found by name, whatever their order and their spelling (`Gini Index`, `gini_index`). The order of rows doesn't matter.
"""

import importlib
import math
import re
import sys

from pyspark.sql import SparkSession, functions as F

# Sums of floating-point numbers differ in their last digits with the order of adding.
TOLERANCE = 1e-9


def main(job, samples, output):
    spark = SparkSession.builder.appName(job).getOrCreate()
    try:
        answers = importlib.import_module(f"pyspark_jobs.{job}").expected(spark, samples)
        problems = [f"{name}: {one}" for name, wanted in answers.items() for one in differences(spark, f"{output}/{name}", wanted)]
    finally:
        spark.stop()
    sys.stdout.write("\n".join(problems) or f"{job}: {len(answers)} outputs are the same\n")
    return 1 if problems else 0


def differences(spark, path, wanted):
    """What differs between the files below a path and the rows that are wanted: at most a few lines."""
    found = read(spark, path)
    columns = {plain(name): name for name in found.columns}
    missing = [name for name in wanted.columns if plain(name) not in columns]
    more = sorted(set(columns) - {plain(name) for name in wanted.columns})
    if missing or more:
        return [f"lacks the columns {missing}, and has {more} besides"]
    found = found.select(*(F.col(f"`{columns[plain(field.name)]}`").try_cast(field.dataType).alias(field.name) for field in wanted.schema))
    here, there = rows(found), rows(wanted)
    if not there:
        return ["PySpark computes no row: nothing was compared"]
    if len(here) != len(there):
        return [f"{len(here)} rows, but PySpark has {len(there)}"]
    return [f"{one} is wanted, and {other} was found" for one, other in zip(there, here) if not same(one, other)][:5]


def read(spark, path):
    """The files of a folder, by the format that they have."""
    files = spark.read.format("binaryFile").option("recursiveFileLookup", True).load(path).select("path")
    names = [row.path for row in files.collect()]
    if any(name.endswith(".parquet") for name in names):
        return spark.read.parquet(path)
    return spark.read.csv(path, header=True, escape='"', multiLine=True)


def plain(name):
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def rows(frame):
    """The rows in an order of their own: by what is no floating-point number, then by these."""
    floats = [kind in ("double", "float") for _, kind in frame.dtypes]
    order = sorted(range(len(floats)), key=floats.__getitem__)

    def key(row):
        return [(row[i] is None, (row[i] or 0.0) if floats[i] else str(row[i])) for i in order]

    return sorted((tuple(row) for row in frame.collect()), key=key)


def same(one, other):
    return all(equal(a, b) for a, b in zip(one, other))


def equal(a, b):
    if isinstance(a, float) and isinstance(b, float):
        return math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=TOLERANCE) or (math.isnan(a) and math.isnan(b))
    return a == b


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
