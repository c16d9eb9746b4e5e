"""PySpark without a second Spark: its Python sources, of the wheel that the tests of packages keep, on the bundled jars."""

import os
import pathlib
import re
import subprocess
import sys
import zipfile

from support import installation
from support.standalone import Places

TESTS = pathlib.Path(__file__).resolve().parent.parent
# From the case of notebooks to the module of pyspark_jobs that computes the same.
JOBS = {
    "income": "income",
    "word-clouds": "word_clouds",
    "usage_sessions": "usage_sessions",
    "health_indicators": "health_indicators",
    "3_sql": "taxi_revenue",
}
SETTINGS = {
    "spark.master": "local[2]",
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "1g",
    "spark.sql.shuffle.partitions": "2",
    # What the originals are measured with needs neither pandas nor Arrow.
    "spark.sql.execution.pythonUDF.arrow.enabled": "false",
}


class PySpark:
    """A SPARK_HOME with PySpark in it; `compare` runs a job of pyspark_jobs."""

    @staticmethod
    def wheel():
        """The wheel of the bundled Spark's version; None when there is no network to get it from."""
        version = re.search(r"<spark\.version>([^<]+)<", (TESTS.parent / "pom.xml").read_text())[1]
        return installation.pyspark_wheel(version)

    def __init__(self, wheel, dist, java_home, folder):
        places = Places(dist, java_home, folder)
        home = places.spark_home()
        with zipfile.ZipFile(wheel) as packed:
            for name in packed.namelist():
                if re.match(r"pyspark/(bin/[\w-]+(\.sh)?|python/lib/.*\.zip)$", name):
                    target = home / name.removeprefix("pyspark/")
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(packed.read(name))
                    target.chmod(0o755)
        sources = sorted(map(str, (home / "python" / "lib").glob("*.zip")))
        options = " ".join(f"--conf {name}={value}" for name, value in SETTINGS.items())
        self._folder = folder
        self._env = {
            **os.environ,
            **places.environment(),
            "PYTHONPATH": os.pathsep.join([*sources, str(TESTS)]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYSPARK_PYTHON": sys.executable,
            "PYSPARK_SUBMIT_ARGS": f"{options} pyspark-shell",
        }

    def compare(self, job, samples, output):
        """Computes the job's answers of the samples, and compares them with the files that a notebook wrote."""
        command = [sys.executable, "-m", "pyspark_jobs.compare", job, str(samples), str(output)]
        return subprocess.run(command, cwd=self._folder, env=self._env, stdin=subprocess.DEVNULL, text=True, capture_output=True)
