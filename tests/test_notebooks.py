"""Every notebook, run by `firesteel run`: the committed outputs, its own checks, its exercises' solutions, and, for the scenarios,
the answers of the same pipelines in PySpark. Each runs on one JDK in the usual run, by turns, and on all in the soak tests."""

import dataclasses
import json
import os
import pathlib

import pytest

from conftest import JDKS, REPOSITORY
from support import notebook_files, notebooks
from support.notebook_files import SOLUTION
from support.pyspark import JOBS, PySpark

CASES = notebook_files.cases()
# Its only notebook fetches a package.
WITH_NETWORK = {"13-tables-that-stay"}
# Whatever asks for an address that is not on this machine is sent to a port where nothing listens.
NO_NETWORK = " ".join(f"-D{protocol}.proxyHost=127.0.0.1 -D{protocol}.proxyPort=9" for protocol in ("http", "https"))
pytestmark = pytest.mark.timeout(900)


def on_each_jdk(names=None):
    """Parametrizes a test by JDK and case; names: of the cases, or all of them."""
    return pytest.mark.parametrize(
        ("jdk", "case"),
        [
            pytest.param(jdk, case, id=f"{jdk}-{case}", marks=() if jdk == JDKS[turn % len(JDKS)] else pytest.mark.soak)
            for turn, case in enumerate(CASES)
            if names is None or case.name in names
            for jdk in JDKS
        ],
        indirect=["jdk"],
    )


@dataclasses.dataclass
class Run:
    """What a run left: the copy that it ran in, its exit status and messages, and the notebooks with their outputs."""

    root: pathlib.Path
    status: int = 0
    messages: str = ""
    notebooks: dict = dataclasses.field(default_factory=dict)


@pytest.fixture(scope="session")
def runs():
    """The runs so far: the tests of a case look at the same one."""
    return {}


@pytest.fixture
def run(jdk, case, firesteel, runs, tmp_path_factory):
    """The case, run from top to bottom with its solutions at the end."""
    if (jdk, case) not in runs:
        runs[jdk, case] = Run(notebook_files.copy(tmp_path_factory.mktemp("a copy")))
        run_case(case, firesteel, runs[jdk, case])
    return runs[jdk, case]


def run_case(case, firesteel, run):
    network = "" if case.name in WITH_NETWORK else NO_NETWORK
    env = {"FIRESTEEL_JAVA_OPTS": f"{os.environ['FIRESTEEL_JAVA_OPTS']} {network}"}
    for path in case.notebooks:
        file, out = run.root / path, run.root / "runs" / path.name
        out.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(notebook_files.with_solutions(notebook_files.read(path))))
        # Started elsewhere: paths in a notebook are relative to the notebook.
        done = firesteel("run", file, "-o", out, cwd=run.root, env=env, check=False)
        run.status, run.messages = run.status or done.returncode, run.messages + done.stderr[-3000:]
        run.notebooks[path] = json.loads(out.read_text()) if out.exists() else {"cells": []}


def own(results):
    """Without the solutions."""
    return {name: shown for name, shown in results.items() if not name.startswith(SOLUTION)}


@on_each_jdk()
def test_every_cell_runs_the_solutions_too(case, run):
    assert run.status == 0, run.messages


@on_each_jdk()
def test_the_committed_outputs_are_those_of_a_run(case, run):
    for path, notebook in run.notebooks.items():
        committed, results = notebooks.results(notebook_files.read(path)), own(notebooks.results(notebook))
        for name in committed:
            assert results.get(name) == committed[name], f"{path}, cell {name}"
        assert list(results) == list(committed)


@on_each_jdk()
def test_a_run_changes_nothing_but_outputs(case, run):
    for path, notebook in run.notebooks.items():
        committed = notebook_files.with_solutions(notebook_files.read(path))
        sources = [(cell["cell_type"], cell["id"], notebook_files.source(cell)) for cell in committed["cells"]]
        assert [(cell["cell_type"], cell["id"], notebook_files.source(cell)) for cell in notebook["cells"]] == sources
        assert notebook["metadata"]["kernelspec"] == committed["metadata"]["kernelspec"]


@on_each_jdk()
def test_no_cell_warns(case, run):
    for path, notebook in run.notebooks.items():
        for name, (texts, _) in notebooks.results(notebook).items():
            assert [text for kind, text in texts if kind == "stderr"] == [], f"{path}, cell {name}"


@on_each_jdk()
def test_the_checks_name_what_they_checked(case, run):
    for path, notebook in run.notebooks.items():
        for cell in notebook_files.tagged(notebook, notebook_files.CHECK):
            ((_, printed),) = notebooks.outputs({"cells": [cell]})[0]
            assert printed.strip(), path


@pytest.fixture
def pyspark(jdk, firesteel, require, tmp_path_factory):
    firesteel("version")
    wheel = PySpark.wheel()
    require(wheel, "the wheel of pyspark (pip could not get it)")
    return PySpark(wheel, REPOSITORY / "kernel" / "app" / "target" / "dist", jdk.home, tmp_path_factory.mktemp("pyspark"))


@on_each_jdk(JOBS)
def test_pyspark_gives_the_same_answers(case, run, pyspark):
    assert run.status == 0, run.messages
    folder = (run.root / case.notebooks[0]).parent
    done = pyspark.compare(JOBS[case.name], run.root / "data" / "samples", folder / "output")
    assert done.returncode == 0, done.stdout + done.stderr
