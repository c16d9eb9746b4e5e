"""The numbers that the first notebook shows, again from the CSV file, without Spark and without Java."""

import csv
import json
import statistics
from decimal import ROUND_HALF_UP, Decimal

import pytest

from conftest import REPOSITORY
from support import notebooks

NOTEBOOK = REPOSITORY / "notebooks" / "01-first-steps.ipynb"
SAMPLE = REPOSITORY / "data" / "samples" / "global_income.csv"


@pytest.fixture(scope="module")
def committed():
    """The notebook as it is committed, whose outputs are those of a run (test_notebooks.py)."""
    return json.loads(NOTEBOOK.read_text())


def rounded(value, digits):
    return float(Decimal(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


@pytest.fixture(scope="module")
def expected():
    with SAMPLE.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    filled = [row for row in rows if any(row.values())]
    needed = ("Country", "Year", "Population", "Gini Index", "Average Income (USD)", "Income Group")
    income = [
        {
            "country": row["Country"].strip(" "),
            "group": row["Income Group"].strip(" "),
            "year": int(row["Year"]),
            "population": int(rounded(row["Population"], 0)),
            "gini": rounded(row["Gini Index"], 2),
            "income": rounded(row["Average Income (USD)"], 2),
        }
        for row in filled
        if all(row[name] for name in needed)
    ]
    return {"rows": len(rows), "filled": len(filled), "income": income}


def shown(notebook, cell_id):
    """The text of the cell's outputs."""
    (cell,) = [c for c in notebook["cells"] if c["id"] == cell_id]
    return "\n".join(text for _, text in notebooks.outputs({"cells": [cell]})[0])


def mean_income(expected, group, year):
    return statistics.fmean(r["income"] for r in expected["income"] if r["group"] == group and r["year"] == year)


def test_the_counts_are_right(committed, expected):
    numbers = [int(line.split(":")[1]) for line in shown(committed, "nulls").splitlines()]
    assert numbers == [expected["rows"], expected["filled"], len(expected["income"])]
    assert str(sum(r["year"] >= 2010 for r in expected["income"])) in shown(committed, "time")


def test_the_selected_rows_are_right(committed, expected):
    header, *rows = notebooks.table_rows(shown(committed, "select"))
    assert header == ["Year", "Country", "Income_Group", "Population", "Gini_Index", "Average_Income_USD"]
    first = sorted(expected["income"], key=lambda r: (r["year"], r["country"]))[: len(rows)]
    assert len(rows) == 5
    for row, right in zip(rows, first):
        assert row[:4] == [str(right["year"]), right["country"], right["group"], str(right["population"])]
        assert [float(row[4]), float(row[5])] == [right["gini"], right["income"]]


def test_the_averages_by_group_and_year_are_right(committed, expected):
    header, *rows = notebooks.table_rows(shown(committed, "group"))
    assert header == ["Income_Group", "Year", "Countries", "Average_Income_USD"]
    assert len(rows) >= 10
    keys = sorted({(r["group"], r["year"]) for r in expected["income"]})
    assert [(row[0], int(row[1])) for row in rows] == keys[: len(rows)]
    for group, year, countries, income in rows:
        assert int(countries) == sum(r["group"] == group and r["year"] == int(year) for r in expected["income"])
        assert float(income) == pytest.approx(mean_income(expected, group, int(year)), abs=0.006)


def test_the_pivot_is_right(committed, expected):
    header, *rows = notebooks.table_rows(shown(committed, "pivot"))
    assert header == ["Income_Group", "2000", "2008", "2016", "2023"]
    assert [row[0] for row in rows] == ["High Income", "Upper Middle Income", "Lower Middle Income", "Low Income"]
    for group, *values in rows:
        for year, value in zip(header[1:], values):
            assert float(value) == pytest.approx(mean_income(expected, group, int(year)), abs=0.006)


def test_the_most_unequal_countries_are_right(committed, expected):
    header, *rows = notebooks.table_rows(shown(committed, "sql"))
    last = [r for r in expected["income"] if r["year"] == 2023]
    right = sorted(last, key=lambda r: (-r["gini"], r["country"]))[:10]
    assert header == ["Country", "Gini_Index", "Population"]
    assert [[row[0], float(row[1]), int(row[2])] for row in rows] == [[r["country"], r["gini"], r["population"]] for r in right]


def test_the_growth_is_right(committed, expected):
    groups = {r["group"] for r in expected["income"]}
    times = {g: mean_income(expected, g, 2023) / mean_income(expected, g, 2000) for g in groups}
    fastest = max(times, key=times.get)
    assert f"**{fastest}** countries grew fastest: {times[fastest]:.1f} times" in shown(committed, "display")
