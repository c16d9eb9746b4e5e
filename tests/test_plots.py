"""The notebook of Plot's charts: right numbers, and every chart drawn and played in a browser without a network."""

import collections
import csv
import json
import shutil
import statistics
import subprocess
import sys

import pytest

from conftest import REPOSITORY
from support.lab import chromium, launched

NOTEBOOK = REPOSITORY / "notebooks" / "plots.ipynb"
SAMPLE = REPOSITORY / "data" / "samples" / "global_income.csv"
SCREENSHOTS = REPOSITORY / "target" / "screenshots"
PLOTLY = "application/vnd.plotly.v1+json"
DRAWN = """count => {
  const charts = [...document.querySelectorAll('.js-plotly-plot')];
  return charts.length === count && charts.every(c => c.querySelector('.main-svg') && c.calcdata?.length);
}"""


@pytest.fixture(scope="module")
def run(tmp_path_factory, firesteel):
    """The file of the notebook with its outputs."""
    root = tmp_path_factory.mktemp("plots")
    for file in (NOTEBOOK, SAMPLE, REPOSITORY / "README.md"):
        target = root / file.relative_to(REPOSITORY)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    out = root / "run.ipynb"
    firesteel("run", root / "notebooks" / NOTEBOOK.name, "-o", out, cwd=root)
    return out


@pytest.fixture(scope="module")
def shown(run):
    """From a cell's id to what it shows as its value."""
    return {
        cell["id"]: output["data"]
        for cell in json.loads(run.read_text())["cells"]
        if cell["cell_type"] == "code"
        for output in cell["outputs"]
        if output["output_type"] == "execute_result"
    }


@pytest.fixture(scope="module")
def ginis():
    """From year to the Gini indexes by country, the first of a country and year."""
    found = collections.defaultdict(dict)
    with SAMPLE.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            country, year, gini = row["Country"].strip(), row["Year"].strip(), row["Gini Index"].strip()
            if country and year and gini:
                found[int(float(year))].setdefault(country, float(gini))
    return found


def test_every_kind_of_chart_is_there(shown):
    kinds = {trace["type"] for data in shown.values() if PLOTLY in data for trace in data[PLOTLY]["data"]}
    assert kinds == {"bar", "choropleth", "scatter", "histogram", "box", "violin", "heatmap", "pie", "sunburst", "treemap"}
    assert "image/png" in shown["cloud"]


def test_income_by_continent_has_a_bar_a_year_and_continent(shown):
    chart = shown["plot-bars"][PLOTLY]
    assert [trace["name"] for trace in chart["data"]] == ["Africa", "Asia", "Europe", "North America", "Oceania", "South America"]
    assert all(trace["x"] == list(range(2000, 2024)) for trace in chart["data"])
    europe = chart["data"][2]["y"]
    assert europe[-1] > statistics.mean(europe) > europe[0] > chart["data"][0]["y"][0]
    assert chart["layout"]["barmode"] == "group"


def test_the_ten_highest_are_those_of_the_file(shown, ginis):
    bars = [
        (year, trace["name"], gini)
        for trace in shown["plot-topten"][PLOTLY]["data"]
        for year, gini in zip(trace["x"], trace["y"])
    ]
    for year in (2021, 2022, 2023):
        highest = sorted(ginis[year].items(), key=lambda found: -found[1])[:10]
        assert sorted((name, gini) for y, name, gini in bars if y == year) == sorted(highest)


def test_the_map_has_a_frame_a_year_and_names_what_it_lacks(shown, ginis):
    chart = shown["plot-map"][PLOTLY]
    assert [frame["name"] for frame in chart["frames"]] == [str(year) for year in range(2000, 2024)]
    last = chart["frames"][-1]["data"][0]
    assert dict(zip(last["locations"], last["z"]))["BRA"] == ginis[2023]["Brazil"]
    assert (chart["layout"]["coloraxis"]["cmin"], chart["layout"]["coloraxis"]["cmax"]) == (
        min(min(year.values()) for year in ginis.values()),
        max(max(year.values()) for year in ginis.values()),
    )
    [remark] = [note["text"] for note in chart["layout"]["annotations"]]
    assert "Singapore" in remark and "Not known as a country: Channel Islands" in remark


@pytest.mark.browser
def test_every_chart_is_drawn_and_played_without_a_network(run, shown, tmp_path, require):
    require(chromium(), "Chromium")
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "html", "--output-dir", str(tmp_path), "--output", "plots", str(run)], check=True
    )
    charts = [cell for cell, data in shown.items() if PLOTLY in data]
    errors = []
    with launched() as browser:
        page = browser.new_context(offline=True).new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto((tmp_path / "plots.html").as_uri(), wait_until="domcontentloaded")
        page.wait_for_function(DRAWN, arg=len(charts), timeout=120_000)
        elements = page.query_selector_all(".js-plotly-plot")
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        for name, element in zip(charts, elements):
            element.screenshot(path=SCREENSHOTS / f"{name}.png")
        world = elements[charts.index("plot-map")]
        assert len(world.query_selector_all(".choroplethlayer path")) > 100
        world.query_selector(".updatemenu-button").click()
        page.wait_for_function("chart => chart._fullLayout.sliders[0].active >= 2", arg=world, timeout=60_000)
    assert not [error for error in errors if "require" not in error and "MathJax" not in error]
