"""The notebooks in other frontends and on other masters than `firesteel run` on this machine: the outputs are the committed ones.

The usual run takes a few notebooks on each, the soak tests all of them.
"""

import contextlib
import json
import os
import subprocess
import sys

import pytest

from conftest import JDKS, LAUNCHER
from support import masters, notebook_files, notebooks
from support.lab import Lab, chromium

CASES = notebook_files.cases()
CASES_BY_PLACE = {"connect": [case for case in CASES if case.connects]}
# From the place to the numbers of the cases that the usual run takes there. test_lab.py has the first two in JupyterLab.
USUAL = {
    "nbconvert": range(1, 2),
    "papermill": range(8, 9),
    "lab": range(2, 4),
    "standalone": range(4, len(CASES), 12),
    "connect": range(7, len(CASES), 12),
}
pytestmark = pytest.mark.timeout(900)


def cases_by_place():
    for jdk in JDKS:
        for place, usual in USUAL.items():
            for number, case in enumerate(CASES_BY_PLACE.get(place, CASES)):
                marks = [pytest.mark.browser] if place == "lab" else []
                if jdk != JDKS[0] or number not in usual:
                    marks.append(pytest.mark.soak)
                yield pytest.param(jdk, place, case, id=f"{jdk}-{place}-{case}", marks=marks)


@contextlib.contextmanager
def nbconvert(request):
    specs = request.getfixturevalue("specs")
    yield jupyter(specs, "nbconvert", "--to", "notebook", "--execute", "{file}", "--output-dir", "{out.parent}", "--output", "{out.stem}")


@contextlib.contextmanager
def papermill(request):
    specs = request.getfixturevalue("specs")
    # From the folder of the notebook, as the paths in it are relative to that.
    yield jupyter(specs, "papermill", "--no-progress-bar", "--cwd", "{file.parent}", "{file}", "{out}")


def jupyter(specs, module, *arguments):
    """Runs a notebook with a command of the tests' Python environment, whose kernel is the one that was installed."""

    def run(file, out):
        command = [sys.executable, "-m", module, *(argument.format(file=file, out=out) for argument in arguments)]
        env = {**os.environ, "JUPYTER_PATH": str(specs.parent)}
        done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, text=True, capture_output=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(out.read_text())

    return run


@contextlib.contextmanager
def lab(request):
    request.getfixturevalue("require")(chromium(), "Chromium")
    jdk, root = request.getfixturevalue("jdk"), request.getfixturevalue("root")
    env = {**os.environ, "FIRESTEEL_JAVA": str(jdk.java)}
    with Lab(LAUNCHER, env, root / "lab.log", [str(root / "notebooks")]) as running:

        def run(file, _):
            with running.open(file.relative_to(root / "notebooks").as_posix()) as page:
                page.command("notebook:clear-all-cell-outputs")
                page.run_all()
                notebook = page.notebook()
                page.shut_down()
                return notebook

        yield run


def on(name):
    """`firesteel run` on a master; paths are given as its servers and executors need them."""

    @contextlib.contextmanager
    def start(request):
        firesteel, root = request.getfixturevalue("firesteel"), request.getfixturevalue("root")
        with masters.STARTERS[name](request.getfixturevalue("needs")) as master:
            settings = {**masters.SMALL, "spark.executor.cores": "1"}
            (root / "conf").mkdir(exist_ok=True)
            (root / "conf" / "spark-defaults.conf").write_text("".join(f"{key} {value}\n" for key, value in settings.items()))
            env = {"SPARK_CONF_DIR": str(root / "conf"), **master.env}

            def run(file, out):
                parameters = notebook_files.absolute_paths(json.loads(file.read_text()), file.parent)
                options = [word for name, value in parameters.items() for word in ("-p", f"{name}={value}")]
                done = firesteel("run", file, "-o", out, "--master", master.target.split()[0], *options, env=env, check=False)
                assert done.returncode == 0, done.stdout + done.stderr
                return json.loads(out.read_text())

            yield run

    return start


PLACES = {"nbconvert": nbconvert, "papermill": papermill, "lab": lab, "standalone": on("standalone"), "connect": on("connect")}


@pytest.fixture(scope="module")
def root(jdk, tmp_path_factory):
    return notebook_files.copy(tmp_path_factory.mktemp("a copy"))


@pytest.fixture(scope="module")
def place(request):
    """What runs a notebook there: a function of its file and of the file for its outputs."""
    with PLACES[request.param](request) as run:
        yield run


@pytest.mark.parametrize(("jdk", "place", "case"), list(cases_by_place()), indirect=["jdk", "place"])
def test_a_notebook_shows_what_is_committed(place, case, root, tmp_path):
    for path in case.notebooks:
        results = notebooks.results(place(root / path, tmp_path / path.name))
        committed = notebooks.results(notebook_files.read(path))
        for name in committed:
            assert results.get(name) == committed[name], f"{path}, cell {name}"
