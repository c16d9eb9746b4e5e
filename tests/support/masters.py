"""The masters that the scenarios run on: each starts what it needs and tells how a kernel connects to it."""

import contextlib
import dataclasses
import os
import pathlib
import re
import shutil
import subprocess
from dataclasses import dataclass, field

import psutil
import pytest

from support.connect_server import ConnectServer, server_jar
from support.kernel import Kernel
from support.processes import QUICK_JAVA
from support.standalone import Daemon, Places, StandaloneCluster

HERE = pathlib.Path(__file__).parent
# Small machines: few tasks at a time, and room for the other kernels on a cluster.
SMALL = {
    "spark.sql.shuffle.partitions": "2",
    "spark.default.parallelism": "2",
    "spark.executor.memory": "640m",
    "spark.cores.max": "2",
    "spark.executor.extraJavaOptions": " ".join(QUICK_JAVA),
}
# Spark's own processes, which listen on all addresses else.
LOOPBACK = {"SPARK_LOCAL_IP": "127.0.0.1"}
OTHER_SPARKS = ("4.0.1", "4.1.0", "4.2.1", "4.3.0")
NEWEST_JAVA_OF_OLDER_SPARKS = 21  # Before 4.2.
SMALL_JAVA = ("-Xmx512m",)


@dataclass(frozen=True)
class Master:
    """A master that runs.

    target: what `%spark connect` is told; None for what a kernel starts with.
    """

    name: str
    target: str | None
    env: dict = field(default_factory=dict)

    @contextlib.contextmanager
    def kernel(self, specs, folder, options=""):
        """A kernel that is connected to the master; options: more for `%spark connect`."""
        (folder / "conf").mkdir()
        (folder / "conf" / "spark-defaults.conf").write_text("".join(f"{k} {v}\n" for k, v in SMALL.items()))
        with Kernel(specs, cwd=folder, env={"SPARK_CONF_DIR": str(folder / "conf"), **self.env}) as kernel:
            if self.target or options:
                kernel.run(f"%spark connect {self.target or 'local[*]'} --timeout 60 {options}")
            kernel.run("spark.range(2).count()")
            yield kernel


@dataclass(frozen=True)
class Needs:
    """What starting a master takes: the command, its JDK, places, and pytest's way to say what is missing."""

    firesteel: object
    jdk: object
    places: Places
    require: object

    def distribution(self, version=None):
        """A whole Spark distribution, which the bundled Spark is not; fetched once into the user's cache."""
        version = version or re.search(r"<spark\.version>([^<]+)<", (HERE.parents[1] / "pom.xml").read_text())[1]
        done = self.firesteel("spark", "get", version, check=False)
        self.require(done.returncode == 0, f"a Spark distribution: {done.stdout}{done.stderr}")
        cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
        return cache / "firesteel" / "spark" / version


@contextlib.contextmanager
def local(_):
    yield Master("local", None)


@contextlib.contextmanager
def local_cluster(_):
    yield Master("local-cluster", "local-cluster[2,1,1024]")


def newest_java(version):
    return NEWEST_JAVA_OF_OLDER_SPARKS if version < "4.2" else 25


def with_spark(version, starter):
    """Starts a master as another one does, of kernels with a Spark of this version."""

    @contextlib.contextmanager
    def start(needs):
        if needs.jdk.version > newest_java(version):
            pytest.skip(f"Spark {version} runs on Java 17 and {newest_java(version)}")
        home = needs.distribution(version)
        with starter(needs) as master:
            yield dataclasses.replace(master, env={"SPARK_HOME": str(home)})

    return start


@contextlib.contextmanager
def standalone(needs):
    with StandaloneCluster(needs.places) as cluster:
        yield Master("standalone", f"{cluster.url} --executor-cores 1")


