"""Fetching whole Spark distributions and choosing among them: from a registry of the test's own, and once from the real one."""

import hashlib
import http.server
import io
import os
import signal
import subprocess
import tarfile
import threading

import psutil
import pytest

from conftest import LAUNCHER
from support.processes import Program, kill

# pip asks a package what it is before it keeps it; this one needs nothing else to answer.
BACKEND = """
import os
def prepare_metadata_for_build_wheel(folder, config=None):
    os.makedirs(os.path.join(folder, "pyspark.dist-info"))
    with open(os.path.join(folder, "pyspark.dist-info", "METADATA"), "w") as out:
        out.write("Metadata-Version: 2.1\\nName: pyspark\\nVersion: {version}\\n")
    return "pyspark.dist-info"
def build_wheel(*_):
    raise AssertionError("nobody needs a wheel")
"""
PROJECT = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'


def package(version, spark=None):
    """The source package of a tiny Spark."""
    spark = spark or version
    files = {
        "PKG-INFO": (0o644, f"Metadata-Version: 2.1\nName: pyspark\nVersion: {version}\n"),
        "pyproject.toml": (0o644, PROJECT),
        "backend.py": (0o644, BACKEND.format(version=version)),
        f"deps/jars/spark-core_2.13-{spark}.jar": (0o644, "core"),
        f"deps/jars/spark-sql_2.13-{spark}.jar": (0o644, "sql"),
        "deps/bin/spark-submit": (0o755, "#!/bin/sh\n"),
        "pyspark/version.py": (0o644, ""),
    }
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for name, (mode, text) in files.items():
            entry = tarfile.TarInfo(f"pyspark-{version}/{name}")
            entry.mode, entry.size = mode, len(text.encode())
            tar.addfile(entry, io.BytesIO(text.encode()))
    return out.getvalue()


