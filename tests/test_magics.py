"""Magics and shell commands, each in its basic use."""

import json

import nbformat
import pytest


def test_lsmagic_lists_line_and_cell_magics(kernel):
    cell = kernel.run("%lsmagic")
    for name in ("%time", "%timeit", "%who", "%reset", "%history", "%load", "%run", "%env", "%lsmagic", "%help", "%%time", "%%writefile", "%%html", "%%markdown", "%%javascript", "%%bash"):
        assert name in cell.shown, name


@pytest.mark.parametrize("name", ["time", "timeit", "who", "reset", "history", "load", "run", "save", "env", "lsmagic", "help"])
def test_each_line_magic_explains_itself(kernel, name):
    for code in (f"%{name} --help", f"%help {name}"):
        assert f"%{name}" in kernel.run(code).shown, code


def test_an_unknown_magic_names_the_nearest(kernel):
    cell = kernel.execute("%tme 1 + 1")
    assert cell.status == "error"
    assert "%tme" in cell.error.text and "%time" in cell.error.text
    cell = kernel.execute("%%htlm\nx")
    assert "%%html" in cell.error.text


def test_wrong_options_are_answered_with_the_usage(kernel):
    cell = kernel.execute("%timeit --nonsense 1")
    assert cell.status == "error"
    assert "--nonsense" in cell.error.text
    assert "at firesteel" not in cell.error.text


def test_time_measures_a_line_and_gives_its_value(kernel):
    cell = kernel.run("%time 6 * 7")
    assert cell.text == "42"
    assert cell.shown.replace("42", "").replace("22", "").strip()


def test_time_keeps_what_its_line_declares(kernel):
    kernel.run("%time int timed = 5;")
    assert kernel.run("timed").text == "5"


def test_cell_time_measures_a_cell_and_gives_its_value(kernel):
    cell = kernel.run("%%time\nint a = 20;\na + 2")
    assert cell.text == "22"
    assert cell.shown.replace("42", "").replace("22", "").strip()


def test_timeit_repeats(kernel):
    kernel.run("var runs = new java.util.concurrent.atomic.AtomicInteger();")
    kernel.run("%timeit -n 5 -r 2 runs.incrementAndGet()")
    assert int(kernel.run("runs.get()").text) >= 10


def test_magics_stand_between_lines_of_java(kernel):
    cell = kernel.run('int before = 1;\n%env BETWEEN=yes\n%time int between = before + 1;\nint after = between + 1;\nafter')
    assert cell.text == "3"


def test_a_percent_inside_java_is_java(kernel):
    assert kernel.run("int p =\n  17\n  % 5;\np").text == "2"
    assert kernel.run('String t = """\n    %time\n    !ls\n    """;\nt.lines().count()').text == "2"


def test_an_error_below_a_magic_names_the_cells_line(kernel):
    cell = kernel.execute("%env X=1\nint ok = 1;\nint[] e = new int[0];\ne[1] = 2;")
    assert f"Cell [{cell.count}], line 4" in cell.error.text


def test_an_error_inside_a_cell_magic_names_the_cells_line(kernel):
    cell = kernel.execute("%%time\nint x = 1;\nx / 0")
    assert cell.error.name == "ArithmeticException"
    assert f"Cell [{cell.count}], line 3" in cell.error.text


def test_who_lists_variables_with_their_types(kernel):
    kernel.run("Map<String, Integer> whoMap = new TreeMap<>();")
    cell = kernel.run("%who")
    assert "whoMap" in cell.shown and "Map<String" in cell.shown


def test_history_lists_cells(kernel):
    kernel.run("int remembered = 99;")
    cell = kernel.run("%history")
    assert "int remembered = 99;" in cell.shown


def test_env_shows_and_sets_variables(kernel):
    kernel.run("%env FIRESTEEL_TEST=v1")
    cell = kernel.run("%env FIRESTEEL_TEST")
    assert "v1" in cell.shown
    assert kernel.run("!echo $FIRESTEEL_TEST").stdout == "v1\n"


def test_writefile_writes_and_appends(kernel):
    kernel.run("%%writefile notes.txt\nfirst\nsecond")
    kernel.run("%%writefile -a notes.txt\nthird")
    assert kernel.run('Files.readString(Path.of("notes.txt"))').text.replace("\\n", "\n").strip('"').split() == ["first", "second", "third"]


def test_load_replaces_the_cell_by_the_file(kernel):
    kernel.run("%%writefile Loaded.java\nint fromFile = 3;")
    cell = kernel.run("%load Loaded.java")
    (payload,) = cell.payload
    assert payload["source"] == "set_next_input"
    assert "int fromFile = 3;" in payload["text"]
    assert payload["replace"] is True


