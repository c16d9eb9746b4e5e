"""The masters that the scenarios run on: each starts what it needs and tells how a kernel connects to it."""

import contextlib
import os
import pathlib
import re
import shutil
import subprocess
from dataclasses import dataclass, field

import psutil

from support.connect_server import ConnectServer, server_jar
from support.kernel import Kernel
from support.standalone import GUARD, Daemon, Places, StandaloneCluster

POM = pathlib.Path(__file__).parent / "yarn" / "pom.xml"
# Small machines: few tasks at a time, and room for the other kernels on a cluster.
SMALL = {
    "spark.sql.shuffle.partitions": "2",
    "spark.default.parallelism": "2",
    "spark.executor.memory": "640m",
    "spark.cores.max": "2",
}
# Spark's own processes, which listen on all addresses else.
LOOPBACK = {"SPARK_LOCAL_IP": "127.0.0.1"}


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

    def distribution(self):
        """A whole Spark distribution, which the bundled Spark is not; fetched once into the user's cache."""
        done = self.firesteel("spark", "get", check=False)
        self.require(done.returncode == 0, f"a Spark distribution: {done.stdout}{done.stderr}")
        cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
        version = re.search(r"<spark\.version>([^<]+)<", (POM.parents[3] / "pom.xml").read_text())[1]
        return cache / "firesteel" / "spark" / version


@contextlib.contextmanager
def local(_):
    yield Master("local", None)


@contextlib.contextmanager
def local_cluster(_):
    yield Master("local-cluster", "local-cluster[2,1,1024]")


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


STARTERS = {"local": local, "local-cluster": local_cluster, "standalone": standalone, "yarn": yarn, "connect": connect}


@contextlib.contextmanager
def yarn_cluster(needs):
    """YARN with one node, in a process of its own; gives the folder of the configuration for clients."""
    folder = needs.places.scratch / "yarn"
    arguments = (f"{_class_path(needs)}{os.pathsep}{needs.places.dist}/spark/*", str(POM.parent / "YarnCluster.java"), str(folder))
    options = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
    cluster = Daemon(needs.places, "yarn", *arguments, ready="YARN is ready", options=options)
    try:
        yield folder / "conf"
    finally:
        cluster.end()


def _class_path(needs):
    file = needs.places.scratch / "yarn.class-path"
    maven = shutil.which("mvn")
    needs.require(maven, "Maven, for the jars of YARN")
    command = [maven, "-B", "-q", "-f", str(POM), "dependency:build-classpath", f"-Dmdep.outputFile={file}"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    needs.require(file.exists(), f"the jars of YARN: {done.stdout}")
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
