"""`firesteel data`: what it lists, the tables that it makes, and what is left when it is killed."""

import json
import os
import signal

import pytest

from conftest import LAUNCHER
from support.processes import Program, kill
from support.standalone import StandaloneCluster

# Small executors, of which a machine of two cores has room for two.
ON_CLUSTER = ["--conf", "spark.executor.memory=640m", "--conf", "spark.executor.cores=1", "--conf", "spark.cores.max=2"]
PLAIN_JAVA = """
var dataset = firesteel.data.Catalogue.find("{name}").orElseThrow();
try (var out = java.nio.file.Files.newBufferedWriter(java.nio.file.Path.of("{file}"))) {{
    var rows = java.util.stream.LongStream.range(0, {rows}).mapToObj(row -> dataset.row(2023, row));
    firesteel.data.CsvRows.write(dataset.columns(), false, rows, out);
}}
"""


def generate(*arguments):
    return ["data", "generate", *arguments]


def parts(folder, pattern="part-*"):
    return sorted(folder.glob(pattern))


def lines(folder):
    """The rows of a table of CSV files, in their order, below one header."""
    files = [part.read_text().splitlines(keepends=True) for part in parts(folder)]
    assert len({file[0] for file in files}) == 1
    return "".join([files[0][0], *(line for file in files for line in file[1:])])


