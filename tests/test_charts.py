"""Charts: the gallery notebook drawn by JupyterLab and in nbconvert's HTML, with no network; data that looks like script."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from conftest import LAUNCHER, REPOSITORY
from support.lab import Lab, chromium, launched

GALLERY = REPOSITORY / "notebooks" / "charts.ipynb"
SCREENSHOTS = REPOSITORY / "target" / "screenshots"
PLOTLY = "application/vnd.plotly.v1+json"
DRAWN = """count => {
  const charts = [...document.querySelectorAll('.js-plotly-plot')];
  return charts.length >= count && charts.every(c => c.querySelector('.main-svg') && c._fullLayout && c.calcdata?.length);
}"""
HOSTILE = "</script><script>window.hit = 1</script><img src=x onerror='window.hit = 2'><a href=\\\"javascript:window.hit=3\\\">x</a>"


def written(path, cells):
    notebook = json.loads(GALLERY.read_text())
    notebook["cells"] = [
        {"cell_type": "code", "id": f"c{i}", "metadata": {}, "execution_count": None, "outputs": [], "source": code}
        for i, code in enumerate(cells)
    ]
    path.write_text(json.dumps(notebook))
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("charts")
    shutil.copy(GALLERY, folder)
    written(
        folder / "hostile.ipynb",
        [
            f'''String evil = "{HOSTILE}";
import firesteel.charts.Figure;
Figure.of(
    List.of(Map.of("type", "bar", "x", List.of(evil, "\\u2028\\u202e💥"), "y", List.of(1, Double.NaN), "name", evil, "text", List.of(evil, evil)),
        Map.of("type", "bar", "x", List.of(evil), "y", List.of(2), "name", "b")),
    Map.of("title", Map.of("text", evil), "xaxis", Map.of("title", Map.of("text", evil))))''',
            '''import tech.tablesaw.api.*;
tech.tablesaw.plotly.api.PiePlot.create(evil, Table.create("t", StringColumn.create("k", evil, "b"), DoubleColumn.create("v", 1, 2)), "k", "v")''',
        ],
    )
    return folder


def executed(folder, firesteel, name):
    out = folder / f"{name}-run.ipynb"
    firesteel("run", folder / f"{name}.ipynb", "-o", out)
    return out


@pytest.fixture(scope="module")
def gallery(folder, firesteel):
    return executed(folder, firesteel, "charts")


@pytest.fixture(scope="module")
def hostile(folder, firesteel):
    return executed(folder, firesteel, "hostile")


def bundles(path):
    cells = json.loads(path.read_text())["cells"]
    return [o["data"] for c in cells for o in c.get("outputs", []) if PLOTLY in o.get("data", {})]


def html(bundle):
    return "".join(bundle["text/html"])


def test_every_chart_has_all_forms_and_the_notebook_the_library_once(gallery):
    charts = bundles(gallery)
    assert len(charts) >= 24
    for chart in charts:
        assert re.search(r" chart .*, \d+ traces?, [\d,]+ points?", "".join(chart["text/plain"]))
        assert chart[PLOTLY]["data"] and chart[PLOTLY]["layout"]
        assert "responsive" not in chart[PLOTLY]["config"]
    assert ["firesteelPage(" in html(chart) for chart in charts].count(True) == 1
    assert gallery.stat().st_size < 3_600_000


@pytest.fixture
def browser(require):
    require(chromium(), "Chromium")
    with launched() as running:
        yield running


@contextlib.contextmanager
def offline_html(notebook, browser):
    subprocess.run([sys.executable, "-m", "nbconvert", "--to", "html", str(notebook)], check=True, capture_output=True)
    context = browser.new_context(offline=True, viewport={"width": 1000, "height": 1200})
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(error.message))
    page.goto(notebook.with_suffix(".html").as_uri())
    yield page
    context.close()


@pytest.mark.browser
def test_html_made_by_nbconvert_draws_every_chart_offline(gallery, browser):
    with offline_html(gallery, browser) as page:
        page.wait_for_function(DRAWN, arg=len(bundles(gallery)), timeout=120_000)
        # The template of nbconvert itself asks for a module loader that isn't there offline.
        assert [error for error in page.errors if "require" not in error] == []
        page.screenshot(path=SCREENSHOTS / "charts-html.png", full_page=True)


@pytest.mark.browser
def test_data_runs_no_script_in_html(hostile, browser):
    with offline_html(hostile, browser) as page:
        page.wait_for_function(DRAWN, arg=2)
        check_harmless(page)


def check_harmless(page):
    assert page.evaluate("() => window.hit") is None
    assert page.locator(".js-plotly-plot img, .js-plotly-plot script").count() == 0
    assert page.locator(".js-plotly-plot a").evaluate_all("all => all.filter(a => /script/i.test(a.href.baseVal ?? a.href)).length") == 0


@pytest.fixture(scope="module")
def lab(require, jdk, folder, gallery, hostile, tmp_path_factory):
    require(chromium(), "Chromium")
    log = tmp_path_factory.mktemp("lab") / "lab.log"
    with Lab(LAUNCHER, {**os.environ, "FIRESTEEL_JAVA": str(jdk.java)}, log, [str(folder)]) as lab:
        yield lab


@contextlib.contextmanager
def opened(lab, name):
    """A notebook in JupyterLab; whatever the page asks others than the server for is noted, and refused."""
    with lab.open(name) as page:
        page.asked = []

        def refuse(route):
            page.asked.append(route.request.url)
            route.abort()

        page.page.route(lambda url: urlsplit(url).hostname not in ("127.0.0.1", "localhost", None), refuse)
        yield page
        assert page.asked == []


def wait_until_drawn(page, count):
    page.page.wait_for_function(DRAWN, arg=count)
    assert page.page.locator(".jp-OutputArea-output.js-plotly-plot").count() == count


@pytest.mark.browser
def test_jupyterlab_draws_every_chart_of_an_untrusted_notebook_light_and_dark(lab, gallery, jdk):
    count = len(bundles(gallery))
    with opened(lab, gallery.name) as page:
        wait_until_drawn(page, count)
        assert not page.page.evaluate("() => jupyterapp.shell.currentWidget.content.widgets.some(c => c.model.trusted && c.model.outputs?.length)")
        whole(page, SCREENSHOTS / f"charts-light-{jdk}.png")
        page.page.evaluate("() => jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})")
        page.page.wait_for_function(
            """() => [...document.querySelectorAll('.js-plotly-plot')].every(c =>
                 c.layout.template.layout.font.color !== undefined && /^#1|^#2|^rgb\\((1|2|3)\\d,|^#000|^black/.test(c._fullLayout.paper_bgcolor))"""
        )
        whole(page, SCREENSHOTS / f"charts-dark-{jdk}.png")
        page.page.evaluate("() => jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Light'})")
        page.page.wait_for_function("() => document.querySelector('.js-plotly-plot')._fullLayout.paper_bgcolor !== '#111111'")


