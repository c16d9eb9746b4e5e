"""Clusters: a master and workers as real processes, from the magic and from the command line."""

import contextlib
import json
import os
import pathlib
import re
import signal
import socket
import time
import urllib.request

import psutil
import pytest
import yaml

from support import documents
from support.lab import free_port
from support.processes import GUARD, QUICK_JAVA, Program, kill

PATIENCE = "--timeout 60"  # other tests may have the processors
SHAPE = "--workers 2 --cores 1 --memory 1g"


def processes(folder):
    """The processes of the clusters whose files are below a folder, their executors among them."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.status() != psutil.STATUS_ZOMBIE and process.environ().get("SPARK_HOME", "").startswith(str(folder)):
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            pass
    return found


@pytest.fixture
def state(tmp_path, monkeypatch):
    """A folder for the files of this test's clusters; none of them outlives the test."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    yield tmp_path / "state"
    kill(processes(tmp_path))


@pytest.fixture
def cluster(firesteel, state):
    def run(arguments, check=True):
        return firesteel("cluster", *arguments.split(), check=check)

    return run


def master_of(text):
    return re.search(r"spark://\S+", text)[0]


def kernel_on(fresh_kernel, tmp_path, master):
    conf = tmp_path / "conf"
    conf.mkdir()
    (conf / "spark-defaults.conf").write_text(
        f"spark.master {master}\nspark.driver.host 127.0.0.1\nspark.driver.bindAddress 127.0.0.1\nspark.executor.memory 512m\n"
        f"spark.executor.extraJavaOptions {' '.join(QUICK_JAVA)}\n"
    )
    return fresh_kernel(env={"SPARK_CONF_DIR": str(conf)})


def test_a_cluster_runs_jobs_from_its_start_to_its_stop(cluster, fresh_kernel, state, tmp_path):
    started = cluster(f"start {SHAPE} {PATIENCE}").stdout
    assert "2 workers with 1 core and 1g each" in started
    assert "%spark connect spark://127.0.0.1:" in started
    assert len(processes(state)) == 3

    kernel = kernel_on(fresh_kernel, tmp_path, master_of(started))
    assert kernel.run("spark.range(1000).repartition(4).count()").text == "1000"
    assert kernel.run("sc.master()").text == master_of(started)
    status = cluster("status").stdout
    assert "Firesteel" in status and "RUNNING" in status
    assert status.count("1 of 1 cores") == 2
    assert "executors are below" in cluster("logs --worker 1").stdout
    kernel.__exit__()

    assert "is stopped" in cluster("stop").stdout
    assert processes(state) == []
    assert "No cluster runs." in cluster("status").stdout
    assert list((state / "firesteel" / "clusters").iterdir()) == []


def test_logs_are_those_of_the_process_that_was_asked_for(cluster):
    cluster(f"start --workers 1 --name small {PATIENCE}")
    assert "Registering worker" in cluster("logs --name small").stdout
    worker = cluster("logs --name small --worker 1 -n 1").stdout.splitlines()
    assert worker[0].endswith("worker-1.log") and len(worker) == 3
    assert "no worker 2, but 1 to 1" in cluster("logs --name small --worker 2", check=False).stderr
    cluster("stop --name small")


def test_only_the_user_can_read_a_clusters_files(cluster, state):
    cluster(f"start --workers 1 {PATIENCE}")
    folder = state / "firesteel" / "clusters" / "default"
    assert folder.stat().st_mode & 0o077 == 0
    for process in processes(state):
        for connection in process.net_connections(kind="inet"):
            assert connection.laddr.ip.removeprefix("::ffff:") == "127.0.0.1", (process, connection)
    cluster("stop")