def test_datasets_are_listed_and_described(firesteel):
    listed = firesteel("data", "list").stdout
    assert [line.split()[0] for line in listed.splitlines()][0] == "income"
    assert firesteel("data").stdout == listed
    described = firesteel("data", "describe", "income").stdout
    assert "\nGini Index  DOUBLE\n" in described and "\n  Dirt: 3 % missing" in described


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["describe", "incom"], "there is no dataset 'incom'; did you mean income?"),
        (generate("weather", "--out", "x"), "there is no dataset 'weather'; there are income"),
        (generate("income"), "--out"),
        (generate("income", "--out", "x", "--format", "xls"), "'xls' is no format of files; there are parquet, csv and json."),
        (generate("income", "--out", "x", "--rows", "0"), "There must be 1 row or more"),
        (generate("income", "--out", "x", "--partition-by", "Land"), "income has no column 'Land' to partition by; it has Country"),
    ],
)
def test_what_cant_be_meant_is_told_with_what_there_is(firesteel, tmp_path, arguments, message):
    done = firesteel(*(arguments if arguments[0] == "data" else ["data", *arguments]), check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_table_is_whole_when_it_has_its_name(firesteel, tmp_path):
    done = firesteel(*generate("income", "--rows", "30000", "--rows-per-file", "10000", "--out", "in/table"), cwd=tmp_path)
    table = tmp_path / "in" / "table"
    assert [part.name for part in parts(table)] == [f"part-0000{i}.snappy.parquet" for i in range(3)]
    assert (table / "_SUCCESS").exists()
    assert json.loads((table / "_firesteel.json").read_text())["rows"] == 30000
    assert [entry.name for entry in table.parent.iterdir()] == ["table"]
    assert f"{table}: 30,000 rows in 3 files" in done.stderr
    again = firesteel(*generate("income", "--rows", "30000", "--rows-per-file", "10000", "--out", table))
    assert "it was there already" in again.stderr
    other = firesteel(*generate("income", "--rows", "20000", "--out", table), check=False)
    assert other.returncode == 1
    assert f"{table} is not empty: it has 30,000 rows of income" in other.stderr
    assert "Exception" not in other.stderr


def test_more_than_the_disk_holds_is_refused_before_the_start(firesteel, tmp_path):
    done = firesteel(*generate("income", "--rows", str(10**15), "--out", tmp_path / "table"), check=False)
    assert done.returncode == 1
    assert "1,000,000,000,000,000 rows of income would take about" in done.stderr
    assert f"the disk of {tmp_path / 'table'} has" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def long_run(jdk, tmp_path):
    """A run that takes minutes, once it has finished a file or two."""
    command = generate("income", "--rows", "100000000", "--rows-per-file", "50000", "--format", "csv", "--master", "local[2]")
    out = tmp_path / "table"
    with Program(
        [LAUNCHER, *command, "--out", out],
        tmp_path / "log",
        env={**os.environ, "FIRESTEEL_JAVA": str(jdk.java)},
        own_group=True,
    ) as program:
        program.wait_for_output("rows a second")
        yield program


def test_ctrl_c_keeps_finished_files_and_says_how_to_go_on(long_run, tmp_path):
    long_run.send(signal.SIGINT)
    assert long_run.wait() == 130
    assert f"of 100,000,000 rows are kept in {tmp_path / 'table.incomplete'}; the same request goes on from there" in long_run.output
    assert "Exception" not in long_run.output
    assert parts(tmp_path / "table.incomplete")
    assert not (tmp_path / "table").exists()


def test_a_killed_run_is_gone_on_with(jdk, firesteel, tmp_path):
    command = generate("income", "--rows", "1000000", "--rows-per-file", "50000", "--format", "csv", "--master", "local[2]")
    command += ["--out", str(tmp_path / "table")]
    environment = {**os.environ, "FIRESTEEL_JAVA": str(jdk.java)}
    with Program([LAUNCHER, *command], tmp_path / "log", env=environment, own_group=True) as program:
        program.wait_for_output("rows a second")
        kill([program.process, *program.process.children(recursive=True)])
        program.wait()
    incomplete = tmp_path / "table.incomplete"
    kept = {file.name: file.stat().st_ino for file in parts(incomplete) if (incomplete / "_done" / file.name[5:10]).exists()}
    assert 0 < len(kept) < 20
    assert not (tmp_path / "table").exists()
    other = firesteel(*command, "--seed", "1", check=False)
    assert other.returncode == 1
    assert f"{incomplete} is the unfinished work of another request: 1,000,000 rows of income, seed 2023, csv" in other.stderr
    done = firesteel(*command)
    assert f"{len(kept) * 50_000:,} of 1,000,000 rows are there already" in done.stderr
    files = {file.name: file.stat().st_ino for file in parts(tmp_path / "table")}
    assert len(files) == 20 and kept.items() <= files.items()
    assert sum(file.read_bytes().count(b"\n") - 1 for file in parts(tmp_path / "table")) == 1_000_000
    assert not incomplete.exists()


def equal_everywhere(firesteel, needs, name, rows):
    scratch = needs.places.scratch
    made = [name, "--rows", str(rows), "--format", "csv", "--out"]
    firesteel(*generate(*made, scratch / "local", "--master", "local[2]", "--rows-per-file", str(rows // 3)))
    with StandaloneCluster(needs.places) as cluster:
        firesteel(*generate(*made, scratch / "cluster", "--master", cluster.url, *ON_CLUSTER))
    firesteel("shell", "--no-spark", "-c", PLAIN_JAVA.format(name=name, rows=rows, file=scratch / "plain.csv"))
    plain = (scratch / "plain.csv").read_text()
    assert plain.count("\n") == rows + 1
    assert lines(scratch / "local") == plain
    assert lines(scratch / "cluster") == plain


def test_rows_are_equal_on_a_cluster_on_one_machine_and_in_plain_java(firesteel, needs):
    equal_everywhere(firesteel, needs, "taxi_yellow", 20_000)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_a_million_rows_are_equal_on_a_cluster_on_one_machine_and_in_plain_java(firesteel, needs):
    equal_everywhere(firesteel, needs, "taxi_yellow", 1_000_000)


def test_rows_are_made_over_connect(firesteel, connect_server, tmp_path):
    made = generate("income", "--rows", "20000", "--format", "csv", "--out")
    firesteel(*made, tmp_path / "server", "--master", connect_server.url, "--rows-per-file", "5000")
    firesteel(*made, tmp_path / "local", "--master", "local[2]")
    assert lines(tmp_path / "server") == lines(tmp_path / "local")


def test_published_files_are_the_publishers(firesteel, repository, tmp_path):
    firesteel(*generate("usage", "--published", "--out", tmp_path / "usage"))
    samples = repository / "data" / "samples" / "usage"
    assert sorted(file.name for file in (tmp_path / "usage").iterdir()) == sorted(file.name for file in samples.iterdir())
    for file in samples.iterdir():
        assert (tmp_path / "usage" / file.name).read_bytes() == file.read_bytes()
    again = firesteel(*generate("usage", "--published", "--out", tmp_path / "usage"), check=False)
    assert again.returncode == 1
    assert "exists already. Choose another folder, or let the files be overwritten" in again.stderr
