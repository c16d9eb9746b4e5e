"""`firesteel run` as a user and a scheduler meet it: exit statuses, messages, files, Ctrl-C."""

import json
import os
import re
import shlex
import signal
import time

import nbformat
import pytest

from conftest import LAUNCHER
from support import documents, standalone
from support.processes import GUARD, Program


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


def test_continue_runs_the_rest_tells_all_failures_and_ends_with_1(firesteel, notebook, tmp_path):
    file = notebook("int x = 1 / 0;", ["int y = 2 / 0;", "raises-exception"], "1 + 1", "undeclared")
    done = firesteel("run", file, "--continue", "-o", tmp_path / "out.ipynb", check=False)
    assert done.returncode == 1
    assert re.findall(r"firesteel: .*, cell (\d), line 1: (\w+)", done.stderr) == [("1", "ArithmeticException"), ("4", "CompileError")]
    assert [len(cell) for cell in outputs(tmp_path / "out.ipynb")] == [1, 1, 1, 1]


def test_progress_tells_cell_first_line_and_time(firesteel, notebook, tmp_path):
    file = notebook("\n  int first = 1;\nint second = 2;", "// " + "long " * 20, "int x = 1 / 0;")
    done = firesteel("run", file, "-o", tmp_path / "out.ipynb", check=False)
    lines = [re.sub(r"\d+\.\d s$", "TIME", line) for line in done.stderr.splitlines() if line.startswith("[")]
    assert lines == [
        "[1/3] int first = 1;  TIME",
        "[2/3] // long long long long long long long long long long long...  TIME",
        "[3/3] int x = 1 / 0;  failed after TIME",
    ]


PARAMETERS = """\
enum Mode { FAST, SLOW }
Mode mode = Mode.FAST;
int rows = 10;
String title = "none";
LocalDate day = LocalDate.of(2024, 1, 1);
List<String> names = List.of();
Map<String, Double> weights = Map.of();
String password = "";"""
SHOW = "mode + \" \" + rows + \" \" + title + \" \" + day + \" \" + names + \" \" + new TreeMap<>(weights)"
GIVEN = ["-p", "mode=SLOW", "-p", "rows=20", "-p", 'title=a "quoted" \\u0041=b', "-p", "names=x,y"]


@pytest.mark.each_jdk
def test_parameters_are_given_by_name_and_file_and_typed_by_their_declarations(firesteel, notebook, tmp_path):
    file = notebook("1", [PARAMETERS, "parameters"], SHOW)
    (tmp_path / "values.yaml").write_text("rows: 5\nday: 2024-02-29\nweights: {b: 2, a: 0.5}\n")
    out = tmp_path / "out.ipynb"
    done = firesteel("run", file, "-o", out, "--params", "values.yaml", *GIVEN, "-p", "password=s3cret", cwd=tmp_path)
    assert "s3cret" not in done.stderr + done.stdout
    book = nbformat.read(out, as_version=4)
    nbformat.validate(book)
    assert [cell.metadata.get("tags") for cell in book.cells] == [None, ["parameters"], ["injected-parameters"], None]
    shown = 'SLOW 20 a "quoted" \\u0041=b 2024-02-29 [x, y] {a=0.5, b=2.0}'
    assert book.cells[3].outputs[0].data["text/plain"] == shown
    assert book.cells[2].source.startswith("// Parameters\nrows = 20;\nday = LocalDate.parse(")
    # Once more with other values, from the result.
    assert firesteel("run", out, "-p", "rows=30").stdout.splitlines()[-1] == "FAST 30 none 2024-01-01 [] {}"

    papermill = book.metadata.papermill
    assert papermill.parameters.rows == 20 and papermill.parameters.names == ["x", "y"] and papermill.parameters.password == "********"
    assert (papermill.input_path, papermill.output_path, papermill.exception) == (str(file), str(out), False)
    for cell in book.cells:
        assert cell.metadata.papermill.status == "completed" and cell.metadata.papermill.duration > 0
        assert cell.metadata.execution["iopub.execute_input"] <= cell.metadata.execution["shell.execute_reply"]


def test_in_place_leaves_no_times(firesteel, notebook):
    file = notebook(["int n = 1;", "parameters"], "n")
    firesteel("run", "--in-place", file, "-p", "n=2")
    book = json.loads(file.read_text())
    assert [list(cell["metadata"]) for cell in book["cells"]] == [["tags"], ["tags"], []]
    assert "papermill" not in book["metadata"]