def whole(page, file):
    """A picture of all of the notebook, which scrolls inside of the page."""
    usual = page.page.viewport_size
    height = page.page.evaluate("() => jupyterapp.shell.currentWidget.content.widgets.reduce((h, c) => h + c.node.offsetHeight + 8, 200)")
    page.screenshot(file, size={"width": usual["width"], "height": min(height, 16_000)})


@pytest.mark.browser
def test_charts_follow_the_width_of_the_cell(lab, gallery):
    with opened(lab, gallery.name) as page:
        wait_until_drawn(page, len(bundles(gallery)))
        page.page.set_viewport_size({"width": 700, "height": 1200})
        page.page.wait_for_function("() => [...document.querySelectorAll('.js-plotly-plot')].every(c => c._fullLayout.width <= 600)")


@pytest.mark.browser
def test_charts_survive_save_and_reload_and_the_library_moves_with_its_cell(lab, folder):
    chart = 'firesteel.charts.Figure.of(List.of(Map.of("type", "bar", "y", List.of(1, 2))), Map.of())'
    written(folder / "moves.ipynb", [chart, chart])
    with opened(lab, "moves.ipynb") as page:
        page.run_all()
        wait_until_drawn(page, 2)
        assert library_cells(page.notebook()) == [0]
        page.page.evaluate("() => { jupyterapp.shell.currentWidget.content.activeCellIndex = 0; }")
        page.command("notebook:delete-cell")
        page.run_all()
        assert library_cells(page.notebook()) == [0] and len(page.notebook()["cells"]) == 1
        page.command("docmanager:save")
    with opened(lab, "moves.ipynb") as page:
        wait_until_drawn(page, 1)


def library_cells(notebook):
    return [i for i, c in enumerate(notebook["cells"]) for o in c["outputs"] if "firesteelPage(" in html(o["data"])]


@pytest.mark.browser
def test_data_runs_no_script_in_jupyterlab(lab, hostile):
    with opened(lab, hostile.name) as page:
        wait_until_drawn(page, 2)
        check_harmless(page.page)
        page.run_all()  # Now the outputs are trusted.
        wait_until_drawn(page, 2)
        check_harmless(page.page)