def test_run_runs_a_java_file_and_a_notebook(kernel, tmp_path):
    kernel.run("%%writefile script.jsh\nint fromScript = 31;")
    kernel.run("%run script.jsh")
    assert kernel.run("fromScript").text == "31"
    notebook = {
        "cells": [{"cell_type": "code", "execution_count": None, "id": "a", "metadata": {}, "outputs": [], "source": "int fromNotebook = 32;"}],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path = tmp_path / "other book.ipynb"
    path.write_text(json.dumps(notebook))
    kernel.run(f'%run "{path}"')
    assert kernel.run("fromNotebook").text == "32"


def test_run_gives_a_notebook_its_parameters(kernel, tmp_path):
    book = nbformat.v4.new_notebook()
    book.cells = [
        nbformat.v4.new_code_cell("LocalDate fromDay = LocalDate.of(2024, 1, 1); int dayCount = 1;", metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell('fromDay.plusDays(dayCount) + " " + args.length'),
    ]
    nbformat.write(book, tmp_path / "days.ipynb")
    (tmp_path / "days.yaml").write_text("dayCount: 3\nfromDay: 2024-02-28\n")
    assert kernel.run(f"%run {tmp_path}/days.ipynb -p fromDay=2024-02-29 --params {tmp_path}/days.yaml -- a -p").text == "2024-03-03 2"
    refused = kernel.execute(f"%run {tmp_path}/days.ipynb -p dayCuont=3").error.text
    assert 'no parameter "dayCuont"; did you mean dayCount?' in refused and "LocalDate fromDay" in refused
    assert "at firesteel" not in refused


def test_save_writes_the_session_as_a_notebook_a_script_and_a_class(fresh_kernel, tmp_path):
    kernel = fresh_kernel()
    kernel.run("int saved = 20;")
    assert kernel.execute("saved / 0").status == "error"
    kernel.run("%history")
    kernel.run("saved + 1")
    cell = kernel.run(f"%save {tmp_path}/session.ipynb")
    assert f"Wrote 2 cells to {tmp_path}/session.ipynb" in cell.stdout
    book = nbformat.read(tmp_path / "session.ipynb", as_version=nbformat.NO_CONVERT)
    nbformat.validate(book)
    assert [c.source for c in book.cells] == ["int saved = 20;", "saved + 1"]
    assert book.metadata.kernelspec.name == "firesteel"
    again = kernel.execute(f"%save {tmp_path}/session.ipynb")
    assert again.status == "error" and "%save -f" in again.error.text
    for name in ("session.jsh", "Session.java"):
        kernel.run(f"%save {tmp_path}/{name}")
        assert kernel.run(f"%run {tmp_path}/{name}").shown.strip().endswith("21"), name


def test_run_of_a_missing_file_names_it(kernel):
    cell = kernel.execute("%run nowhere.jsh")
    assert "nowhere.jsh" in cell.error.text


def test_shell_commands_write_to_both_streams(kernel):
    cell = kernel.run("!echo one; echo two >&2")
    assert (cell.stdout, cell.stderr) == ("one\n", "two\n")


def test_output_of_a_shell_command_shows_while_it_runs(kernel):
    running = kernel.start("!echo on; sleep 600")
    running.wait_for_output("on")
    kernel.interrupt()
    assert running.finish().error.name == "Interrupted"


def test_a_failing_shell_command_is_an_error_with_its_status(kernel):
    cell = kernel.execute("!exit 7")
    assert cell.status == "error" and "7" in cell.error.text
    cell = kernel.execute("%%bash\necho so far\nexit 8")
    assert cell.stdout == "so far\n"
    assert cell.status == "error" and "8" in cell.error.text


def test_bash_cells_run_whole_scripts(kernel):
    cell = kernel.run('%%bash\nfor i in 1 2 3; do\n  echo "n $i"\ndone')
    assert cell.stdout == "n 1\nn 2\nn 3\n"


def test_traceback_shows_what_was_cut(kernel):
    kernel.execute("Integer.parseInt(\"x\")")
    cell = kernel.run("%traceback")
    assert "NumberFormatException" in cell.shown


def test_reset_forgets_variables(fresh_kernel):
    kernel = fresh_kernel()
    kernel.run("int forgotten = 1;")
    kernel.run("%reset -f")
    assert kernel.execute("forgotten").status == "error"
    assert kernel.run("int forgotten = 2; forgotten").text == "2"
