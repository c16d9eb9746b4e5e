"""Spark's standalone master and workers, and other Java programs, as processes of their own on loopback."""

import contextlib
import os
import pathlib
import re
import subprocess
import time
from dataclasses import dataclass

import psutil

GUARD = 90  # seconds
SCALA = "2.13"


@dataclass(frozen=True)
class Places:
    """Where what a master needs is found."""

    dist: pathlib.Path
    java_home: pathlib.Path
    scratch: pathlib.Path

    def spark_home(self):
        """A folder that is a SPARK_HOME, made of links to the bundled jars."""
        home = self.scratch / "spark-home"
        if not home.is_dir():
            (home / "jars").mkdir(parents=True)
            for jar in (self.dist / "spark").glob("*.jar"):
                (home / "jars" / jar.name).symlink_to(jar)
        return home

    def environment(self):
        """What Spark's own daemons and those that start executors read."""
        return {
            "SPARK_HOME": str(self.spark_home()),
            "SPARK_SCALA_VERSION": SCALA,
            "SPARK_LOCAL_IP": "127.0.0.1",
            "JAVA_HOME": str(self.java_home),
        }


class Daemon:
    """A Java process that is ready when its log says so; a context manager that ends it."""

    def __init__(self, places, name, class_path, main, *arguments, ready, options=(), env=None):
        self._log = places.scratch / f"{name}.log"
        command = [str(places.java_home / "bin" / "java"), *options, "-cp", class_path, main, *arguments]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, **places.environment(), **(env or {})},
                cwd=places.scratch,
            )
        try:
            self.ready = self.wait_for_log(ready)
        except BaseException:
            self.end()
            raise

    @property
    def process(self):
        return psutil.Process(self._process.pid)

    @property
    def log(self):
        return self._log.read_text(errors="replace")

    def wait_for_log(self, pattern, timeout=GUARD):
        """The first match of the pattern in the log."""
        end = time.monotonic() + timeout
        while True:
            ended = self._process.poll() is not None
            found = re.search(pattern, self.log)
            if found:
                return found
            assert not ended, f"ended with {self._process.returncode}:\n{self.log[-3000:]}"
            assert time.monotonic() < end, f"{pattern!r} not in the log within {timeout} s:\n{self.log[-3000:]}"
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.05)

    def end(self):
        with contextlib.suppress(psutil.NoSuchProcess):
            for process in [*self.process.children(recursive=True), self.process]:
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()
        self._process.wait()


class StandaloneCluster:
    """A master and workers as processes of their own, from the bundled Spark."""

    def __init__(self, places, workers=2, cores=8, memory="4g", settings=None):
        """cores, memory: of each worker, more than the kernels ask for. settings: of all daemons."""
        self._places, self._wanted, self._cores, self._memory = places, workers, cores, memory
        self._settings = settings or {}
        self.master, self.workers = None, []

    def __enter__(self):
        try:
            self.master = self._daemon("master", "master.Master", "--port", "0", ready=r"Starting Spark master at (spark://\S+)")
            self.url = self.master.ready[1]
            for i in range(self._wanted):
                worker = ("--cores", str(self._cores), "--memory", self._memory, self.url)
                self.workers.append(self._daemon(f"worker-{i}", "worker.Worker", *worker, ready="Successfully registered with master"))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for daemon in [*self.workers, self.master]:
            if daemon:
                daemon.end()

    def _daemon(self, name, main, *arguments, ready):
        arguments = ("--host", "127.0.0.1", "--webui-port", "0", *arguments)
        options = ("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", *(f"-D{k}={v}" for k, v in self._settings.items()))
        class_path = f"{self._places.dist}/spark/*"
        main = "org.apache.spark.deploy." + main
        return Daemon(self._places, name, class_path, main, *arguments, ready=ready, options=options)