class Registry(http.server.ThreadingHTTPServer):
    """Serves packages: registry.packages[version] = (bytes, the checksum to tell)."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Pages)
        self.packages = {}
        self.halves = set()  # versions of which only a half is ever sent
        self.sent_half = threading.Event()
        self.closing = threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def offer(self, version, content, checksum=None):
        self.packages[version] = (content, checksum or hashlib.sha256(content).hexdigest())

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/simple"


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.rstrip("/") == "/simple/pyspark":
            links = [f'<a href="/files/pyspark-{v}.tar.gz#sha256={sum}">pyspark-{v}.tar.gz</a>' for v, (_, sum) in self.server.packages.items()]
            self.answer(b"<!DOCTYPE html>" + "\n".join(links).encode(), "text/html")
            return
        version = self.path.removeprefix("/files/pyspark-").removesuffix(".tar.gz")
        if version not in self.server.packages:
            self.send_error(404)
            return
        content = self.server.packages[version][0]
        if version not in self.server.halves:
            self.answer(content, "application/gzip")
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: len(content) // 2])
        self.wfile.flush()
        self.server.sent_half.set()
        self.server.closing.wait(60)

    def answer(self, content, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


@pytest.fixture
def registry():
    serving = Registry()
    yield serving
    serving.closing.set()
    serving.shutdown()
    serving.server_close()


@pytest.fixture
def user(tmp_path, monkeypatch, registry):
    """A user with empty folders whose pip knows nothing but the test's registry."""
    for variable, name in {"XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config"}.items():
        monkeypatch.setenv(variable, str(tmp_path / name))
    for variable in [v for v in os.environ if v.startswith("PIP_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", registry.url)
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.delenv("SPARK_HOME", raising=False)
    return tmp_path


@pytest.fixture
def spark(firesteel):
    def run(*arguments, check=True, **options):
        return firesteel("spark", *arguments, check=check, **options)

    return run


def cache(user):
    return user / "cache" / "firesteel" / "spark"


def test_a_version_is_fetched_chosen_and_given_up_again(spark, registry, user):
    registry.offer("4.2.99", package("4.2.99"))
    home = cache(user) / "4.2.99"

    assert "is not fetched yet" in spark("use", "4.2.99", check=False).stderr
    assert f"Spark 4.2.99 is in {home}" in spark("get", "4.2.99").stdout
    assert os.access(home / "bin" / "spark-submit", os.X_OK)
    assert (home / "python" / "pyspark" / "version.py").exists()
    assert [p.name for p in cache(user).iterdir()] == ["4.2.99"]
    assert "the bundled one" in spark().stdout and "4.2.99" in spark().stdout

    assert f"use Spark 4.2.99 at {home}" in spark("use", "4.2.99").stdout
    assert f"{home} (by firesteel spark use)" in spark().stdout
    assert "is there already" in spark("get", "4.2.99").stdout

    assert "use the bundled Spark 4.2.0" in spark("use", "bundled").stdout
    assert "Spark    the bundled one" in spark().stdout


def test_a_path_can_be_chosen_and_spark_home_wins(spark, registry, user):
    registry.offer("4.2.99", package("4.2.99"))
    spark("get", "4.2.99")
    other = user / "my spark"
    (cache(user) / "4.2.99").rename(other)
    assert "use Spark 4.2.99" in spark("use", other).stdout
    said = spark("use", other, env={"SPARK_HOME": "/elsewhere"}).stdout
    assert "SPARK_HOME is set here, to /elsewhere, and wins" in said
    assert "/elsewhere (by SPARK_HOME)" in spark(env={"SPARK_HOME": "/elsewhere"}).stdout


def test_a_package_with_another_checksum_is_not_kept(spark, registry, user):
    registry.offer("4.2.99", package("4.2.99"), checksum=hashlib.sha256(b"another").hexdigest())
    failed = spark("get", "4.2.99", check=False)
    assert failed.returncode == 1
    assert "the checksum of pyspark 4.2.99 is not what it should be" in failed.stderr
    assert list(cache(user).iterdir()) == []


def test_a_version_that_firesteel_knows_has_to_be_that_one_whatever_the_registry_says(spark, registry, user):
    registry.offer("4.2.0", package("4.2.0"))
    failed = spark("get", check=False)
    assert "the checksum of pyspark 4.2.0 is not what it should be" in failed.stderr
    assert list(cache(user).iterdir()) == []


def test_a_package_that_holds_another_spark_is_not_kept(spark, registry, user):
    registry.offer("4.2.98", package("4.2.98", spark="3.5.1"))
    assert "does not hold that Spark" in spark("get", "4.2.98", check=False).stderr
    assert list(cache(user).iterdir()) == []


def test_a_fetch_that_is_cut_off_leaves_nothing_and_can_be_repeated(registry, user, jdk, spark, tmp_path):
    registry.offer("4.2.99", package("4.2.99"))
    registry.halves.add("4.2.99")
    command = [str(LAUNCHER), "spark", "get", "4.2.99"]
    for end in (signal.SIGKILL, signal.SIGTERM):
        registry.sent_half.clear()
        with Program(command, tmp_path / "log", env={**os.environ, "FIRESTEEL_JAVA": str(jdk.java)}) as fetching:
            assert registry.sent_half.wait(60)
            processes = fetching.children()
            fetching.send(end)
            fetching.wait(30)
        if end == signal.SIGKILL:
            kill(processes)
        _, alive = psutil.wait_procs(processes, timeout=30)
        assert alive == []
        assert "fetched  none" in spark().stdout
    registry.halves.clear()
    spark("get", "4.2.99")
    assert [p.name for p in cache(user).iterdir()] == ["4.2.99"]


@pytest.mark.parametrize(
    "arguments, message",
    [
        (("get", "4.2.97"), "has no pyspark 4.2.97"),
        (("get", "3.5.6"), "Firesteel runs Spark 4.0 to 4.3, and not 3.5.6"),
        (("get", "latest"), "is no version such as 4.2.0"),
        (("use", "/nowhere"), "/nowhere is not a folder"),
        (("use", "4.2.97"), "firesteel spark get 4.2.97"),
        (("use",), "Missing required parameter"),
    ],
)
def test_what_cant_be_done_is_said(spark, registry, user, arguments, message):
    registry.offer("4.2.99", package("4.2.99"))
    failed = spark(*arguments, check=False)
    assert failed.returncode != 0
    assert message in failed.stderr and "\tat " not in failed.stderr


def test_a_choice_that_is_gone_is_told_with_the_way_back(spark, firesteel, registry, user, fresh_kernel):
    registry.offer("4.2.99", package("4.2.99"))
    spark("get", "4.2.99")
    spark("use", "4.2.99")
    (cache(user) / "4.2.99").rename(user / "gone")
    assert "can't be used here" in spark().stdout
    assert "./firesteel spark use bundled" in firesteel("doctor", check=False).stdout
    kernel = fresh_kernel()
    assert kernel.run("40 + 2").text == "42"
    assert "./firesteel spark use bundled" in kernel.execute("spark.range(3).count()").error.text


@pytest.mark.soak
def test_the_real_distribution_has_what_the_bundled_spark_lacks(spark, specs, fresh_kernel, tmp_path, monkeypatch):
    for variable, name in {"XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config"}.items():
        monkeypatch.setenv(variable, str(tmp_path / name))
    monkeypatch.delenv("SPARK_HOME", raising=False)
    spark("get")
    spark("use", "4.2.0")
    home = cache(tmp_path) / "4.2.0"
    version = subprocess.run([home / "bin" / "spark-submit", "--version"], env={**os.environ, "SPARK_HOME": str(home)}, capture_output=True, text=True)
    assert version.returncode == 0 and "version 4.2.0" in version.stderr
    kernel = fresh_kernel()
    assert kernel.run("spark.range(1000).count()").text == "1000"
    assert kernel.run("spark.version()").text.strip('"') == "4.2.0"
    kernel.run('Class.forName("org.apache.spark.scheduler.cluster.YarnClusterManager")')
    kernel.run('Class.forName("org.apache.spark.scheduler.cluster.k8s.KubernetesClusterManager")')