def test_the_documents_commands_run_in_their_order(cluster, repository, state, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    commands = [
        line.removeprefix("./firesteel cluster ")
        for block in documents.blocks(repository / "docs" / "guide" / "clusters.md")
        for line in block.text.splitlines()
        if line.startswith("./firesteel cluster ")
    ]
    assert len(commands) >= 4
    for command in commands:
        cluster(command)
    assert processes(state) == []


@pytest.mark.parametrize(
    "arguments, message",
    [
        ("start --workers 0", "--workers needs a number of at least 1"),
        ("start --memory lots", "--memory needs an amount such as 1g"),
        ("start --port 70000", "--port needs a port from 1024 to 65535"),
        ("start --host 192.0.2.1", "is no address of this machine"),
        ("start --host 0.0.0.0", "names no single address"),
        ("start --name ../x", "can't be a cluster's name"),
        ("stop", "none runs"),
        ("logs --name nowhere", "there is no cluster nowhere"),
        ("begin", "none of [start, stop, status, logs, compose]"),
    ],
)
def test_what_cant_be_done_is_said(cluster, state, arguments, message):
    failed = cluster(arguments, check=False)
    assert failed.returncode != 0
    assert message in failed.stderr
    assert "\tat " not in failed.stderr
    assert processes(state) == []


def test_a_port_that_is_taken_is_named(cluster):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        failed = cluster(f"start --ui-port {port}", check=False)
    assert f"port {port} can't be had" in failed.stderr and "--ui-port" in failed.stderr


def test_a_cluster_of_the_same_name_is_not_started_twice(cluster, state):
    first = master_of(cluster(f"start --workers 1 {PATIENCE}").stdout)
    failed = cluster("start --workers 1", check=False)
    assert f"runs already, at {first}" in failed.stderr
    assert len(processes(state)) == 2
    cluster("stop")


def test_a_cluster_that_does_not_come_up_in_time_leaves_nothing_but_its_logs(cluster, state):
    failed = cluster("start --workers 9 --timeout 1", check=False)
    assert "was not ready within 1 s" in failed.stderr and "--timeout 4" in failed.stderr
    assert processes(state) == []
    assert list(state.rglob("master.log"))


def test_a_worker_that_dies_is_noticed(cluster, state):
    cluster(f"start {SHAPE} {PATIENCE}")
    worker = next(p for p in processes(state) if "worker-2" in " ".join(p.cmdline()))
    worker.kill()
    psutil.wait_procs([worker], timeout=30)
    assert "worker-2 has ended" in cluster("status").stdout
    cluster("stop")


def test_the_magic_starts_a_cluster_that_ends_with_the_kernel(fresh_kernel, state):
    kernel = fresh_kernel()
    shown = kernel.run(f"%cluster start {SHAPE} {PATIENCE}").stdout
    assert f"%spark connect {master_of(shown)}" in shown
    assert "It ends with this kernel" in shown
    assert master_of(shown) in kernel.run("%cluster status").stdout
    assert "Registering worker" in kernel.run("%cluster logs").stdout
    running = processes(state)
    assert len(running) == 3
    kernel.manager.shutdown_kernel()
    _, alive = psutil.wait_procs(running, timeout=30)
    assert alive == []
    assert list((state / "firesteel" / "clusters").iterdir()) == []


def test_the_cluster_started_here_is_a_target_by_a_word_or_by_what_start_prints(fresh_kernel, state):
    kernel = fresh_kernel()
    shown = kernel.run(f"%cluster start {SHAPE} {PATIENCE}").stdout
    kernel.run("int limit = 10;")
    printed = re.search(r"%spark connect (\S+)", shown)[1]
    kernel.run("%spark connect cluster --executor-memory 512m")
    assert kernel.run("sc.master()").text == printed
    assert kernel.run("spark.range(100).filter((FilterFunction<Long>) x -> x < limit).count()").text == "10"
    assert "RUNNING" in kernel.run("%cluster status").stdout
    kernel.run("%cluster stop")


def test_the_magic_stops_a_cluster(fresh_kernel, state):
    kernel = fresh_kernel()
    assert "%cluster start starts one" in kernel.execute("%spark connect cluster").error.text
    kernel.run(f"%cluster start --workers 1 {PATIENCE}")
    assert "is stopped" in kernel.run("%cluster stop").stdout
    assert processes(state) == []
    assert kernel.execute("%cluster stop").error.name == "MagicError"


def test_a_killed_kernel_leaves_no_process_behind(fresh_kernel, state, tmp_path):
    kernel = fresh_kernel()
    shown = kernel.run(f"%cluster start {SHAPE} {PATIENCE}").stdout
    user = kernel_on(fresh_kernel, tmp_path, master_of(shown))
    assert user.run("spark.range(1000).repartition(4).count()").text == "1000"
    running = processes(state)
    assert len(running) >= 5, "master, workers and executors"
    kernel.manager.signal_kernel(signal.SIGKILL)
    _, alive = psutil.wait_procs(running, timeout=30)
    assert alive == []


def test_a_kept_cluster_outlives_its_kernel(fresh_kernel, cluster, state):
    kernel = fresh_kernel()
    kept = kernel.run(f"%cluster start --keep --workers 1 {PATIENCE}").stdout
    assert "It runs until" in kept
    running = processes(state)
    kernel.manager.signal_kernel(signal.SIGKILL)
    psutil.wait_procs(kernel.processes(), timeout=30)
    assert master_of(kept) in cluster("status").stdout
    assert [p for p in running if p.is_running()] == running
    cluster("stop")
    assert processes(state) == []


def test_an_interrupted_start_leaves_no_process_behind(fresh_kernel, state):
    kernel = fresh_kernel()
    running = kernel.start("%cluster start --workers 200 --timeout 600")
    while not processes(state):
        pass
    kernel.interrupt()
    assert running.finish().error.name == "Interrupted"
    assert processes(state) == []


def test_help_and_completion_know_the_magic(kernel):
    assert "--workers" in kernel.run("%cluster --help").shown
    assert "start" in kernel.complete("%cluster st")["matches"]
    assert "--memory" in kernel.complete("%cluster start --mem")["matches"]
    assert 'none of [start, stop, status, logs, compose]' in kernel.execute("%cluster begin").error.text


def test_files_of_clusters_that_were_killed_are_removed_by_the_next_start(cluster, fresh_kernel, state):
    kernel = fresh_kernel()
    kernel.run(f"%cluster start --workers 1 {PATIENCE}")
    running = processes(state)
    kernel.manager.signal_kernel(signal.SIGKILL)
    psutil.wait_procs([*running, *kernel.processes()], timeout=30)
    cluster(f"start --workers 1 {PATIENCE}")
    assert [pathlib.Path(p).name for p in (state / "firesteel" / "clusters").iterdir()] == ["default"]
    cluster("stop")


@pytest.fixture
def composed(cluster, tmp_path):
    """The folder that compose wrote, what it said, and the port of the master's page."""
    folder, port, ui = tmp_path / "composed", free_port(), free_port()
    said = cluster(f"compose --workers 4 --cores 2 --memory 1g --port {port} --ui-port {ui} --output {folder}").stdout
    return folder, said, ui


def test_compose_writes_a_master_and_workers(cluster, tmp_path):
    said = cluster(f"compose --workers 4 --cores 2 --memory 1g --output {tmp_path / 'c'}").stdout
    services = yaml.safe_load((tmp_path / "c" / "compose.yaml").read_text())["services"]
    assert set(services) == {"master", "worker"}
    assert services["master"]["command"][1:] == ["--host", "127.0.0.1", "--port", "7077", "--webui-port", "9090"]
    assert services["worker"]["deploy"]["replicas"] == 4
    words = services["worker"]["command"]
    assert words[words.index("--cores") + 1] == "2" and words[words.index("--memory") + 1] == "1g"
    assert words[-1] == "spark://127.0.0.1:7077"
    for service in services.values():
        assert service["network_mode"] == "host" and service["build"] == "."
    assert "SPARK_WORKER_INSTANCES=4 sbin/start-worker.sh" in said
    assert "sbin/start-master.sh --host 127.0.0.1 --port 7077 --webui-port 9090" in said
    assert "is not empty" in cluster(f"compose --output {tmp_path / 'c'}", check=False).stderr


def test_the_composed_containers_commands_make_a_cluster(composed, jdk, state, tmp_path):
    """As in the containers, but that this machine's folders and Java take the place of the image's."""
    folder, _, ui = composed
    dockerfile = (folder / "Dockerfile").read_text()
    assert f"FROM eclipse-temurin:{jdk.version}-jre" in dockerfile
    entry = json.loads(re.search(r"^ENTRYPOINT (.*)$", dockerfile, re.MULTILINE)[1])
    variables = dict(word.split("=") for word in re.search(r"^ENV (.*)$", dockerfile, re.MULTILINE)[1].split())

    def here(word):
        return word.replace("/opt/spark", str(folder)).replace("/home/spark/work", str(tmp_path / "work"))

    environment = {**os.environ, **{name: here(value) for name, value in variables.items()}}
    with contextlib.ExitStack() as stack:
        started = []
        for name, service in yaml.safe_load((folder / "compose.yaml").read_text())["services"].items():
            command = [jdk.java, *map(here, [*entry[1:], *service["command"]])]
            started.append(stack.enter_context(Program(command, tmp_path / f"{name}.log", cwd=tmp_path, env=environment)))
        page = f"http://127.0.0.1:{ui}/json/"
        end = time.monotonic() + GUARD
        while not workers_of(page):
            assert time.monotonic() < end and not any(program.has_ended for program in started)
        assert [(w["cores"], w["memory"]) for w in workers_of(page)] == [(2, 1024)]


def workers_of(page):
    try:
        with urllib.request.urlopen(page, timeout=5) as answer:
            return json.load(answer)["workers"]
    except (OSError, ValueError):  # It answers with another page before this one is there.
        return []