@pytest.mark.parametrize(
    "arguments, messages",
    [
        (["-p", "rwos=1"], ['no parameter "rwos"; did you mean rows?', "  int rows", "  List<String> names"]),
        (["-p", "rows=many"], ['parameter rows (int): "many" doesn\'t fit; give a whole number']),
        (["-p", "mode=SLWO"], ["one of FAST, SLOW; did you mean SLOW?"]),
        (["--params", "none.yaml"], ["no file of parameters"]),
        (["-p", "rows"], ["-p takes NAME=VALUE"]),
        (["--master", "local", "--profile", "x"], ["Use --master or --profile, not both."]),
        (["--profile", "nowhere"], ['There is no profile "nowhere"']),
    ],
)
def test_parameters_and_targets_that_cant_be_are_refused_before_anything_runs(firesteel, notebook, arguments, messages):
    file = notebook('System.out.println("ran");', [PARAMETERS, "parameters"])
    done = firesteel("run", file, *arguments, check=False, cwd=file.parent)
    assert done.returncode == 2
    assert all(message in done.stderr for message in messages), done.stderr
    assert "ran\n" not in done.stdout and "Exception" not in done.stderr


def test_a_notebook_without_parameters_tells_how_to_have_them(firesteel, notebook):
    done = firesteel("run", notebook("int rows = 1;"), "-p", "rows=2", check=False)
    assert done.returncode == 2
    assert 'no code cell is tagged "parameters"' in done.stderr and '{"tags": ["parameters"]}' in done.stderr


def test_the_master_and_its_settings_are_those_of_the_options(firesteel, notebook, tmp_path):
    file = notebook('spark.sparkContext().master() + " " + spark.conf().get("spark.sql.shuffle.partitions")')
    chosen = firesteel("run", file, "--master", "local[1]", "--conf", "spark.sql.shuffle.partitions=3").stdout
    assert chosen == "local[1] 3\n"
    (file.parent / "firesteel.yaml").write_text("profiles:\n  small:\n    master: local[2]\n    conf:\n      spark.sql.shuffle.partitions: 5\n")
    assert firesteel("run", file, "--profile", "small", cwd=tmp_path).stdout == "local[2] 5\n"


def test_a_notebook_runs_on_a_standalone_cluster(firesteel, notebook, repository, jdk, tmp_path):
    places = standalone.Places(repository / "kernel/app/target/dist", jdk.home, tmp_path / "cluster")
    file = notebook(
        ["int over = 90;", "parameters"], "spark.range(100).filter((FilterFunction<Long>) x -> x > over).count()", "spark.sparkContext().master()"
    )
    with standalone.StandaloneCluster(places, workers=1, cores=1, memory="1g") as cluster:
        shown = firesteel("run", file, "--master", cluster.url, "-p", "over=95").stdout
    assert shown.splitlines()[-2:] == ["4", cluster.url]


def test_a_killed_run_leaves_a_valid_notebook_with_what_was_done(jdk, notebook, tmp_path):
    file = notebook("1 + 1", 'System.out.println("begun");\nwhile (true) {}', "3")
    out = tmp_path / "out.ipynb"
    with Program([LAUNCHER, "run", file, "-o", out], tmp_path / "log", env={**os.environ, "FIRESTEEL_JAVA": str(jdk.java)}, own_group=True) as program:
        deadline = time.monotonic() + GUARD
        while not (out.exists() and "begun\\n" in json.dumps(outputs(out))):
            assert time.monotonic() < deadline and not program.has_ended, program.output
        program.send(signal.SIGKILL)
        program.wait()
    book = nbformat.read(out, as_version=4)
    nbformat.validate(book)
    assert [cell.metadata.papermill.status for cell in book.cells] == ["completed", "running", "pending"]
    assert book.cells[0].outputs[0].data["text/plain"] == "2"
    assert [entry.name for entry in tmp_path.glob(".*.ipynb.*")] == []


def test_the_guides_commands_run_in_their_order(firesteel, repository, tmp_path):
    blocks = documents.blocks(repository / "docs/guide/runs.md")
    (cell,) = [block.text for block in blocks if block.language == "java"]
    (values,) = [block.text for block in blocks if block.language == "yaml"]
    book = nbformat.v4.new_notebook()
    book.cells = [
        nbformat.v4.new_code_cell(cell, metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell('spark.range(rows).count() + " rows for " + shops'),
    ]
    nbformat.write(book, tmp_path / "sales.ipynb")
    (tmp_path / "sales.yaml").write_text(values)
    commands = [line for block in blocks if block.language == "bash" for line in block.text.splitlines()]
    done = [firesteel(*shlex.split(command)[1:], cwd=tmp_path) for command in commands]
    (shown,) = [block.text for block in blocks if block.language == "text" and not block.words]
    plain = lambda text: re.sub(r"\d+\.\d s", "TIME", text.replace(str(tmp_path), "/home/me")).strip().splitlines()
    # Spark's greeting parts the line of the cell in which it starts; which one that is depends on how fast the machine is.
    told = re.sub(r"\n+Spark \d[^\n]*\n\[\d+/\d+\] (?=\d)", "  ", done[0].stderr)
    assert [line for line in plain(told) if line in plain(shown)] == plain(shown), done[0].stderr
    assert done[1].stdout.splitlines()[-1] == "20 rows for [Linz, Wels]"
    assert done[2].stdout.splitlines()[-1] == "100 rows for [Vienna, Graz]"


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
        (["book.ipynb", "--continue", "--allow-errors"], "not both"),
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
