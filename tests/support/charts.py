"""Charts in notebooks' files, and in pages that draw them."""

import contextlib
import json
import subprocess
import sys

PLOTLY = "application/vnd.plotly.v1+json"
DRAWN = """count => {
  const charts = [...document.querySelectorAll('.js-plotly-plot')];
  return charts.length >= count && charts.every(c => c.querySelector('.main-svg') && c._fullLayout && c.calcdata?.length);
}"""


def bundles(path):
    """What each chart of a notebook's file is in each form, by the id of its cell; a later one of a cell takes its place."""
    return {
        cell["id"]: output["data"]
        for cell in json.loads(path.read_text())["cells"]
        for output in cell.get("outputs", [])
        if PLOTLY in output.get("data", {})
    }


def count(path):
    """How many charts a notebook's file holds."""
    cells = json.loads(path.read_text())["cells"]
    return sum(PLOTLY in output.get("data", {}) for cell in cells for output in cell.get("outputs", []))


def html(bundle):
    return "".join(bundle["text/html"])


def wait_until_drawn(page, charts):
    page.wait_for_function(DRAWN, arg=charts, timeout=180_000)


@contextlib.contextmanager
def exported(notebook, browser):
    """The page that nbconvert makes of a notebook, drawn where there is no network; errors are what its scripts threw."""
    subprocess.run([sys.executable, "-m", "nbconvert", "--to", "html", str(notebook)], check=True, capture_output=True)
    context = browser.new_context(offline=True, viewport={"width": 1000, "height": 1200})
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(error.message))
    page.goto(notebook.with_suffix(".html").as_uri(), wait_until="domcontentloaded")
    wait_until_drawn(page, count(notebook))
    # The template of nbconvert itself asks for a module loader and for MathJax, which aren't there offline.
    page.errors = [error for error in page.errors if "require" not in error and "MathJax" not in error]
    yield page
    context.close()
