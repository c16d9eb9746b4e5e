"""The user's copy of an installation's notebooks, which `firesteel lab` makes and keeps up to date."""

import json
import subprocess
import sys

import pytest

from conftest import REPOSITORY

SCRIPT = REPOSITORY / "kernel" / "app" / "src" / "main" / "launcher" / "copy_notebooks.py"


@pytest.fixture
def installation(tmp_path):
    return write(
        tmp_path / "installation",
        {"notebooks/00-contents.ipynb": "contents 1", "notebooks/scenarios/a/a.ipynb": "a 1", "data/samples/a.csv": "x,y", "LICENSE": "..."},
    )


@pytest.fixture
def update(installation, tmp_path):
    """Copies; returns what was said."""

    def run(folder=tmp_path / "home" / "firesteel-notebooks", check=True):
        done = subprocess.run([sys.executable, str(SCRIPT), str(installation), str(folder)], text=True, capture_output=True)
        assert done.stdout == ""
        assert done.returncode == 0 or not check, done.stderr
        return done.stderr

    return run


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "home" / "firesteel-notebooks"


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def files(folder):
    found = {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}
    return {name: text for name, text in found.items() if not name.startswith(".")}


def test_notebooks_and_samples_are_copied_and_that_is_said_once(update, folder):
    assert str(folder) in update()
    assert files(folder) == {"notebooks/00-contents.ipynb": "contents 1", "notebooks/scenarios/a/a.ipynb": "a 1", "data/samples/a.csv": "x,y"}
    assert update() == ""


def test_what_nobody_changed_is_replaced_by_a_newer_version_and_what_is_gone_goes(update, folder, installation):
    update()
    write(installation, {"notebooks/00-contents.ipynb": "contents 2", "notebooks/b.ipynb": "b 2"})
    (installation / "data/samples/a.csv").unlink()
    assert update() == ""
    assert files(folder) == {"notebooks/00-contents.ipynb": "contents 2", "notebooks/scenarios/a/a.ipynb": "a 1", "notebooks/b.ipynb": "b 2"}


def test_what_the_user_changed_or_wrote_stays(update, folder, installation):
    update()
    own = {"notebooks/00-contents.ipynb": "mine", "notebooks/own.ipynb": "own", "notebooks/output/a.csv": "1"}
    write(folder, own)
    assert update() == ""
    write(installation, {"notebooks/00-contents.ipynb": "contents 2"})
    said = update()
    assert "notebooks/00-contents.ipynb" in said and "Rename a file" in said
    (installation / "notebooks/00-contents.ipynb").unlink()
    update()
    assert own.items() <= files(folder).items()


def test_a_notebook_that_was_only_run_is_replaced_by_a_newer_version(update, folder, installation):
    def notebook(source, outputs):
        cell = {"cell_type": "code", "id": "a", "metadata": {}, "source": source, "outputs": outputs}
        return {"notebooks/a.ipynb": json.dumps({"cells": [cell], "metadata": {}})}

    write(installation, notebook(["1"], []))
    update()
    write(folder, notebook("1", [{"output_type": "stream", "name": "stdout", "text": "1"}]))
    write(installation, notebook("2", []))
    assert update() == ""
    assert files(folder)["notebooks/a.ipynb"] == notebook("2", [])["notebooks/a.ipynb"]


def test_a_file_that_was_renamed_comes_back_in_its_newer_version(update, folder, installation):
    update()
    write(folder, {"notebooks/00-contents.ipynb": "mine"})
    write(installation, {"notebooks/00-contents.ipynb": "contents 2"})
    update()
    (folder / "notebooks/00-contents.ipynb").rename(folder / "notebooks/mine.ipynb")
    assert update() == ""
    assert files(folder)["notebooks/00-contents.ipynb"] == "contents 2"
    assert files(folder)["notebooks/mine.ipynb"] == "mine"


def test_a_file_of_the_user_that_has_the_name_of_a_new_one_stays(update, folder):
    write(folder, {"notebooks/00-contents.ipynb": "mine"})
    assert "notebooks/00-contents.ipynb" in update()
    assert files(folder)["notebooks/00-contents.ipynb"] == "mine"


def test_a_place_that_cannot_be_written_to_is_named(update, tmp_path):
    (tmp_path / "file").write_text("")
    said = update(tmp_path / "file" / "firesteel-notebooks", check=False)
    assert "could not be copied" in said and "Opening this folder instead" in said and "Traceback" not in said
