"""Spark Connect: `spark` is a session on a server in a process of its own."""

import http.server
import signal
import socket
import threading
import time

import pytest

from conftest import REPOSITORY
from support import documents
from support.connect_server import ConnectServer
from support.kernel import Kernel

SLOW_JOB = "spark.range(0, 1000, 1, 1000).map((MapFunction<Long, Long>) i -> { Thread.sleep(1000); return i; }, Encoders.LONG()).collectAsList().size()"


@pytest.fixture(scope="module")
def connected(specs, connect_server, tmp_path_factory):
    """A kernel whose Spark is the server that all tests share."""
    with Kernel(specs, cwd=tmp_path_factory.mktemp("notebooks")) as kernel:
        assert "Spark Connect" in kernel.run(f"%spark connect {connect_server.url}").shown
        yield kernel


@pytest.fixture
def spark(connected):
    yield connected
    connected.settle()


@pytest.fixture(scope="module")
def unconnected(specs, tmp_path_factory):
    """A kernel for connections that fail; its own Spark is small."""
    conf = tmp_path_factory.mktemp("conf")
    (conf / "spark-defaults.conf").write_text("spark.master local[1]\n")
    with Kernel(specs, cwd=tmp_path_factory.mktemp("notebooks"), env={"SPARK_CONF_DIR": str(conf)}) as kernel:
        yield kernel


def is_progress(message):
    return message["msg_type"] in ("display_data", "update_display_data")


def start_slow_job(kernel):
    running = kernel.start(SLOW_JOB)
    running.wait_for(is_progress, "progress of the job")
    return running


# What works


def test_sql_views_and_tables(spark):
    assert spark.run('sql("SELECT 40 + 2 AS answer").first().getInt(0)').text == "42"
    spark.run('spark.range(4).toDF("n").createOrReplaceTempView("numbers");')
    bundle = spark.run('sql("SELECT n, n * 2 AS twice FROM numbers ORDER BY n")').result
    assert "|  3|    6|" in bundle["text/plain"] and "<table" in bundle["text/html"]
    assert spark.run('spark.createDataset(List.of("a", "b"), Encoders.STRING()).collectAsList()').text == "[a, b]"


def test_the_session_is_shown_without_a_context(spark):
    assert "Spark Connect" in spark.run("spark").text
    assert "Spark Connect" in spark.run("%spark").shown


def test_a_lambda_reads_the_values_of_the_moment_when_its_job_is_submitted(spark):
    spark.run("int threshold = 90;\nint twice(int x) { return 2 * threshold + x; }")
    assert spark.run("spark.range(100).filter((FilterFunction<Long>) x -> x > threshold).count()").text == "9"
    spark.run("Dataset<Integer> twices = spark.range(3).map((MapFunction<Long, Integer>) x -> twice(x.intValue()), Encoders.INT());")
    assert spark.run("twices.collectAsList()").text == "[180, 181, 182]"
    assert spark.run("threshold = 5;\ntwices.collectAsList()").text == "[10, 11, 12]"


def test_a_registered_function_reads_the_values_of_the_moment_too(spark):
    spark.run('int least = 5;\nspark.udf().register("enough", (UDF1<Long, Boolean>) x -> x > least, DataTypes.BooleanType);')
    query = 'sql("SELECT count(*) FROM range(10) WHERE enough(id)").first().getLong(0)'
    assert spark.run(query).text == "4"
    assert spark.run(f"least = 7;\n{query}").text == "2"
    # The server itself evaluates a function over a local relation.
    code = 'spark.createDataset(List.of(1L, 8L), Encoders.LONG()).selectExpr("enough(value)").as(Encoders.BOOLEAN()).collectAsList()'
    assert spark.run(code).text == "[false, true]"


