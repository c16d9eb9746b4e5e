"""Spark's standalone master and workers, and other Java programs, as processes of their own on loopback."""

import os
import pathlib
from dataclasses import dataclass

from support.processes import QUICK_JAVA, Program

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


class Daemon(Program):
    """A Java process that is ready when its output says so; `ready` is the match."""

    def __init__(self, places, name, class_path, main, *arguments, ready, options=(), env=None):
        super().__init__(
            [places.java_home / "bin" / "java", *QUICK_JAVA, *options, "-cp", class_path, main, *arguments],
            places.scratch / f"{name}.log",
            cwd=places.scratch,
            env={**os.environ, **places.environment(), **(env or {})},
        )
        try:
            self.ready = self.wait_for_output(ready)
        except BaseException:
            self.end()
            raise


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
        options = ("-Xmx256m", *(f"-D{k}={v}" for k, v in self._settings.items()))
        class_path = f"{self._places.dist}/spark/*"
        main = "org.apache.spark.deploy." + main
        return Daemon(self._places, name, class_path, main, *arguments, ready=ready, options=options)
