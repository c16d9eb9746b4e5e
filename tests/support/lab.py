"""JupyterLab as `./firesteel lab` starts it, driven in headless Chromium."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit, urlunsplit

from playwright.sync_api import sync_playwright

from support.processes import Program

GUARD = 120_000  # milliseconds
ADDRESS = re.compile(r"http://(?:127\.0\.0\.1|localhost):\d+/\S*token=\w+\S*")

# Nothing may cover the page or restore an earlier layout, and every cell needs its elements in the page.
SETTINGS = {
    "@jupyterlab/apputils-extension/notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/docmanager-extension/plugin": {"autosave": False},
}
IDLE = """() => {
  const panel = jupyterapp.shell.currentWidget;
  const kernel = panel?.sessionContext?.session?.kernel;
  return kernel?.status === 'idle' && kernel.connectionStatus === 'connected'
    && ![...panel.content.widgets].some(c => c.promptNode?.textContent.includes('*')
      || c.node.querySelector('.jp-InputArea-prompt')?.textContent.includes('*'));
}"""


def chromium():
    """The browser's executable, or None."""
    return os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))), None
    )


def free_port():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return unused.getsockname()[1]


@contextlib.contextmanager
def launched():
    """A fresh Chromium; one at a time, as Playwright's loop can't be entered twice."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(),
            # No sandbox: CI runs as root, where Chromium has none. Maps and surfaces want WebGL, by software.
            args=["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-dev-shm-usage", "--font-render-hinting=none"],
        )
        yield browser
        browser.close()


class Lab:
    """A running `./firesteel lab --no-browser`; a context manager that ends it and all that it started."""

    APP = "lab/tree"

    def __init__(self, launcher, env, log, arguments=()):
        self._command = [str(launcher), "lab", "--no-browser", *arguments]
        self._env, self._log = env, pathlib.Path(log)

    def __enter__(self):
        settings = pathlib.Path(self._env["JUPYTERLAB_SETTINGS_DIR"])
        for plugin, values in SETTINGS.items():
            file = settings / f"{plugin}.jupyterlab-settings"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(values))
        # window.jupyterapp gives the tests the commands that the menus give a user.
        config = pathlib.Path(self._env["JUPYTER_CONFIG_DIR"]) / "jupyter_lab_config.json"
        exposed = {"expose_app_in_browser": True}
        config.write_text(json.dumps({"LabApp": {**exposed, "news_url": None}}))
        (config.parent / "jupyter_notebook_config.json").write_text(json.dumps({"JupyterNotebookApp": exposed}))
        # Two servers that start at once would both take the usual port for free.
        (config.parent / "jupyter_server_config.json").write_text(json.dumps({"ServerApp": {"port": free_port()}}))
        self._program = Program(self._command, self._log, env=self._env, own_group=True)
        try:
            self.address = self._program.wait_for_output(ADDRESS, GUARD / 1000)[0]
        except BaseException:
            self.__exit__()
            raise
        return self

    def kernel(self):
        """The process of the only kernel."""
        (kernel,) = [process for process in self._program.children() if "firesteel.app.Main" in process.cmdline()]
        return kernel

    def stop(self, number=signal.SIGTERM):
        """Asks the server to end, as closing the terminal does, and returns its exit status."""
        self._program.send(number)
        return self._program.wait(60)

    def __exit__(self, *_):
        with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
            if not self._program.has_ended:
                self.stop()
        self._program.end()

    @contextlib.contextmanager
    def open(self, notebook, width=1100, height=1400):
        """The notebook (a path below the server's folder) in a fresh browser."""
        with launched() as browser:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.set_default_timeout(GUARD)
            yield NotebookPage(page, self._url_of(notebook))

    @contextlib.contextmanager
    def open_start(self, width=1100, height=1400):
        """The page of the address that was printed, in a fresh browser."""
        with launched() as browser:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.set_default_timeout(GUARD)
            page.goto(self.address)
            page.wait_for_function("() => window.jupyterapp")
            page.evaluate("() => jupyterapp.restored")
            yield page

    @contextlib.contextmanager
    def open_offline(self, notebook):
        """Like open; whatever the page asks others than the server for, once it is open, is refused and fails the test."""
        asked = []

        def refuse(route):
            asked.append(route.request.url)
            route.abort()

        with self.open(notebook) as page:
            page.page.route(lambda url: urlsplit(url).hostname not in ("127.0.0.1", "localhost", None), refuse)
            yield page
            assert asked == []

    def _url_of(self, notebook):
        parts = urlsplit(self.address)
        token = parse_qs(parts.query)["token"][0]
        return urlunsplit((parts.scheme, parts.netloc, f"/{self.APP}/{notebook}", f"reset&token={token}", ""))


class Notebook7(Lab):
    """Notebook 7 of the environment that the tests run in."""

    APP = "notebooks"

    def __init__(self, env, log, folder):
        super().__init__(None, env, log)
        # Jupyter as root, as CI is, wants to be asked for that.
        self._command = [sys.executable, "-m", "notebook", "--no-browser", "--allow-root", f"--ServerApp.root_dir={folder}"]


class NotebookPage:
    """A notebook that is open in JupyterLab; errors are what scripts of the page threw."""

    def __init__(self, page, url):
        self.page = page
        self.errors = []
        page.on("pageerror", lambda error: self.errors.append(error.message))
        page.goto(url)
        page.wait_for_function("() => window.jupyterapp")
        page.evaluate("() => jupyterapp.restored")
        page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook .jp-Cell")
        page.evaluate("() => { jupyterapp.shell.collapseLeft(); jupyterapp.shell.collapseRight(); }")
        self.wait_until_idle()

    def wait_until_idle(self):
        self.page.wait_for_function(IDLE)

    def command(self, name):
        self.page.evaluate("name => jupyterapp.commands.execute(name)", name)

    def start_command(self, name):
        """Like command, but returns before the command has ended."""
        self.page.evaluate("name => { jupyterapp.commands.execute(name); }", name)

    def run_all(self):
        self.command("notebook:run-all-cells")
        self.wait_until_idle()

    def shut_down(self):
        """Ends the notebook's kernel."""
        self.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.shutdown()")

    def notebook(self):
        """The notebook as it would be saved."""
        return self.page.evaluate("() => jupyterapp.shell.currentWidget.content.model.sharedModel.toJSON()")

    def add_cell(self, code):
        """A new last cell, made active; returns its editor."""
        self.page.evaluate(
            """() => { const notebook = jupyterapp.shell.currentWidget.content;
                       notebook.activeCellIndex = notebook.widgets.length - 1; }"""
        )
        self.command("notebook:insert-cell-below")
        editor = self.page.locator(".jp-Notebook .jp-Cell").last.locator(".cm-content")
        editor.click()
        self.page.keyboard.insert_text(code)
        return editor

    def complete(self, code):
        """Types code into a new cell, presses Tab, and returns the menu's entries."""
        self.add_cell(code)
        self.page.keyboard.press("Tab")
        return self.completions()

    def completions(self):
        """The entries of the completion menu, once it is there."""
        self.page.wait_for_selector(".jp-Completer:not(.lm-mod-hidden) .jp-Completer-item")
        return self.page.locator(".jp-Completer .jp-Completer-match").all_text_contents()

    def last_output(self):
        return self.page.locator(".jp-Notebook .jp-Cell").last.locator(".jp-OutputArea")

    def wait_for_output(self, text):
        self.last_output().get_by_text(text).first.wait_for()

    def screenshot(self, file, cell=None, size=None):
        """A picture of the window, from the cell of a number on if one is given."""
        file.parent.mkdir(parents=True, exist_ok=True)
        usual = self.page.viewport_size
        if size:
            self.page.set_viewport_size(size)
        if cell is not None:
            self.page.evaluate(
                """cell => { const notebook = jupyterapp.shell.currentWidget.content;
                             notebook.activeCellIndex = cell;
                             notebook.widgets[cell].node.scrollIntoView({block: 'start'}); }""",
                cell,
            )
        self.page.screenshot(path=str(file))
        self.page.set_viewport_size(usual)

    def whole_screenshot(self, file):
        """A picture of all of the notebook, which scrolls inside of the page."""
        height = self.page.evaluate("() => jupyterapp.shell.currentWidget.content.widgets.reduce((h, c) => h + c.node.offsetHeight + 8, 200)")
        self.screenshot(file, size={"width": self.page.viewport_size["width"], "height": min(height, 16_000)})
