"""A Spark Connect server as a process of its own, from Firesteel's bundled Spark and the server's jar.

    with ConnectServer(jdk, jar, folder, conf={"spark.connect.authenticate.token": "t"}) as server:
        kernel.run(f"%spark connect {server.url}")
"""

import os
import pathlib
import re
import shutil
import subprocess
import threading

import psutil

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent
DIST = REPOSITORY / "kernel" / "app" / "target" / "dist"
STARTED = re.compile(r"Spark Connect server started at: .*:(\d+)")
MODULE = "spark-connect_2.13"
GUARD = 90  # seconds


def server_jar(folder):
    """The jar of the server, of the bundled Spark's version, put into the folder; None where it can't be had. (Its POM
    wants MLlib, which the server runs without: so this jar alone.)"""
    version = re.search(r"<spark\.version>([^<]+)</", (REPOSITORY / "pom.xml").read_text())[1]
    jar = pathlib.Path(folder) / f"{MODULE}-{version}.jar"
    maven = shutil.which("mvn")
    if maven and not jar.exists():
        artifact = f"-Dartifact=org.apache.spark:{MODULE}:{version}"
        command = [maven, "-B", "-q", "-N", "dependency:copy", artifact, f"-DoutputDirectory={folder}"]
        subprocess.run(command, cwd=REPOSITORY, stdin=subprocess.DEVNULL, capture_output=True)
    return jar if jar.exists() else None


class ConnectServer:
    """A context manager: entered when the server listens (on loopback, on a free port), left when its process is gone."""

    def __init__(self, jdk, jar, folder, master="local[2]", conf=None, env=None):
        """jar: what server_jar gave; folder: an own one for logs and scratch; conf: more Spark settings."""
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.log = self.folder / "server.log"
        settings = {
            "spark.connect.grpc.binding.address": "127.0.0.1",
            "spark.connect.grpc.binding.port": "0",
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.local.dir": str(self.folder / "scratch"),
            "spark.sql.warehouse.dir": str(self.folder / "warehouse"),
            "spark.ui.enabled": "false",
            **(conf or {}),
        }
        # The client's jar has some of the server's classes, with other names for its libraries inside.
        bundled = (j for j in sorted((DIST / "spark").glob("*.jar")) if not j.name.startswith("spark-connect"))
        self._command = [
            str(jdk.java),
            f"@{DIST / 'bin' / 'java.options'}",
            "-Xmx1g",
            "-cp",
            os.pathsep.join(map(str, [jar, *bundled])),
            "org.apache.spark.deploy.SparkSubmit",
            *("--master", master),
            *(part for key, value in settings.items() for part in ("--conf", f"{key}={value}")),
            *("--class", "org.apache.spark.sql.connect.service.SparkConnectServer"),
            "spark-internal",
        ]
        self._env = {**os.environ, **(env or {})}
        self._listens = threading.Event()
        self.port = None
        self.process = None

    @property
    def url(self):
        """By this name, as Spark's client sends a token without TLS to no other."""
        return f"sc://localhost:{self.port}"

    def __enter__(self):
        self.process = subprocess.Popen(
            self._command,
            cwd=self.folder,
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if not self._listens.wait(GUARD) or self.port is None:
            self.__exit__()
            raise AssertionError(f"the Connect server did not start:\n{self.log.read_text()[-4000:]}")
        return self

    def __exit__(self, *_):
        self.kill()
        self._reader.join(GUARD)

    def kill(self):
        """Ends the server, and executors of its own, at once."""
        try:
            processes = [*psutil.Process(self.process.pid).children(recursive=True), self.process]
        except psutil.NoSuchProcess:
            processes = [self.process]
        for process in processes:
            process.kill()
        self.process.wait(GUARD)

    def _read(self):
        with self.log.open("w") as log:
            for line in self.process.stdout:
                log.write(line)
                log.flush()
                started = STARTED.search(line)
                if started:
                    self.port = int(started[1])
                    self._listens.set()
        self._listens.set()