def test_aggregators_groups_and_enums_read_variables(spark):
    spark.run(
        "long start = 100;\n"
        "class Total extends Aggregator<Long, Long, Long> {\n"
        "  public Long zero() { return start; }\n"
        "  public Long reduce(Long a, Long b) { return a + b; }\n"
        "  public Long merge(Long a, Long b) { return a + b - start; }\n"
        "  public Long finish(Long r) { return r; }\n"
        "  public Encoder<Long> bufferEncoder() { return Encoders.LONG(); }\n"
        "  public Encoder<Long> outputEncoder() { return Encoders.LONG(); }\n"
        "}\n"
        "enum Level { LOW, HIGH; static Level of(long x) { return x >= start ? HIGH : LOW; } }"
    )
    assert spark.run("spark.range(0, 10, 1, 1).select(new Total().toColumn()).first()").text == "145"
    code = 'spark.range(98, 103).map((MapFunction<Long, String>) x -> Level.of(x).name(), Encoders.STRING()).groupBy("value").count().orderBy("value").collectAsList().toString()'
    assert spark.run(code).text.strip('"') == "[[HIGH,3], [LOW,2]]"
    code = "spark.range(4).groupByKey((MapFunction<Long, Long>) x -> x % 2, Encoders.LONG()).mapGroups((MapGroupsFunction<Long, Long, Long>) (k, v) -> k + start, Encoders.LONG()).collectAsList()"
    assert sorted(spark.run(code).text.strip("[]").split(", ")) == ["100", "101"]


def test_a_large_variable_reaches_the_tasks(spark):
    spark.run("int[] big = new int[10_000_000];\nbig[9_999_999] = 7;")
    assert spark.run("spark.range(2).map((MapFunction<Long, Integer>) x -> big[9_999_999], Encoders.INT()).collectAsList()").text == "[7, 7]"


def test_progress_is_shown(spark):
    cell = spark.run("spark.range(0, 40, 1, 40).map((MapFunction<Long, Long>) i -> { Thread.sleep(150); return i; }, Encoders.LONG()).collectAsList().size()")
    lines = [m["content"]["data"]["text/plain"] for m in cell.messages if is_progress(m)]
    assert any("of 40 tasks" in line for line in lines), lines
    assert "40 tasks" in lines[-1] and "1 job" in lines[-1]
    assert len({m["content"]["transient"]["display_id"] for m in cell.messages if is_progress(m)}) == 1


def test_an_interrupt_stops_the_cell_and_its_job_on_the_server(spark):
    spark.run("int untouched = 3;")
    running = start_slow_job(spark)
    spark.interrupt()
    assert running.finish().error.name == "Interrupted"
    begun = time.monotonic()
    assert spark.run("untouched + spark.range(4).count()").text == "7"
    assert time.monotonic() - begun < 60, "the server's two cores were not free"


def test_two_kernels_have_a_session_each(spark, specs, connect_server, tmp_path):
    spark.run('int mine = 1;\nspark.range(1).createOrReplaceTempView("mine_alone");')
    with Kernel(specs, cwd=tmp_path) as other:
        other.run(f"%spark connect {connect_server.url}\nint mine = 2;")
        code = "spark.range(1).map((MapFunction<Long, Integer>) x -> mine, Encoders.INT()).first()"
        assert (spark.run(code).text, other.run(code).text) == ("1", "2")
        assert "mine_alone" in other.execute('sql("SELECT * FROM mine_alone")').error.text


# What doesn't, said by name


@pytest.mark.parametrize("code", ["sc", "sc.parallelize(List.of(1))", "spark.range(3).javaRDD().count()"])
def test_what_connect_lacks_is_named(spark, code):
    error = spark.execute(code).error
    assert "RDD" in error.text and "Connect" in error.text
    assert "local[*]" in error.text, "what to do instead"


def test_a_variable_that_cannot_travel_is_refused_by_name(spark):
    spark.run("var connection = new java.net.Socket();\nint fine = 1;")
    spark.run("Dataset<Integer> ports = spark.range(3).map((MapFunction<Long, Integer>) x -> connection.getPort(), Encoders.INT());")
    error = spark.execute("ports.count()").error
    assert "connection" in error.text and "java.net.Socket" in error.text
    assert spark.run("spark.range(3).map((MapFunction<Long, Integer>) x -> fine, Encoders.INT()).first()").text == "1"


def test_an_assignment_inside_a_task_is_refused(spark):
    spark.run("int counter = 0;")
    error = spark.execute("spark.range(3).foreach((ForeachFunction<Long>) x -> counter++)").error
    assert "counter" in error.text and "assigned inside a Spark task" in error.text


def test_a_failing_task_is_reduced_to_its_root_cause(spark):
    cell = spark.execute(
        'spark.range(10)\n    .map((MapFunction<Long, Integer>) i ->\n        Integer.parseInt("no number " + i), Encoders.INT())\n    .count()'
    )
    assert cell.error.name == "NumberFormatException"
    assert f"Cell [{cell.count}], line 3" in cell.error.text
    assert "org.apache.spark.scheduler" not in cell.error.text and "Driver stacktrace" not in cell.error.text


