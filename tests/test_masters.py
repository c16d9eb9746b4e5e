"""%spark: what is connected, connecting elsewhere, and errors that come in time and say what to do."""

import re
import socket
import time

import pytest

from support import documents, jdks, standalone

SMALL = "--conf spark.cores.max=1 --executor-memory 640m --timeout 40"  # other tests may have the processors
SECRETS = {"spark.authenticate": "true", "spark.authenticate.secret": "geheim"}


@pytest.fixture(scope="module")
def make_cluster(repository, firesteel, jdk, tmp_path_factory):
    firesteel("version")

    def make(java_home=jdk.home, **shape):
        places = standalone.Places(repository / "kernel/app/target/dist", java_home, tmp_path_factory.mktemp("cluster"))
        return standalone.StandaloneCluster(places, **{"workers": 1, "cores": 2, "memory": "2g", **shape})

    return make


@pytest.fixture(scope="module")
def cluster(make_cluster):
    with make_cluster() as running:
        yield running


@pytest.fixture
def local(kernel):
    """A kernel that is connected to itself."""
    kernel.run("%spark connect local[2]")
    yield kernel


def refusal(kernel, connect, within=30):
    """What a connection that must fail says; the kernel goes on."""
    start = time.monotonic()
    error = kernel.execute(f"%spark connect {connect}").error
    took = time.monotonic() - start
    assert error, "it was connected"
    assert took < within, f"{took} s"
    assert error.name == "MagicError", error.text
    assert kernel.run("1 + 1").text == "2"
    return error.text


def test_a_kernel_moves_to_a_cluster_and_back_with_its_variables(cluster, kernel):
    kernel.run("int limit = 3; record Point(int x, int y) {} Dataset<Long> old = spark.range(10);")
    connected = kernel.run(f"%spark connect {cluster.url} {SMALL} --name moved --conf spark.sql.shuffle.partitions=2").stdout
    assert cluster.url in connected and "http://127.0.0.1:" in connected
    assert kernel.run("spark.range(10).filter((FilterFunction<Long>) x -> x < limit).count()").text == "3"
    assert kernel.run("new Point(limit, 2)").text == "Point[x=3, y=2]"
    error = kernel.execute("old.count()").error
    assert "has been stopped" in error.text and "made again" in error.text
    shown = kernel.run("%spark").shown
    assert re.search(r"master +\|" + re.escape(cluster.url), shown)
    assert re.search(r"application +\|app-\d+-\d+ \(moved\)", shown)
    assert "1 with 1 cores in all" in shown and "640 MB" in shown
    assert re.search(r"spark.sql.shuffle.partitions +\|2 ", shown)
    assert "href=" in str(kernel.run("%spark").displays[0]["text/html"])
    assert "SUCCEEDED" in kernel.run("%spark jobs").shown
    back = kernel.run("%spark connect local[2]").stdout
    assert "local[2]" in back
    assert kernel.run("spark.range(10).filter((FilterFunction<Long>) x -> x < limit).count()").text == "3"


def test_a_job_is_cancelled_by_its_number(local):
    running = local.start("spark.range(1).foreach((ForeachFunction<Long>) x -> Thread.sleep(600_000));")
    other = local.request("control", "create_subshell_request")["subshell_id"]
    number = None
    while number is None:
        shown = local.start_in(other, "%spark jobs").finish().shown
        number = next((m[1] for m in re.finditer(r"\|(\d+) +\|RUNNING", shown)), None)
    assert "told to stop" in local.start_in(other, f"%spark cancel {number}").finish().stdout
    assert "was cancelled" in running.finish().error.text
    assert "no job 999 runs" in local.execute("%spark cancel 999").error.text


def test_stop_and_restart(local):
    before = local.run("sc.sc().applicationId()").text
    assert "has been stopped" in local.run("%spark stop").stdout
    assert "No Spark runs" in local.run("%spark").stdout
    assert "local[2]" in local.run("%spark restart").stdout
    assert local.run("sc.sc().applicationId()").text != before
    assert local.run("%spark ui").shown.strip().startswith("http://127.0.0.1:")


@pytest.mark.parametrize(
    "target, message",
    [
        ("spark://no-such-host.invalid:7077", 'There is no host "no-such-host.invalid"'),
        ("spark://127.0.0.1:1", "Nothing takes connections at 127.0.0.1:1"),
        ("spark://127.0.0.1", "needs a host and a port"),
        ("nonsense", "is no target"),
        ("yarn", "needs Spark's YARN module"),
        ("k8s://https://127.0.0.1:1", "needs Spark's Kubernetes module"),
        ("@nobody", 'There is no profile "nobody"'),
        ("local[2] --jars missing.jar", "There is no jar"),
        ("local[2] --packages nonsense", "write group:artifact:version"),
    ],
)
def test_a_target_that_cannot_be_is_refused_at_once(local, target, message):
    before = local.run("sc.sc().applicationId()").text
    assert message in refusal(local, target)
    assert local.run("sc.sc().applicationId()").text == before, "the Spark that ran goes on"


