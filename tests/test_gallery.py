"""The gallery notebook: right numbers, and every table and chart shown in JupyterLab, Notebook 7 and exported HTML, with no network."""

import collections
import csv
import json
import os
import re
import shutil
import statistics

import pytest

from conftest import LAUNCHER, REPOSITORY
from support import pictures
from support.charts import PLOTLY, bundles, count, exported, html, wait_until_drawn
from support.lab import Lab, Notebook7, chromium, launched

NOTEBOOK = REPOSITORY / "notebooks" / "gallery.ipynb"
SAMPLE = REPOSITORY / "data" / "samples" / "global_income.csv"
SCREENSHOTS = REPOSITORY / "target" / "screenshots"
KINDS = {
    "bar", "box", "candlestick", "choropleth", "contour", "heatmap", "histogram", "histogram2d", "ohlc", "pie", "scatter", "scatter3d",
    "sunburst", "treemap", "violin",
}  # fmt: skip
DARK = """() => [...document.querySelectorAll('.js-plotly-plot')].every(c =>
  c.layout.template.layout.font.color !== undefined && /^#1|^#2|^rgb\\((1|2|3)\\d,|^#000|^black/.test(c._fullLayout.paper_bgcolor))"""
LIGHT = "() => document.querySelector('.js-plotly-plot')._fullLayout.paper_bgcolor !== '#111111'"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("gallery")
    for file in (NOTEBOOK, SAMPLE, REPOSITORY / "README.md"):
        target = root / file.relative_to(REPOSITORY)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    return root


@pytest.fixture(scope="module")
def gallery(root, firesteel):
    """The file of the notebook with its outputs, which nobody has signed."""
    out = root / "gallery-run.ipynb"
    firesteel("run", root / "notebooks" / NOTEBOOK.name, "-o", out, cwd=root)
    return out


@pytest.fixture(scope="module")
def shown(gallery):
    """From a cell's id to what it shows as its value."""
    return {
        cell["id"]: output["data"]
        for cell in json.loads(gallery.read_text())["cells"]
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


def test_every_kind_of_chart_is_there(gallery, shown):
    charts = bundles(gallery).values()
    assert {trace["type"] for chart in charts for trace in chart[PLOTLY]["data"]} >= KINDS
    assert "image/png" in shown["cloud"]


def test_every_chart_has_all_forms_and_the_notebook_the_library_once(gallery):
    charts = bundles(gallery).values()
    for chart in charts:
        assert re.search(r" chart .*, \d+ traces?, [\d,]+ points?", "".join(chart["text/plain"]))
        assert chart[PLOTLY]["data"] and chart[PLOTLY]["layout"]
        assert "responsive" not in chart[PLOTLY]["config"]
    assert ["firesteelPage(" in html(chart) for chart in charts].count(True) == 1
    assert gallery.stat().st_size < 6_000_000


def test_the_committed_notebook_has_pictures_of_the_charts_of_a_run(gallery):
    stored = {cell["id"]: cell.get("outputs", []) for cell in json.loads(NOTEBOOK.read_text())["cells"]}
    for name, chart in bundles(gallery).items():
        (picture,) = filter(pictures.figure, stored[name])
        assert pictures.figure(picture) == pictures.digest(chart[PLOTLY]), f"{name}: run tests/update_notebooks.py notebooks/gallery.ipynb"
        assert set(picture["data"]) == {"image/png", "text/plain"}
        assert "".join(picture["data"]["text/plain"]) == "".join(chart["text/plain"])
    assert "<script>(()=>{" not in NOTEBOOK.read_text()
    assert NOTEBOOK.stat().st_size <= 1_000_000


def test_every_kind_of_table_is_there(shown):
    tables = {name: data for name, data in shown.items() if name.startswith("table-") and PLOTLY not in data}
    assert len(tables) >= 8
    for name, data in tables.items():
        assert "<table" in html(data) or "<details" in html(data), name
    assert "6 rows × 6 columns" in html(shown["table-records"])


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
def test_exported_html_draws_every_chart_and_plays_the_map(gallery, shown, require):
    require(chromium(), "Chromium")
    with launched() as browser, exported(gallery, browser) as page:
        charts = list(bundles(gallery))
        elements = page.query_selector_all(".js-plotly-plot")
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        for name, element in zip(charts, elements):
            element.screenshot(path=SCREENSHOTS / f"{name}.png")
        world = elements[charts.index("plot-map")]
        assert len(world.query_selector_all(".choroplethlayer path")) > 100
        world.query_selector(".updatemenu-button").click()
        page.wait_for_function("chart => chart._fullLayout.sliders[0].active >= 2", arg=world, timeout=60_000)
        assert page.errors == []


@pytest.fixture(scope="module")
def lab(require, jdk, root, gallery, tmp_path_factory):
    require(chromium(), "Chromium")
    log = tmp_path_factory.mktemp("lab") / "lab.log"
    with Lab(LAUNCHER, {**os.environ, "FIRESTEEL_JAVA": str(jdk.java)}, log, [str(root)]) as lab:
        yield lab


@pytest.mark.browser
def test_jupyterlab_draws_an_untrusted_notebook_light_and_dark(lab, gallery):
    with lab.open_offline(gallery.name) as page:
        wait_until_all_drawn(page, gallery)
        assert not page.page.evaluate("() => jupyterapp.shell.currentWidget.content.widgets.some(c => c.model.trusted && c.model.outputs?.length)")
        page.whole_screenshot(SCREENSHOTS / "gallery-light.png")
        page.page.evaluate("() => jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})")
        page.page.wait_for_function(DARK)
        page.whole_screenshot(SCREENSHOTS / "gallery-dark.png")
        page.page.evaluate("() => jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Light'})")
        page.page.wait_for_function(LIGHT)


@pytest.mark.browser
def test_jupyterlab_draws_a_trusted_notebook_also_after_reload(lab, root, gallery):
    with lab.open_offline("notebooks/gallery.ipynb") as page:
        page.run_all()
        wait_until_all_drawn(page, gallery)
        page.command("docmanager:save")
        saved = root / "notebooks" / "gallery.ipynb"
        page.page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty")
        assert count(saved) == count(gallery)
        page.whole_screenshot(SCREENSHOTS / "gallery-trusted.png")
    with lab.open_offline("notebooks/gallery.ipynb") as page:
        wait_until_all_drawn(page, gallery)


@pytest.mark.browser
def test_notebook_7_draws_it(gallery, specs, require, tmp_path):
    require(chromium(), "Chromium")
    env = {**os.environ, "JUPYTER_PATH": str(specs.parent)}
    with Notebook7(env, tmp_path / "notebook.log", gallery.parent) as notebook7:
        with notebook7.open_offline(gallery.name) as page:
            wait_until_all_drawn(page, gallery)
            page.screenshot(SCREENSHOTS / "gallery-notebook-7.png")


def wait_until_all_drawn(page, gallery):
    charts = count(gallery)
    wait_until_drawn(page.page, charts)
    assert page.page.locator(".jp-OutputArea-output.js-plotly-plot").count() == charts
