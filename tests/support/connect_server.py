"""A Spark Connect server as a process of its own, from Firesteel's bundled Spark and the server's jar.

    with ConnectServer(jdk, jar, folder, conf={"spark.connect.authenticate.token": "t"}) as server:
        kernel.run(f"%spark connect {server.url}")
"""

import os
import pathlib
import re
import shutil
import subprocess

from support.processes import QUICK_JAVA, Program

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent
DIST = REPOSITORY / "kernel" / "app" / "target" / "dist"
STARTED = r"Spark Connect server started at: .*:(\d+)"
MODULE = "spark-connect_2.13"


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
            *QUICK_JAVA,
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
        self._program = None
        self.port = None

    @property
    def url(self):
        """By this name, as Spark's client sends a token without TLS to no other."""
        return f"sc://localhost:{self.port}"

    @property
    def process(self):
        return self._program.process

    def __enter__(self):
        self._program = Program(self._command, self.folder / "server.log", cwd=self.folder, env=self._env)
        try:
            self.port = int(self._program.wait_for_output(STARTED)[1])
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(self, *_):
        self.kill()

    def kill(self):
        """Ends the server, and executors of its own, at once."""
        self._program.end()
