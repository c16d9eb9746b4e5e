"""Spark: there from the first cell, one job group a cell, errors at their root."""

import pytest

SLOW_JOB = "spark.range(0, 1_000_000, 1, 1000).map((MapFunction<Long, Long>) i -> { Thread.sleep(10); return i; }, Encoders.LONG()).count()"


def start_slow_job(kernel):
    """A cell whose job runs, and shows it."""
    running = kernel.start('System.out.println("on");\n' + SLOW_JOB)
    running.wait_for_output("on")
    running.wait_for(lambda m: m["msg_type"] in ("display_data", "update_display_data"), "progress of the job")
    return running


def test_spark_is_there(kernel):
    assert kernel.run("spark.range(1000).count()").text == "1000"
    assert kernel.run("sc.parallelize(List.of(1, 2, 3)).map(x -> x * 2).collect()").text == "[2, 4, 6]"
    assert kernel.run('sql("SELECT 40 + 2 AS answer").first().getInt(0)').text == "42"


def test_functions_columns_and_rows_need_no_import(kernel):
    code = 'Dataset<Row> odd = spark.range(10).toDF("n").filter(col("n").mod(2).equalTo(1)).agg(sum("n"));\nodd.first().getLong(0)'
    assert kernel.run(code).text == "25"


def test_a_lambda_sees_notebook_variables_and_methods(kernel):
    kernel.run("int threshold = 90;\nint twice(int x) { return 2 * threshold + x; }")
    assert kernel.run("spark.range(100).filter((FilterFunction<Long>) x -> x > threshold).count()").text == "9"
    assert kernel.run("spark.range(3).map((MapFunction<Long, Integer>) x -> twice(x.intValue()), Encoders.INT()).collectAsList()").text == "[180, 181, 182]"


def test_a_dataset_is_a_table(kernel):
    bundle = kernel.run('spark.range(3).selectExpr("id", "CAST(id AS STRING) AS text", "id * 1.5D AS number", "IF(id = 1, null, id) AS hole")').result
    for column in ("id", "text", "number", "hole"):
        assert column in bundle["text/plain"] and column in bundle["text/html"]
    assert "<table" in bundle["text/html"]
    assert "bigint" in bundle["text/html"] or "long" in bundle["text/html"]
    assert "null" in bundle["text/html"].lower()


def test_a_datasets_data_and_names_are_escaped(kernel):
    bundle = kernel.run("""sql("SELECT '<script>alert(1)</script>' AS `<img src=x>`")""").result
    assert "<script" not in bundle["text/html"] and "<img" not in bundle["text/html"]
    assert "&lt;script&gt;" in bundle["text/html"]


def test_a_dataset_that_fails_to_compute_is_an_error_of_the_cell(kernel):
    cell = kernel.execute("""sql("SELECT raise_error('no such luck') AS x")""")
    assert cell.status == "error"
    assert "no such luck" in cell.error.text


def test_an_unknown_column_is_answered_with_the_root_cause(kernel):
    cell = kernel.execute('Dataset<Row> t = spark.range(3).toDF("number");\nt.select("numbr")')
    assert cell.error.name.endswith("AnalysisException")
    assert "numbr" in cell.error.text and "number" in cell.error.text
    assert f"Cell [{cell.count}], line 2" in cell.error.text
    assert "org.apache.spark.sql.catalyst" not in cell.error.text


def test_a_failing_task_is_reduced_to_its_root_cause(kernel):
    cell = kernel.execute(
        'spark.range(10)\n    .map((MapFunction<Long, Integer>) i ->\n        Integer.parseInt("no number " + i), Encoders.INT())\n    .count()'
    )
    assert cell.status == "error"
    assert "NumberFormatException" in cell.error.text
    assert "no number" in cell.error.text
    assert f"Cell [{cell.count}], line 3" in cell.error.text
    for frame in ("org.apache.spark.scheduler", "java.util.concurrent.ThreadPoolExecutor", "Driver stacktrace"):
        assert frame not in cell.error.text


def test_traceback_shows_the_rest_of_a_failing_task(kernel):
    kernel.execute('spark.range(1).map((MapFunction<Long, Integer>) i -> Integer.parseInt("x"), Encoders.INT()).count()')
    cell = kernel.run("%traceback")
    assert "org.apache.spark" in cell.shown


@pytest.mark.parametrize(
    "code, cast",
    [
        ("spark.range(3).map(x -> x + 1, Encoders.LONG())", "MapFunction<"),
        ("spark.range(3).filter(x -> x > 1)", "FilterFunction<"),
        ("spark.range(3).foreach(x -> System.out.println(x))", "ForeachFunction<"),
    ],
)
def test_an_ambiguous_lambda_is_answered_with_the_cast_to_write(kernel, code, cast):
    cell = kernel.execute(code)
    assert cell.status == "error"
    assert cast in cell.error.text
    assert f"Cell [{cell.count}], line 1" in cell.error.text


