"""`firesteel run` as a user and a scheduler meet it: exit statuses, messages, files, Ctrl-C."""

import json
import os
import re
import signal

import nbformat
import pytest

from conftest import LAUNCHER
from support.processes import Program


@pytest.fixture
def notebook(tmp_path):
    """Writes a notebook with the given cells (a list stands for a cell and its tags) into a folder with a space."""
    folder = tmp_path / "my notebooks"
    folder.mkdir()

    def write(*cells):
        book = nbformat.v4.new_notebook()
        for cell in cells:
            code, *tags = cell if isinstance(cell, list) else [cell]
            book.cells.append(nbformat.v4.new_code_cell(code, metadata={"tags": tags} if tags else {}))
        file = folder / "book.ipynb"
        nbformat.write(book, file)
        return file

    return write


def outputs(file):
    return [cell["outputs"] for cell in json.loads(file.read_text())["cells"]]


def test_without_an_output_file_it_prints_as_a_script_would(firesteel, notebook):
    file = notebook('System.out.println("to out");', 'System.err.println("to err");', "6 * 7")
    before = file.read_bytes()
    done = firesteel("run", file)
    assert done.stdout == "to out\n42\n"
    assert done.stderr.endswith("to err\n")
    assert file.read_bytes() == before
    assert [entry.name for entry in file.parent.iterdir()] == ["book.ipynb"]


@pytest.mark.each_jdk
def test_what_cells_log_is_shown_before_spark_runs_and_after(firesteel, notebook):
    log = """
    org.slf4j.LoggerFactory.getLogger("by.slf4j").info("one");
    org.apache.logging.log4j.LogManager.getLogger("by.log4j").warn("two");
    org.apache.log4j.Logger.getLogger("by.log4j1").error("three");
    org.apache.commons.logging.LogFactory.getLog("by.commons").info("four");
    java.util.logging.Logger.getLogger("by.java").info("five");
    System.getLogger("by.system").log(System.Logger.Level.WARNING, "six", new IllegalStateException("why"));
    """
    shown = (
        "INFO by.slf4j: one\nWARN by.log4j: two\nERROR by.log4j1: three\nINFO by.commons: four\n"
        "INFO by.java: five\nWARNING by.system: six\n  IllegalStateException: why\n      at Cell [{}], line 7\n"
    )
    done = firesteel("run", notebook(log, "spark.range(3).count();", log))
    first, second = (re.sub(r"\[\d+\]", "[{}]", part) for part in re.findall(r"(?s)INFO by.slf4j.*?line 7\n", done.stderr))
    assert first == second == shown, done.stderr
    assert "org.apache" not in done.stderr


def test_cells_run_in_the_notebooks_folder(firesteel, notebook):
    file = notebook('Path.of("").toAbsolutePath().toString()', 'new java.io.File("x").getAbsoluteFile().getParent()', "!pwd")
    assert firesteel("run", file).stdout.split("\n")[:3] == [str(file.parent)] * 3


def test_a_failing_cell_is_told_with_file_cell_and_line_and_the_copy_is_written(firesteel, notebook, tmp_path):
    file = notebook("int zero = 0;", 'System.out.println("before");\nint x = 1 / zero;', "1")
    out = tmp_path / "out.ipynb"
    done = firesteel("run", file, "-o", out, check=False)
    assert done.returncode == 1
    assert f"firesteel: {file}, cell 2, line 2: ArithmeticException: / by zero" in done.stderr
    before, failed, unreached = outputs(out)
    assert [output["output_type"] for output in failed] == ["stream", "error"]
    assert unreached == []
    nbformat.validate(nbformat.read(out, as_version=4))


def test_a_failure_that_is_allowed_does_not_count(firesteel, notebook):
    file = notebook(["int x = 1 / 0;", "raises-exception"], "1 + 1")
    assert firesteel("run", file).stdout.endswith("2\n")
    file = notebook("int x = 1 / 0;", "1 + 1")
    assert firesteel("run", file, "--allow-errors").stdout.endswith("2\n")


def test_in_place_writes_into_the_notebook_itself(firesteel, notebook):
    file = notebook("1 + 1")
    firesteel("run", "--in-place", file)
    assert "".join(outputs(file)[0][0]["data"]["text/plain"]) == "2"


def test_a_cell_that_runs_too_long_is_stopped(firesteel, notebook):
    done = firesteel("run", notebook("while (true) {}", "1"), "--timeout", "2", check=False)
    assert done.returncode == 1
    assert "cell 1" in done.stderr and "ran longer than 2 s" in done.stderr


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["none.ipynb"], "there is no notebook"),
        (["book.ipynb", "-o", "none/out.ipynb"], "there is no folder"),
        (["book.ipynb", "-o", "book.ipynb"], "--in-place"),
        (["book.ipynb", "--in-place", "-o", "out.ipynb"], "not both"),
        (["book.ipynb", "--timeout", "-1"], "--timeout"),
    ],
)
def test_what_cant_work_is_told_before_anything_runs(firesteel, notebook, arguments, message):
    file = notebook('System.out.println("ran");')
    done = firesteel("run", *arguments, check=False, cwd=file.parent)
    assert done.returncode in (1, 2)
    assert message in done.stderr
    assert "ran\n" not in done.stdout
    assert "Exception" not in done.stderr


def test_a_notebook_of_another_language_is_refused(firesteel, notebook):
    file = notebook("print(1)")
    book = json.loads(file.read_text())
    book["metadata"]["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    file.write_text(json.dumps(book))
    done = firesteel("run", file, check=False)
    assert done.returncode == 2
    assert "is written in python" in done.stderr


def test_ctrl_c_stops_the_cell_writes_the_copy_and_ends_with_130(jdk, notebook, tmp_path):
    file = notebook('System.out.println("begun");\nwhile (true) {}', "1")
    out = tmp_path / "out.ipynb"
    command = [LAUNCHER, "run", file, "-o", out, "--echo"]
    with Program(command, tmp_path / "log", env={**os.environ, "FIRESTEEL_JAVA": str(jdk.java)}, own_group=True) as program:
        program.wait_for_output("(?m)^begun$")
        program.send(signal.SIGINT)
        assert program.wait() == 130
    assert "interrupted" in program.output
    stopped, unreached = outputs(out)
    assert "".join(stopped[0]["text"]) == "begun\n"
    assert unreached == []
