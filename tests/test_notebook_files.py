"""The files of the notebooks: their form, what must not be in them, and their links."""

import re
import socket
import urllib.parse

import nbformat
import pytest

from conftest import REPOSITORY
from support import notebook_files, notebooks
from support.notebook_files import CHECK, INJECTED, PARAMETERS, code_cells, source, tagged, tags
from test_docs import anchors

CONTENTS = notebook_files.NOTEBOOKS.relative_to(REPOSITORY) / "00-contents.ipynb"
# These show something and compute nothing.
WITHOUT_CHECK = {"00-contents", "gallery"}
# It fetches Delta Lake.
WITH_NETWORK = {"13-tables-that-stay"}
MAX_BYTES = 1_000_000
KERNEL = {"display_name": "Java (Firesteel)", "language": "java", "name": "firesteel"}
ABSOLUTE_PATH = re.compile(r"(?<![\w./:])/(?:home|root|Users|tmp|private|work|usr|var|opt|mnt|data)/\S+|file:/+\w\S*")
ADDRESS = re.compile(r"(?:spark|sc|https?)://(?!example\.)[\w.-]+:\d+|\b(?:localhost|127\.0\.0\.1):\d+")
FETCHES = re.compile(r"https?://(?!127\.0\.0\.1|localhost)|%maven\b|%%maven\b|//DEPS|--packages|^!.*\b(?:curl|wget|pip)\b", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s#]*)(?:#([^)\s]*))?\)")


@pytest.fixture(params=notebook_files.committed(), ids=str)
def path(request):
    return request.param


@pytest.fixture
def notebook(path):
    return notebook_files.read(path)


def test_it_is_valid(path):
    nbformat.validate(nbformat.read(REPOSITORY / path, as_version=nbformat.NO_CONVERT))


def test_its_form_is_that_of_all(notebook):
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"]["kernelspec"] == KERNEL
    assert notebook["metadata"]["language_info"]["name"] == "java"
    # It would change with the Java of whoever runs it.
    assert "version" not in notebook["metadata"]["language_info"]


def test_its_cells_have_readable_ids_of_their_own(notebook):
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    # Jupyter makes up ids of eight hexadecimal digits.
    assert [one for one in ids if not re.fullmatch(r"[a-z][a-z0-9_-]*", one) or re.fullmatch(r"(?=.*\d)[0-9a-f]{8}", one)] == []


def test_it_begins_with_a_title(notebook):
    assert notebook["cells"][0]["cell_type"] == "markdown"
    assert source(notebook["cells"][0]).startswith("# ")


def test_it_is_small(path):
    assert (REPOSITORY / path).stat().st_size <= MAX_BYTES


def test_it_was_run_to_its_end_and_no_cell_failed(notebook):
    for cell in code_cells(notebook):
        assert cell["execution_count"], cell["id"]
        errors = [output for output in cell["outputs"] if output["output_type"] == "error"]
        assert not errors or "raises-exception" in tags(cell), cell["id"]
        assert notebooks.lasting(cell) == cell["outputs"], f"{cell['id']} keeps the progress of jobs"


def test_parameters_come_first_and_checks_last(path, notebook):
    assert tagged(notebook, INJECTED) == []
    cells = code_cells(notebook)
    assert tagged(notebook, PARAMETERS) in ([], cells[:1])
    if path.stem not in WITHOUT_CHECK:
        assert tagged(notebook, PARAMETERS), "it has no cell of parameters"
        assert tagged(notebook, CHECK) == cells[-1:]
        assert notebook_files.solutions(notebook), "it has no exercise with a hidden solution"


def test_every_hidden_solution_is_found(notebook):
    hidden = sum(source(cell).count("<details>") for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    assert len(notebook_files.solutions(notebook)) >= hidden


def test_no_output_has_a_path_or_an_address_of_the_machine(notebook):
    for cell in code_cells(notebook):
        for kind, text in notebooks.outputs({"cells": [cell]})[0]:
            found = ABSOLUTE_PATH.findall(text) + ADDRESS.findall(text)
            assert found == [], f"{cell['id']}: {kind}"
            assert len(socket.gethostname()) < 4 or socket.gethostname() not in text, cell["id"]


def test_no_html_has_a_path_of_the_machine(notebook):
    for cell in code_cells(notebook):
        for output in cell["outputs"]:
            html = "".join(output.get("data", {}).get("text/html", ""))
            assert str(REPOSITORY) not in html, cell["id"]


def test_no_code_fetches_anything(path, notebook):
    if path.stem not in WITH_NETWORK:
        for cell in code_cells(notebook):
            assert FETCHES.findall(source(cell)) == [], cell["id"]


def test_every_link_leads_somewhere(path, notebook):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            for target, heading in LINK.findall(source(cell)):
                if urllib.parse.urlsplit(target).scheme or target.startswith("attachment:"):
                    continue
                file = (REPOSITORY / path).parent / urllib.parse.unquote(target) if target else REPOSITORY / path
                assert file.exists(), target
                if heading and file.suffix == ".md":
                    assert heading in anchors(file), f"{target}#{heading}"


def test_the_contents_link_every_notebook():
    linked = {
        (REPOSITORY / CONTENTS.parent / target).resolve().relative_to(REPOSITORY)
        for cell in notebook_files.read(CONTENTS)["cells"]
        if cell["cell_type"] == "markdown"
        for target, _ in LINK.findall(source(cell))
        if target.endswith(".ipynb")
    }
    assert sorted(linked) == sorted(set(notebook_files.committed()) - {CONTENTS})
