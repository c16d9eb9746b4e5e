"""Charts in JupyterLab and in nbconvert's HTML: where the library is kept, the width of cells, and data that looks like script."""

import json
import os

import pytest

from conftest import LAUNCHER, REPOSITORY
from support.charts import count, exported, html, wait_until_drawn
from support.lab import Lab, chromium, launched

SCREENSHOTS = REPOSITORY / "target" / "screenshots"
HOSTILE = "</script><script>window.hit = 1</script><img src=x onerror='window.hit = 2'><a href=\\\"javascript:window.hit=3\\\">x</a>"
CHART = 'firesteel.charts.Figure.of(List.of(Map.of("type", "bar", "y", List.of(1, 2))), Map.of())'
HOSTILE_CELLS = [
    f'''String evil = "{HOSTILE}";
import firesteel.charts.Figure;
Figure.of(
    List.of(Map.of("type", "bar", "x", List.of(evil, "\\u2028\\u202e💥"), "y", List.of(1, Double.NaN), "name", evil, "text", List.of(evil, evil)),
        Map.of("type", "bar", "x", List.of(evil), "y", List.of(2), "name", "b")),
    Map.of("title", Map.of("text", evil), "xaxis", Map.of("title", Map.of("text", evil))))''',
    """import tech.tablesaw.api.*;
tech.tablesaw.plotly.api.PiePlot.create(evil, Table.create("t", StringColumn.create("k", evil, "b"), DoubleColumn.create("v", 1, 2)), "k", "v")""",
    """import firesteel.charts.plot.Plot;
record Evil(String name, String other, double number, int year) {}
List<Evil> evils = List.of(
    new Evil(evil, "b", 1, 2000), new Evil("\\u202e💥 مرحبا", evil, 2, 2001), new Evil("'\\"&amp;\\0", "c", Double.NaN, 2001),
    new Evil("x".repeat(1_000_000), evil, 3, 2000), new Evil("plain", "d", Double.POSITIVE_INFINITY, 2000));""",
    'Plot.bar(evils).x("name").y("number").color("other").title(evil).subtitle(evil).xTitle(evil).yTitle(evil)',
    'Plot.bar(evils).x("other").y("number").animate("name")',
    'Plot.line(evils).x("year").y("number").facet("name")',
    'Plot.scatter(evils).x("year").y("number").color("name").hoverName("name").hover("other")',
    'Plot.pie(evils).names("name").values("number")',
    'Plot.sunburst(evils).path("other", "name").values("number")',
    'Plot.treemap(evils).path("other", "name").values("number")',
    'Plot.heatmap(evils).x("name").y("other").values("number")',
    'Plot.choropleth(List.of(new Evil("France", "", 1, 2000), new Evil(evil, "", 2, 2000))).country("name").color("number").title(evil)',
    'Plot.line(Map.of(evil, List.of(1, 2), evil + "2", List.of(3, 4))).x(evil).y(evil + "2")',
]


def written(path, cells):
    metadata = {"kernelspec": {"name": "firesteel", "display_name": "Firesteel", "language": "java"}}
    code = [
        {"cell_type": "code", "id": f"c{i}", "metadata": {}, "execution_count": None, "outputs": [], "source": source}
        for i, source in enumerate(cells)
    ]
    path.write_text(json.dumps({"cells": code, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("charts")
    written(folder / "hostile.ipynb", HOSTILE_CELLS)
    written(folder / "moves.ipynb", [CHART, CHART])
    return folder


@pytest.fixture(scope="module")
def hostile(folder, firesteel):
    """The notebook with its outputs, which nobody has signed."""
    out = folder / "hostile-run.ipynb"
    firesteel("run", folder / "hostile.ipynb", "-o", out)
    assert count(out) == len(HOSTILE_CELLS) - 1
    return out


@pytest.fixture(scope="module")
def lab(require, jdk, folder, hostile, tmp_path_factory):
    require(chromium(), "Chromium")
    log = tmp_path_factory.mktemp("lab") / "lab.log"
    with Lab(LAUNCHER, {**os.environ, "FIRESTEEL_JAVA": str(jdk.java)}, log, [str(folder)]) as lab:
        yield lab


@pytest.mark.browser
def test_data_runs_no_script_in_html(hostile, require):
    require(chromium(), "Chromium")
    with launched() as browser, exported(hostile, browser) as page:
        check_harmless(page)
        page.screenshot(path=SCREENSHOTS / "charts-hostile.png", full_page=True)


@pytest.mark.browser
def test_data_runs_no_script_in_jupyterlab(lab, hostile):
    with lab.open_offline(hostile.name) as page:
        wait_until_drawn(page.page, count(hostile))
        check_harmless(page.page)
        page.run_all()  # Now the outputs are trusted.
        wait_until_drawn(page.page, count(hostile))
        check_harmless(page.page)


def check_harmless(page):
    for chart in page.locator(".js-plotly-plot").all():
        chart.hover()  # What stands beside the pointer is data, too.
    assert page.evaluate("() => window.hit") is None
    assert page.locator(".js-plotly-plot img, .js-plotly-plot script").count() == 0
    assert page.locator(".js-plotly-plot a").evaluate_all("all => all.filter(a => /script/i.test(a.href.baseVal ?? a.href)).length") == 0


@pytest.mark.browser
def test_charts_follow_the_width_of_the_cell(lab):
    with lab.open_offline("moves.ipynb") as page:
        page.run_all()
        wait_until_drawn(page.page, 2)
        page.page.set_viewport_size({"width": 700, "height": 1200})
        page.page.wait_for_function("() => [...document.querySelectorAll('.js-plotly-plot')].every(c => c._fullLayout.width <= 600)")


@pytest.mark.browser
def test_charts_survive_save_and_reload_and_the_library_moves_with_its_cell(lab):
    with lab.open_offline("moves.ipynb") as page:
        page.run_all()
        wait_until_drawn(page.page, 2)
        assert library_cells(page.notebook()) == [0]
        page.page.evaluate("() => { jupyterapp.shell.currentWidget.content.activeCellIndex = 0; }")
        page.command("notebook:delete-cell")
        page.run_all()
        assert library_cells(page.notebook()) == [0] and len(page.notebook()["cells"]) == 1
        page.command("docmanager:save")
    with lab.open_offline("moves.ipynb") as page:
        wait_until_drawn(page.page, 1)


def library_cells(notebook):
    return [i for i, c in enumerate(notebook["cells"]) for o in c["outputs"] if "firesteelPage(" in html(o["data"])]