def test_an_error_of_the_server_names_the_cell_and_line(spark):
    cell = spark.execute('Dataset<Row> t = spark.range(3).toDF("number");\nt.select("numbr").count()')
    assert cell.error.name == "AnalysisException"
    assert "numbr" in cell.error.text and "number" in cell.error.text
    assert f"Cell [{cell.count}], line 2" in cell.error.text


def test_an_error_of_the_server_has_the_cells_line_once_and_no_frames_of_the_connection(spark):
    cell = spark.execute("spark.sql(\"SELECT raise_error('no')\").collectAsList()")
    assert cell.error.text.count(f"Cell [{cell.count}], line 1") == 1
    assert "grpc" not in cell.error.text


# Connections


def refused(kernel, target, *options):
    cell = kernel.execute(f"%spark connect {target} {' '.join(options)}")
    assert cell.status == "error"
    assert "\tat " not in cell.error.text
    return cell.error.text


def test_a_port_where_nobody_listens(unconnected):
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        assert "refused" in refused(unconnected, f"sc://127.0.0.1:{reserved.getsockname()[1]}")
    unconnected.assert_alive()


def test_a_host_that_does_not_exist(unconnected):
    assert "no host of that name" in refused(unconnected, "sc://no-such-host.invalid:15002")


def test_an_address_that_is_none_does_not_show_its_token(unconnected):
    text = refused(unconnected, "sc://127.0.0.1:15002/;token=hush-hush;nonsense")
    assert "sc://" in text and "hush-hush" not in text


def test_a_web_server_is_no_connect_server(unconnected):
    web = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    try:
        assert "doesn't speak Spark Connect" in refused(unconnected, f"sc://127.0.0.1:{web.server_port}")
    finally:
        web.shutdown()
        web.server_close()


def test_a_port_that_never_answers_is_given_up(unconnected):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        begun = time.monotonic()
        text = refused(unconnected, f"sc://127.0.0.1:{silent.getsockname()[1]}")
    assert "no answer within" in text
    assert time.monotonic() - begun < 30


def test_tls_that_the_server_does_not_speak(unconnected, connect_server):
    text = refused(unconnected, f"sc://127.0.0.1:{connect_server.port}/;use_ssl=true;token=hush-hush")
    assert "doesn't speak TLS" in text and "hush-hush" not in text


def test_tokens(unconnected, jdk, connect_jar, tmp_path):
    with ConnectServer(jdk, connect_jar, tmp_path, conf={"spark.connect.authenticate.token": "hush-hush"}) as server:
        assert "it wants a token" in refused(unconnected, f"sc://localhost:{server.port}")
        text = refused(unconnected, f"sc://localhost:{server.port}/;token=wrong-one")
        assert "refused the token" in text and "wrong-one" not in text
        shown = unconnected.run(f"%spark connect sc://localhost:{server.port}/;token=hush-hush\nspark.range(5).count()")
        assert shown.text == "5" and "hush-hush" not in shown.shown
        assert "hush-hush" not in unconnected.run("%spark").shown
        assert "hush-hush" not in unconnected.run("%spark conf").shown


def test_a_server_that_falls_silent_is_told_and_its_result_comes_when_it_answers_again(fresh_kernel, jdk, connect_jar, tmp_path):
    with ConnectServer(jdk, connect_jar, tmp_path / "server") as server:
        kernel = fresh_kernel()
        kernel.run(f"%spark connect {server.url}")
        job = "spark.range(0, 40, 1, 40).map((MapFunction<Long, Long>) i -> { Thread.sleep(200); return i; }, Encoders.LONG()).collectAsList().size()"
        running = kernel.start(job)
        running.wait_for(is_progress, "progress of the job")
        server.process.send_signal(signal.SIGSTOP)
        said = running.wait_for(lambda m: m["msg_type"] == "stream", "a word on the silence")
        assert "no answer" in said["content"]["text"]
        server.process.send_signal(signal.SIGCONT)
        said = running.wait_for(lambda m: m["msg_type"] == "stream", "a word on the answer")
        assert "answers again" in said["content"]["text"]
        assert running.finish().text == "40"

        running = start_slow_job(kernel)
        server.process.send_signal(signal.SIGSTOP)
        kernel.interrupt()
        assert running.finish().error.name == "Interrupted"
        server.process.send_signal(signal.SIGCONT)