@contextlib.contextmanager
def yarn(needs):
    home = needs.distribution()
    with yarn_cluster(needs) as conf:
        options = {
            # Else each start copies 400 MB to each container.
            "spark.yarn.jars": f"local:{home}/jars/*",
            "spark.yarn.stagingDir": f"file:{needs.places.scratch}/staging",
            "spark.yarn.am.memory": "512m",
        }
        settings = " ".join(f"--conf {key}={value}" for key, value in options.items())
        env = {"SPARK_HOME": str(home), **LOOPBACK}
        yield Master("yarn", f"yarn --hadoop-conf {conf} --num-executors 2 --executor-cores 1 {settings}", env=env)


@contextlib.contextmanager
def connect(needs):
    jar = server_jar(needs.places.scratch)
    needs.require(jar, "the jar of the Spark Connect server, from Maven")
    conf = {**SMALL, "spark.connect.authenticate.token": "scenarios"}
    with ConnectServer(needs.jdk, jar, needs.places.scratch / "server", conf=conf) as server:
        yield Master("connect", f"{server.url}/;token=scenarios")


@contextlib.contextmanager
def kubernetes(needs):
    home = needs.distribution()
    with kubernetes_api(needs, home) as api:
        options = "--conf spark.kubernetes.container.image=spark:test --num-executors 2 --executor-cores 1"
        # The pods are processes of this machine.
        options += " --conf spark.driver.host=127.0.0.1"
        yield Master("kubernetes", f"k8s://{api.url} {options}", env={"SPARK_HOME": str(home), **LOOPBACK})


STARTERS = {
    "local": local,
    "local-cluster": local_cluster,
    "standalone": standalone,
    "yarn": yarn,
    "kubernetes": kubernetes,
    "connect": connect,
}
WITH_OTHER_SPARKS = {
    f"{name}-{version}": with_spark(version, STARTERS[name]) for version in OTHER_SPARKS for name in ("local", "local-cluster")
}


@contextlib.contextmanager
def yarn_cluster(needs):
    """YARN with one node, in a process of its own; gives the folder of the configuration for clients."""
    folder = needs.places.scratch / "yarn"
    class_path = f"{_class_path(needs, 'yarn')}{os.pathsep}{needs.places.dist}/spark/*"
    arguments = (class_path, str(HERE / "yarn" / "YarnCluster.java"), str(folder))
    cluster = Daemon(needs.places, "yarn", *arguments, ready="YARN is ready", options=SMALL_JAVA)
    try:
        yield folder / "conf"
    finally:
        cluster.end()


@contextlib.contextmanager
def kubernetes_api(needs, home):
    """A Kubernetes API server, in a process of its own, that starts executors' pods as processes; `url` is its."""
    folder = needs.places.scratch / "pods"
    folder.mkdir()
    arguments = (_class_path(needs, "kubernetes"), str(HERE / "kubernetes" / "KubernetesApi.java"), f"{home}/jars/*", str(folder))
    server = Daemon(needs.places, "kubernetes", *arguments, ready=r"Kubernetes is ready at (\S+)", options=SMALL_JAVA)
    try:
        yield KubernetesApi(server.ready[1], folder)
    finally:
        server.end()


@dataclass(frozen=True)
class KubernetesApi:
    """A Kubernetes API server that runs. folder: what the executors of its pods say."""

    url: str
    folder: pathlib.Path


def _class_path(needs, what):
    """The jars that the POM of a folder beside this file names."""
    file = needs.places.scratch / f"{what}.class-path"
    maven = shutil.which("mvn")
    needs.require(maven, f"Maven, for the jars of {what}")
    command = [maven, "-B", "-q", "-f", str(HERE / what / "pom.xml"), "dependency:build-classpath", f"-Dmdep.outputFile={file}"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    needs.require(file.exists(), f"the jars of {what}: {done.stdout}")
    return file.read_text().strip()


def executors(application):
    """The executor processes of an application, by its id."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            command = process.cmdline()
            if application in command and command[0].endswith("java") and any("ExecutorBackend" in word for word in command):
                found.append(process)
    return found
