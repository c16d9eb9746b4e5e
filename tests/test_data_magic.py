"""%data: generated rows and real files as Datasets, in every frontend and on every kind of master."""

import json
import pathlib
import threading

import nbformat
import pytest

from support import standalone
from support.kernel import Kernel

SAMPLE = 4824
LOAD = "%data income --rows 3000 --into incomes"
SUM = 'incomes.filter("Year is not null").selectExpr("count(*) * 1000000 + sum(Year)").first().getLong(0)'


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """The environment with a cache folder of the tests' own."""
    return {"XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache"))}


@pytest.fixture(scope="module")
def data_kernel(specs, cache, tmp_path_factory):
    with Kernel(specs, cwd=tmp_path_factory.mktemp("notebooks"), env=cache) as kernel:
        yield kernel


@pytest.fixture
def jupyter(data_kernel):
    yield data_kernel
    data_kernel.settle()


@pytest.fixture(scope="module")
def expected(data_kernel):
    """The sum of the years, from the generator and without Spark."""
    code = """
    var generator = firesteel.data.Catalogue.find("income").orElseThrow();
    java.util.stream.LongStream.range(0, 3000).mapToObj(row -> generator.row(2023, row)[1]).filter(Objects::nonNull)
        .mapToLong(year -> 1000000 + (Integer) year).sum()
    """
    return data_kernel.run(code).text


def entries(cache):
    return [path.name for path in pathlib.Path(cache["XDG_CACHE_HOME"]).glob("firesteel/data/*/*") if path.is_dir()]


def test_a_dataset_is_listed_described_loaded_and_cleaned(jupyter, cache, expected):
    assert str(SAMPLE) in jupyter.run("%data").shown
    assert "Gini Index" in jupyter.run("%data describe income").shown
    assert jupyter.run(LOAD).stdout.startswith("incomes: Dataset<Row> [Country: string, Year: int")
    assert jupyter.run(SUM).text == expected
    assert "income-seed2023-rows3000" in entries(cache)
    shown = jupyter.run("%data income").result
    assert "<table" in shown["text/html"] and "Average Income (USD)" in shown["text/plain"]
    assert jupyter.run("%data clean").stdout.startswith("Freed ")
    assert entries(cache) == []
    assert jupyter.run(f"{LOAD}\n{SUM}").text == expected


def test_names_and_options_are_completed(jupyter):
    def matches(code):
        return jupyter.complete(code)["matches"]

    assert "income" in matches("%data inc")
    assert "--into" in matches("%data income --in")


def test_two_kernels_that_make_the_same_rows_at_once_are_both_right(jupyter, specs, cache, tmp_path):
    with Kernel(specs, cwd=tmp_path, env=cache) as other:
        load = "%data income --rows 60000 --seed 5 --into both\nboth.count()"
        texts = {}
        threads = [threading.Thread(target=lambda k=k: texts.update({id(k): k.run(load).text})) for k in (jupyter, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert list(texts.values()) == ["60000", "60000"]


def test_an_interrupt_leaves_no_table_that_looks_whole(jupyter, cache):
    running = jupyter.start("%data income --rows 300000000 --into big")
    running.wait_for(lambda m: m["msg_type"] in ("display_data", "update_display_data"), "progress of the job")
    jupyter.interrupt()
    assert running.finish().error.name == "Interrupted"
    folder = pathlib.Path(cache["XDG_CACHE_HOME"])
    assert list(folder.glob("firesteel/data/*/income-seed2023-rows300000000/income")) == []
    assert jupyter.run("1 + 1").text == "2"


def test_more_than_the_disk_holds_is_refused_before_it_starts(jupyter):
    error = jupyter.execute("%data income --rows 9000000000000 --into big").error
    assert error.name == "MagicError" and "9,000,000,000,000" in error.text, error.text


def test_real_files_are_read_and_differences_told(jupyter, repository, tmp_path):
    jupyter.run(f'%data income --from "{repository / "data" / "samples" / "global_income.csv"}" --into real')
    assert jupyter.run("real.count()").text == str(SAMPLE)
    jupyter.run("%data income --into made")
    assert jupyter.run("real.exceptAll(made).count() + made.exceptAll(real).count()").text == "0"
    (tmp_path / "drift.csv").write_text("country,YEAR,Note\nBern,20x,hello\n")
    shown = jupyter.run(f"%data income --from {tmp_path} --into drift").shown
    assert "named country" in shown and "1 value is no int: null" in shown and "no column of income: left out" in shown
    assert jupyter.run('drift.select("Country", "Year").first().toString()').text == "[Bern,null]"


def test_the_published_taxi_files_are_read_across_their_drift(jupyter, repository):
    shown = jupyter.run(f'%data taxi --from "{repository / "data" / "samples" / "taxi"}" --into trips').shown
    assert shown.startswith("taxi_yellow: 24 files read, ") and "49 files skipped" in shown
    assert "named Airport_fee" in shown and "bigint, not double" in shown and "int, not bigint" in shown
    for other in ("taxi_green", "taxi_fhvhv", "taxi_zones"):
        assert f"skipped: its columns are those of {other}" in shown
    jupyter.run("%data taxi --rows 10 --into few")
    assert jupyter.run("trips.schema().equals(few.schema())").text == "true"


def test_a_shell_loads_and_a_shell_without_spark_says_what_is_missing(firesteel, cache, expected, tmp_path):
    shown = firesteel("shell", "-c", f"{LOAD}\n{SUM}", env=cache, cwd=tmp_path).stdout
    assert expected in shown
    done = firesteel("shell", "--no-spark", "-c", LOAD, env=cache, cwd=tmp_path, check=False)
    assert "this kernel runs without Spark" in done.stdout + done.stderr
    assert "income" in firesteel("shell", "--no-spark", "-c", "%data list", env=cache, cwd=tmp_path).stdout


def test_a_notebook_without_jupyter_loads(firesteel, cache, expected, tmp_path):
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(LOAD), nbformat.v4.new_code_cell(SUM)])
    nbformat.write(book, tmp_path / "book.ipynb")
    firesteel("run", tmp_path / "book.ipynb", "-o", tmp_path / "out.ipynb", env=cache)
    outputs = json.loads((tmp_path / "out.ipynb").read_text())["cells"][1]["outputs"]
    assert outputs[-1]["data"]["text/plain"] in (expected, [expected])


def test_executors_of_a_cluster_make_the_same_rows(jupyter, repository, jdk, expected, tmp_path):
    places = standalone.Places(repository / "kernel/app/target/dist", jdk.home, tmp_path)
    with standalone.StandaloneCluster(places, workers=2, cores=1, memory="1g") as cluster:
        jupyter.run("%data clean")
        jupyter.run(f"%spark connect {cluster.url} --executor-memory 640m --timeout 60")
        try:
            assert jupyter.run(f"{LOAD}\n{SUM}").text == expected
        finally:
            jupyter.run("%spark connect local[2]")


def test_a_connect_server_makes_the_same_rows(jupyter, connect_server, expected):
    jupyter.run("%data clean")
    jupyter.run(f"%spark connect {connect_server.url}")
    try:
        assert jupyter.run(f"{LOAD}\n{SUM}").text == expected
    finally:
        jupyter.run("%spark connect local[2]")