def test_an_interrupt_cancels_the_cells_jobs(kernel):
    kernel.run("int untouched = 3;")
    running = start_slow_job(kernel)
    kernel.interrupt()
    cell = running.finish()
    assert cell.error.name == "Interrupted", cell.error.text
    # Awaited in the kernel, as the scheduler forgets a cancelled job a moment after the cell has ended.
    kernel.run("while (sc.statusTracker().getActiveJobIds().length > 0) Thread.onSpinWait();")
    assert kernel.run("untouched + spark.range(4).count()").text == "7"


def test_an_interrupt_does_not_cancel_the_jobs_of_other_cells(kernel):
    kernel.run(
        "import java.util.concurrent.*;\n"
        "var pool = Executors.newSingleThreadExecutor();\n"
        "var slow = pool.submit(() -> sc.parallelize(List.of(1, 2), 2).map(i -> { Thread.sleep(1500); return i; }).count());"
    )
    running = kernel.start('System.out.println("on"); Thread.sleep(600_000);')
    running.wait_for_output("on")
    kernel.interrupt()
    running.finish()
    assert kernel.run("slow.get()").text == "2"


def test_a_job_shows_its_progress(kernel):
    cell = kernel.run("spark.range(0, 40, 1, 40).map((MapFunction<Long, Long>) i -> { Thread.sleep(50); return i; }, Encoders.LONG()).count()")
    assert cell.text == "40"
    ids = [m["content"]["transient"]["display_id"] for m in cell.of("display_data", "update_display_data")]
    shown = [m for m in cell.of("display_data", "update_display_data") if m["content"]["transient"]["display_id"] in ids]
    assert len(shown) >= 2
    assert len(set(ids)) == 1
    assert all("text/plain" in m["content"]["data"] for m in shown)
    assert any("/40" in str(m["content"]["data"]).replace(" ", "") or "40" in str(m["content"]["data"]) for m in shown)


def test_a_quick_job_shows_no_progress(kernel):
    kernel.run("spark.range(10).count()")
    assert kernel.run("spark.range(10).count()").of("display_data") == []


def test_sparks_log_stays_out_of_the_notebook(fresh_kernel):
    kernel = fresh_kernel()
    cell = kernel.run("spark.range(10).count()")
    assert (cell.stdout, cell.stderr) == ("", "")


def test_spark_defaults_are_honoured(fresh_kernel, tmp_path):
    conf = tmp_path / "conf"
    conf.mkdir()
    (conf / "spark-defaults.conf").write_text("spark.sql.shuffle.partitions 3\nspark.app.name   of the defaults\nspark.master local[1]\n")
    kernel = fresh_kernel(env={"SPARK_CONF_DIR": str(conf)})
    assert kernel.run('spark.conf().get("spark.sql.shuffle.partitions")').text.strip('"') == "3"
    assert kernel.run("sc.appName()").text.strip('"') == "of the defaults"
    assert kernel.run("sc.master()").text.strip('"') == "local[1]"


def test_two_kernels_find_a_ui_port_each_on_loopback(fresh_kernel):
    urls = [k.run("sc.sc().uiWebUrl().get()").text.strip('"') for k in (fresh_kernel(), fresh_kernel())]
    assert urls[0] != urls[1]
    assert all("127.0.0.1" in url or "localhost" in url for url in urls), urls


@pytest.mark.parametrize(
    "jars, expected",
    [
        (None, "SPARK_HOME"),
        ([], "SPARK_HOME"),
        (["spark-core_2.12-3.5.6.jar", "spark-sql_2.12-3.5.6.jar", "scala-library-2.12.18.jar"], "3.5.6"),
    ],
    ids=["missing", "empty", "3.5"],
)
def test_a_spark_home_that_cannot_work_is_explained(fresh_kernel, tmp_path, jars, expected):
    home = tmp_path / "spark home"
    if jars is not None:
        (home / "jars").mkdir(parents=True)
        for jar in jars:
            (home / "jars" / jar).write_bytes(b"PK\x05\x06" + bytes(18))
    kernel = fresh_kernel(env={"SPARK_HOME": str(home)})
    cell = kernel.execute("spark.range(1).count()")
    assert cell.status == "error"
    assert expected in cell.error.text and str(home) in cell.error.text
    assert "\tat " not in cell.error.text
    assert kernel.run("1 + 1").text == "2"


def test_java_works_before_spark_is_up(fresh_kernel):
    assert fresh_kernel().run("1 + 1").text == "2"
