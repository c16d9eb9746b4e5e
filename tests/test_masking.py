"""No e-mail address and no phone number of the sample is left in what the notebooks about persons show, write and log."""

import csv
import html
import pathlib

import pytest

from support import notebook_files

SAMPLES = notebook_files.REPOSITORY / "data" / "samples" / "usage"
NOTEBOOKS = [pathlib.Path("notebooks/05-masking.ipynb"), pathlib.Path("notebooks/scenarios/usage-sessions/usage_sessions.ipynb")]
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def originals():
    """All addresses and numbers of the sample, in small letters."""
    found = set()
    for path in sorted(SAMPLES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for session in csv.DictReader(file):
                found |= {session["email"].strip().lower(), session["phone"].strip()}
    return found - {""}


def leaked(text, originals, notebook):
    """How many originals a text has; the originals themselves must not be in the message of a failed test either. An invented
    address in the sources of a notebook may happen to be one of the sample's."""
    sources = "\n".join(notebook_files.source(cell) for cell in notebook_files.read(notebook)["cells"]).lower()
    text = (text + html.unescape(text)).lower()
    return sum(original in text and original not in sources for original in originals)


@pytest.fixture(scope="module", params=[path for path in NOTEBOOKS if path in notebook_files.committed()], ids=lambda path: path.stem)
def left(request, firesteel, tmp_path_factory):
    """The notebook, and what its run leaves, from a name to a text: the notebook's file, its report, all that it wrote, the log."""
    root = notebook_files.copy(tmp_path_factory.mktemp("a copy"))
    notebook, run, state = root / request.param, root / "run", root / "state"
    run.mkdir()
    done = firesteel(
        "run", notebook, "-o", run / "run.ipynb", "--html", run / "report.html", cwd=root, env={"XDG_STATE_HOME": str(state)}
    )
    files = [path for folder in (run, state, notebook.parent / "output") for path in folder.rglob("*") if path.is_file()]
    texts = {path.relative_to(root).as_posix(): path.read_bytes().decode(errors="replace") for path in files}
    return request.param, texts | {"stdout": done.stdout, "stderr": done.stderr}


def test_all_places_are_searched(left):
    names = set(left[1])
    assert {"run/run.ipynb", "run/report.html"} < names
    assert any(name.startswith("state/firesteel/logs/") for name in names), names
    assert any("/output/" in name and name.endswith(".csv") for name in names), names


def test_no_address_and_no_number_is_left_by_a_run(left, originals):
    notebook, texts = left
    found = {name: leaked(text, originals, notebook) for name, text in texts.items()}
    assert {name: number for name, number in found.items() if number} == {}


@pytest.mark.parametrize("notebook", notebook_files.committed(), ids=str)
def test_no_address_and_no_number_is_in_a_committed_notebook(notebook, originals):
    text = (notebook_files.REPOSITORY / notebook).read_text()
    assert leaked(text, originals, notebook) == 0