@pytest.mark.soak  # More than a minute: the client has that long to reach the server again.
def test_a_server_that_dies_ends_the_cell_and_the_kernel_connects_again(fresh_kernel, connect_server, jdk, connect_jar, tmp_path):
    kernel = fresh_kernel()
    with ConnectServer(jdk, connect_jar, tmp_path / "server") as server:
        kernel.run(f"%spark connect {server.url}\nint kept = 7;")
        running = start_slow_job(kernel)
        server.kill()
        error = running.finish().error
    assert "connection to the Spark Connect server is lost" in error.text
    begun = time.monotonic()
    assert "refused" in kernel.execute("spark.range(1).count()").error.text
    assert time.monotonic() - begun < 20
    kernel.run(f"%spark connect {connect_server.url}")
    assert kernel.run("spark.range(1).map((MapFunction<Long, Integer>) x -> kept, Encoders.INT()).first()").text == "7"


def test_from_a_server_to_this_machine_and_back(fresh_kernel, connect_server):
    kernel = fresh_kernel()
    kernel.run(f"%spark connect {connect_server.url}\nint kept = 7;\nDataset<Long> remote = spark.range(3);")
    kernel.run("%spark connect local[1]")
    assert kernel.run("sc.parallelize(List.of(1, 2)).map(x -> x + kept).collect()").text == "[8, 9]"
    error = kernel.execute("remote.count()").error
    assert "session" in error.text and "stopped" in error.text
    kernel.run(f"%spark connect {connect_server.url}")
    assert kernel.run("spark.range(1).map((MapFunction<Long, Integer>) x -> kept, Encoders.INT()).first()").text == "7"


PROGRAM = """
SparkSession spark = SparkSession.builder().appName("Mine").master("local[*]").config("spark.sql.shuffle.partitions", 3).getOrCreate();
SparkSession active = SparkSession.active();
spark.range(4).count() + active.range(3).count() + " " + spark.conf().get("spark.sql.shuffle.partitions")
"""


def test_a_program_with_a_builder_runs_and_its_variables_move_on(fresh_kernel, connect_server):
    kernel = fresh_kernel()
    kernel.run(f"%spark connect {connect_server.url}")
    cell = kernel.run(PROGRAM)
    assert cell.text == "7 3"
    assert "spark.master=local[*]" in cell.stderr and "%spark connect local[*]" in cell.stderr
    error = kernel.execute("JavaSparkContext sc = new JavaSparkContext(new org.apache.spark.SparkConf().setAppName(\"Mine\"));").error
    assert "RDDs don't exist on Spark Connect" in error.text
    kernel.run("%spark connect local[1]")
    assert kernel.run("spark.range(4).count() + active.range(3).count() + sc.parallelize(List.of(1)).count()").text == "8"
    kernel.run(f"%spark connect {connect_server.url}")
    kernel.run("spark.stop();")
    assert kernel.run("spark.range(5).count()").text == "5"


def test_a_server_can_be_named_by_spark_defaults(fresh_kernel, connect_server, tmp_path):
    (tmp_path / "spark-defaults.conf").write_text(f"spark.master {connect_server.url}\nspark.executor.memory 2g\nspark.sql.shuffle.partitions 3\n")
    kernel = fresh_kernel(env={"SPARK_CONF_DIR": str(tmp_path)})
    assert kernel.run('spark.conf().get("spark.sql.shuffle.partitions")').text.strip('"') == "3"


def test_the_document_is_true(fresh_kernel, connect_server):
    """The blocks of docs/guide/connect.md, as test_docs.py runs those of other documents, with this server for the one they name."""
    kernel = fresh_kernel()
    shown = ""
    for block in documents.blocks(REPOSITORY / "docs" / "guide" / "connect.md"):
        if block.language == "java":
            cell = kernel.execute(block.text.replace("localhost:15002", f"localhost:{connect_server.port}"))
            shown = documents.screen(cell)
            assert cell.status == ("error" if "fails" in block.words else "ok"), f"line {block.line}\n{shown}"
        elif block.language == "text":
            assert documents.comparable(block.text) == documents.comparable(shown), f"line {block.line}\n{shown}"
