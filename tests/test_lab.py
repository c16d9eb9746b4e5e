"""JupyterLab as `firesteel lab` opens it: on the contents, with Java first; and a notebook in it."""

import json
import os

import pytest

from conftest import LAUNCHER, REPOSITORY
from support import notebook_files, notebooks
from support.lab import Lab, chromium

NOTEBOOK = "01-first-steps.ipynb"
SCREENSHOTS = REPOSITORY / "target" / "screenshots"


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The notebooks and their data in a folder whose path has a space."""
    return notebook_files.copy(tmp_path_factory.mktemp("a copy"))


@pytest.fixture(scope="module")
def committed():
    return json.loads((REPOSITORY / "notebooks" / NOTEBOOK).read_text())


@pytest.fixture(scope="module")
def lab(require, jdk, copy, tmp_path_factory):
    require(chromium(), "Chromium")
    log = tmp_path_factory.mktemp("lab") / "lab.log"
    with Lab(LAUNCHER, {**os.environ, "FIRESTEEL_JAVA": str(jdk.java)}, log, [str(copy / "notebooks")]) as lab:
        yield lab


@pytest.fixture
def start(lab):
    """The page that a user sees who opens the address that `firesteel lab` prints."""
    with lab.open_start() as page:
        yield page
        page.evaluate("() => jupyterapp.serviceManager.sessions.shutdownAll()")


@pytest.mark.browser
def test_it_opens_on_the_contents(start, jdk):
    start.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) h1:has-text('Contents')")
    open_now = start.evaluate("() => jupyterapp.shell.currentWidget.context.path")
    assert open_now == "00-contents.ipynb"
    start.wait_for_function("() => jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'")
    start.screenshot(path=SCREENSHOTS / f"contents-{jdk}.png")


@pytest.mark.browser
def test_the_launcher_names_java_first_and_python_too(start, jdk):
    start.evaluate("() => jupyterapp.commands.execute('launcher:create')")
    cards = start.locator(".jp-LauncherCard[data-category='Notebook']:visible")
    cards.first.wait_for()
    start.screenshot(path=SCREENSHOTS / f"launcher-{jdk}.png")
    assert cards.all_inner_texts()[0].strip() == "Java (Firesteel)"
    assert any("Python" in text for text in cards.all_inner_texts())


@pytest.mark.browser
def test_java_is_the_kernel_of_new_notebooks(start):
    start.evaluate("() => { jupyterapp.commands.execute('notebook:create-new'); }")
    chosen = start.locator(".jp-Dialog select option:checked")
    chosen.wait_for(state="attached")
    assert chosen.inner_text() == "Java (Firesteel)"
    start.locator(".jp-Dialog .jp-mod-accept").click()
    start.wait_for_function("() => jupyterapp.shell.currentWidget.sessionContext?.session?.kernel?.name === 'firesteel'")


@pytest.fixture(scope="module")
def page(lab):
    with lab.open(NOTEBOOK) as page:
        page.command("notebook:clear-all-cell-outputs")
        page.run_all()
        page.as_run = page.notebook()
        yield page


@pytest.mark.browser
def test_jupyterlab_gives_what_is_committed(page, committed, jdk):
    assert notebooks.outputs(page.as_run) == notebooks.outputs(committed)
    assert notebooks.forms(page.as_run) == notebooks.forms(committed)
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