def test_a_port_that_is_no_masters(cluster, local):
    web = re.search(r"Started MasterWebUI at http://[^:]+:(\d+)|Bound MasterWebUI to \S+ and started at http://[^:]+:(\d+)", cluster.master.output)
    worker = re.search(r"Starting Spark worker 127.0.0.1:(\d+)", cluster.workers[0].output)
    assert "it is no master" in refusal(local, f"spark://127.0.0.1:{worker[1]}")
    assert "first line of that page" in refusal(local, f"spark://127.0.0.1:{web[1] or web[2]}")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert "nothing there answered" in refusal(local, f"spark://127.0.0.1:{port} --timeout 3")


def test_more_than_a_worker_has(cluster, local):
    text = refusal(local, f"{cluster.url} --executor-memory 3g")
    assert "3072 MB" in text and "--executor-memory 2048m" in text
    text = refusal(local, f"{cluster.url} --executor-cores 8")
    assert "--executor-cores 2" in text


def test_a_cluster_without_workers(make_cluster, local):
    with make_cluster(workers=0) as empty:
        assert "has no workers" in refusal(local, empty.url)


def test_a_cluster_whose_cores_are_taken(cluster, local, fresh_kernel):
    first = fresh_kernel()
    first.run(f"%spark connect {cluster.url} --executor-memory 640m --timeout 40")
    text = refusal(local, f"{cluster.url} --executor-memory 512m --timeout 4")
    assert "All cores of its 1 workers are in use" in text
    first.run("%spark stop")


def test_an_executor_that_cannot_call_back(cluster, local):
    text = refusal(local, f"{cluster.url} --conf spark.driver.host=127.0.0.9 --conf spark.driver.bindAddress=127.0.0.1 --executor-memory 640m --timeout 12", within=60)
    assert "can't call back to the driver" in text and "127.0.0.9" in text, text
    assert "spark.driver.host=ADDRESS" in text and "spark.driver.bindAddress" in text


def test_a_cluster_with_an_older_java(make_cluster, local, jdk):
    older = [other for other in jdks.find() if other.version < jdk.version]
    if not older:
        pytest.skip(f"there is no JDK older than {jdk} here")
    local.run("int limit = 3;")
    with make_cluster(java_home=older[0].home) as cluster:
        local.run(f"%spark connect {cluster.url} {SMALL}")
        error = local.execute("spark.range(10).filter((FilterFunction<Long>) x -> x < limit).count()").error
        assert "older Java than this kernel" in error.text and "FIRESTEEL_JAVA" in error.text
        local.run("%spark connect local[2]")
    assert local.run("spark.range(10).filter((FilterFunction<Long>) x -> x < limit).count()").text == "3"


def test_authentication(make_cluster, local, tmp_path, jdk):
    with make_cluster(settings=SECRETS) as guarded:
        assert "wants authentication" in refusal(local, guarded.url)
        wrong = "--conf spark.authenticate=true --conf spark.authenticate.secret=falsch"
        text = refusal(local, f"{guarded.url} {wrong}")
        assert "refused the authentication" in text and "falsch" not in text
        (tmp_path / "key").write_text("geheim")
        profile = f"profiles:\n  guarded:\n    master: {guarded.url}\n    conf:\n"
        profile += f"      spark.authenticate: true\n      spark.authenticate.secret: ${{file:{tmp_path}/key}}\n      spark.cores.max: 1\n"
        (tmp_path / "firesteel.yaml").write_text(profile + "      spark.executor.memory: 640m\n")
        local.run(f"%cd {tmp_path}")
        assert "@guarded" in [m for m in local.complete("%spark connect @g")["matches"]]
        local.run("%spark connect @guarded --timeout 40")
        assert local.run("spark.range(5).count()").text == "5"
        assert "geheim" not in local.run("%spark").shown + local.run("%spark conf").shown
        local.run("%spark connect local[2]")


def test_a_master_that_is_killed_in_the_middle_of_a_job(make_cluster, kernel):
    with make_cluster() as doomed:
        kernel.run(f"%spark connect {doomed.url} --executor-memory 640m --timeout 12")
        running = kernel.start(
            "spark.range(1).foreach((ForeachFunction<Long>) x -> { while (true) { Thread.sleep(100); } });"
        )
        running.wait_for(lambda m: "1 running" in str(m["content"]), "progress")
        doomed.master.end()
        error = running.finish().error
        assert f"the cluster is gone: {doomed.url} has not answered" in error.text, error.text
        assert "%spark connect local[*]" in error.text
        again = kernel.execute("spark.range(3).count()").error
        assert "Nothing takes connections at" in again.text
    assert "local[2]" in kernel.run("%spark connect local[2]").stdout
    assert kernel.run("spark.range(3).count()").text == "3"


def test_the_documents_profile_is_understood(repository, local, tmp_path):
    text = next(block.text for block in documents.blocks(repository / "docs" / "guide" / "masters.md") if block.language == "yaml")
    (tmp_path / "firesteel.yaml").write_text(text.replace("~/.secrets/spark", "missing"))
    local.run(f"%cd {tmp_path}")
    error = refusal(local, "@team")
    assert "line 7" in error and "spark.authenticate.secret" in error and "missing, which can't be read" in error
