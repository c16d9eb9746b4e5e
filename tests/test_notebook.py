"""The first notebook, run through nbconvert, JupyterLab and `firesteel run`: right results, the same everywhere."""

import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal

import pytest

from support import notebooks
from support.lab import Lab, chromium
from conftest import LAUNCHER, REPOSITORY

NOTEBOOK = REPOSITORY / "notebooks" / "01-first-steps.ipynb"
SAMPLE = REPOSITORY / "data" / "samples" / "global_income.csv"
SCREENSHOTS = REPOSITORY / "target" / "screenshots"


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The notebook and its data in a folder whose path has a space."""
    root = tmp_path_factory.mktemp("a copy")
    (root / "data" / "samples").mkdir(parents=True)
    (root / "notebooks").mkdir()
    shutil.copy(SAMPLE, root / "data" / "samples")
    shutil.copy(NOTEBOOK, root / "notebooks")
    return root


@pytest.fixture(scope="module")
def run_headless(copy, firesteel):
    """The notebook as `firesteel run` leaves it."""
    out = copy / "headless.ipynb"
    # Started elsewhere: paths in a notebook are relative to the notebook.
    firesteel("run", copy / "notebooks" / NOTEBOOK.name, "-o", out, cwd=copy)
    return json.loads(out.read_text())


@pytest.fixture(scope="module")
def committed():
    return json.loads(NOTEBOOK.read_text())


def test_the_committed_outputs_are_those_of_a_run(committed, run_headless):
    assert notebooks.outputs(run_headless) == notebooks.outputs(committed)
    assert notebooks.forms(run_headless) == notebooks.forms(committed)


def test_a_run_changes_nothing_but_outputs(committed, run_headless):
    sources = lambda notebook: [(c["cell_type"], c["id"], "".join(c["source"])) for c in notebook["cells"]]
    assert sources(run_headless) == sources(committed)
    assert run_headless["metadata"]["kernelspec"] == committed["metadata"]["kernelspec"]


def test_no_cell_of_the_notebook_fails_or_warns(run_headless):
    for cell in notebooks.outputs(run_headless):
        assert not [kind for kind, _ in cell if kind in ("error", "stderr")], cell


def test_nbconvert_gives_the_same(copy, specs, run_headless, tmp_path):
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", str(tmp_path), "--output", "executed"]
        + [str(copy / "notebooks" / NOTEBOOK.name)],
        check=True,
        env={**os.environ, "JUPYTER_PATH": str(specs.parent)},
    )
    executed = json.loads((tmp_path / "executed.ipynb").read_text())
    assert notebooks.outputs(executed) == notebooks.outputs(run_headless)
    assert notebooks.forms(executed) == notebooks.forms(run_headless)


@pytest.fixture(scope="module")
def lab(require, jdk, copy, tmp_path_factory):
    require(chromium(), "Chromium")
    log = tmp_path_factory.mktemp("lab") / "lab.log"
    with Lab(LAUNCHER, {**os.environ, "FIRESTEEL_JAVA": str(jdk.java)}, log, [str(copy / "notebooks")]) as lab:
        yield lab


@pytest.fixture(scope="module")
def page(lab):
    with lab.open(NOTEBOOK.name) as page:
        page.command("notebook:clear-all-cell-outputs")
        page.run_all()
        page.as_run = page.notebook()
        yield page


@pytest.mark.browser
def test_jupyterlab_gives_the_same(page, run_headless, jdk):
    assert notebooks.outputs(page.as_run) == notebooks.outputs(run_headless)
    assert notebooks.forms(page.as_run) == notebooks.forms(run_headless)
    # The README's picture is one of these.
    page.screenshot(SCREENSHOTS / f"first-notebook-{jdk}.png", cell=3, size={"width": 1000, "height": 820})


@pytest.mark.browser
def test_jupyterlab_draws_the_tables(page):
    tables = page.page.locator(".jp-OutputArea-output table:visible")
    assert tables.count() >= 4
    assert "Afghanistan" in tables.first.inner_text()
    first = tables.first.bounding_box()
    assert first["width"] > 300 and first["height"] > 100
    # JupyterLab itself throws the one about the debugger, for every kernel that has none.
    assert [error for error in page.errors if "No active debugger session" not in error] == []


@pytest.mark.browser
def test_jupyterlab_completes_with_tab(page, jdk):
    entries = page.complete("income.drop")
    page.screenshot(SCREENSHOTS / f"completion-{jdk}.png")
    page.page.keyboard.press("Escape")
    assert any(entry.startswith("dropDuplicates") for entry in entries), entries


@pytest.mark.browser
def test_jupyterlab_shows_what_a_busy_machine_completes_late(page, lab):
    page.add_cell("income.group")
    kernel = lab.kernel()
    kernel.suspend()
    try:
        page.page.keyboard.press("Tab")
        # JupyterLab by itself gives up on a completion after a second.
        page.page.wait_for_function("pressed => performance.now() > pressed + 1500", arg=page.page.evaluate("performance.now()"))
    finally:
        kernel.resume()
    entries = page.completions()
    page.page.keyboard.press("Escape")
    assert any(entry.startswith("groupBy") for entry in entries), entries


@pytest.mark.browser
def test_jupyterlab_stops_a_spinning_cell(page, jdk):
    page.add_cell('System.out.println("spinning"); long turns = 0; while (true) { turns++; }')
    page.start_command("notebook:run-cell")
    page.wait_for_output("spinning")
    page.command("notebook:interrupt-kernel")
    page.wait_for_output("Interrupted")
    page.wait_until_idle()
    page.add_cell("income.count()")
    page.command("notebook:run-cell")
    page.wait_until_idle()
    assert "4580" in page.last_output().inner_text()
    page.screenshot(SCREENSHOTS / f"interrupted-{jdk}.png")


@pytest.mark.browser
def test_jupyterlab_shows_progress_in_one_place_that_does_not_jump(page, jdk):
    code = "spark.range(0, 60, 1, 12).map((MapFunction<Long, Long>) i -> { Thread.sleep(100); return i; }, Encoders.LONG()).count()"
    page.add_cell(code)
    page.start_command("notebook:run-cell")
    page.wait_for_output("tasks")
    page.page.evaluate(
        """() => { const areas = document.querySelectorAll('.jp-Notebook .jp-Cell .jp-OutputArea'); const area = areas[areas.length - 1];
                  window.heights = []; window.changes = 0;
                  const look = () => { window.changes++; window.heights.push(area.offsetHeight); };
                  new MutationObserver(look).observe(area, {childList: true, subtree: true, characterData: true}); look(); }"""
    )
    page.wait_for_output("left in this stage")
    page.screenshot(SCREENSHOTS / f"progress-{jdk}.png")
    page.wait_until_idle()
    page.screenshot(SCREENSHOTS / f"progress-end-{jdk}.png")
    shown = page.last_output().inner_text()
    assert shown.count("Spark:") == 1 and "slowest stage" in shown and shown.endswith("60"), shown
    assert page.page.evaluate("() => window.changes") > 3
    assert min(page.page.evaluate("() => window.heights")) > 0, "the place was empty between two updates"


@pytest.mark.browser
def test_jupyterlab_shows_errors_with_cell_and_line(page, jdk):
    page.add_cell('int good = 1;\nint bad = "text";')
    page.command("notebook:run-cell")
    page.wait_for_output("line 2")
    page.screenshot(SCREENSHOTS / f"error-{jdk}.png")


# The numbers again, from the CSV file, without Spark and without Java.


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


def test_the_counts_are_right(run_headless, expected):
    numbers = [int(line.split(":")[1]) for line in shown(run_headless, "nulls").splitlines()]
    assert numbers == [expected["rows"], expected["filled"], len(expected["income"])]
    assert str(sum(r["year"] >= 2010 for r in expected["income"])) in shown(run_headless, "time")


def test_the_selected_rows_are_right(run_headless, expected):
    header, *rows = notebooks.table_rows(shown(run_headless, "select"))
    assert header == ["Year", "Country", "Income_Group", "Population", "Gini_Index", "Average_Income_USD"]
    first = sorted(expected["income"], key=lambda r: (r["year"], r["country"]))[: len(rows)]
    assert len(rows) == 5
    for row, right in zip(rows, first):
        assert row[:4] == [str(right["year"]), right["country"], right["group"], str(right["population"])]
        assert [float(row[4]), float(row[5])] == [right["gini"], right["income"]]


def test_the_averages_by_group_and_year_are_right(run_headless, expected):
    header, *rows = notebooks.table_rows(shown(run_headless, "group"))
    assert header == ["Income_Group", "Year", "Countries", "Average_Income_USD"]
    assert len(rows) >= 10
    keys = sorted({(r["group"], r["year"]) for r in expected["income"]})
    assert [(row[0], int(row[1])) for row in rows] == keys[: len(rows)]
    for group, year, countries, income in rows:
        assert int(countries) == sum(r["group"] == group and r["year"] == int(year) for r in expected["income"])
        assert float(income) == pytest.approx(mean_income(expected, group, int(year)), abs=0.006)


def test_the_pivot_is_right(run_headless, expected):
    header, *rows = notebooks.table_rows(shown(run_headless, "pivot"))
    assert header == ["Income_Group", "2000", "2008", "2016", "2023"]
    assert [row[0] for row in rows] == ["High Income", "Upper Middle Income", "Lower Middle Income", "Low Income"]
    for group, *values in rows:
        for year, value in zip(header[1:], values):
            assert float(value) == pytest.approx(mean_income(expected, group, int(year)), abs=0.006)


def test_the_most_unequal_countries_are_right(run_headless, expected):
    header, *rows = notebooks.table_rows(shown(run_headless, "sql"))
    last = [r for r in expected["income"] if r["year"] == 2023]
    right = sorted(last, key=lambda r: (-r["gini"], r["country"]))[:10]
    assert header == ["Country", "Gini_Index", "Population"]
    assert [[row[0], float(row[1]), int(row[2])] for row in rows] == [[r["country"], r["gini"], r["population"]] for r in right]


def test_the_growth_is_right(run_headless, expected):
    groups = {r["group"] for r in expected["income"]}
    times = {g: mean_income(expected, g, 2023) / mean_income(expected, g, 2000) for g in groups}
    fastest = max(times, key=times.get)
    assert f"**{fastest}** countries grew fastest: {times[fastest]:.1f} times" in shown(run_headless, "display")
