"""The command `firesteel`: tells the launcher where this environment's Spark is, and becomes it."""

import importlib.util
import os
import shutil
import sys

from firesteel import SPARK_VERSION


def main():
    pyspark = folder_of_pyspark()
    jar = os.path.join(pyspark, "jars", f"spark-core_2.13-{SPARK_VERSION}.jar")
    # A Spark of the user's own does as well.
    if not os.path.isfile(jar) and not os.environ.get("SPARK_HOME"):
        found = "has another version of it" if pyspark else "lacks it"
        fail(
            f"Spark comes with the package pyspark {SPARK_VERSION}, and the environment of {sys.executable} {found}.",
            f"Get it:  {sys.executable} -m pip install pyspark=={SPARK_VERSION}",
        )
    bash = shutil.which("bash")
    if not bash:
        fail("there is no bash here, which the launcher is written for.", "Install the package bash.")
    os.environ["FIRESTEEL_PYSPARK"] = pyspark
    os.environ["FIRESTEEL_WHEEL_PYTHON"] = sys.executable
    launcher = os.path.join(os.path.dirname(os.path.realpath(__file__)), "dist", "bin", "firesteel")
    os.execv(bash, [bash, launcher, *sys.argv[1:]])


def folder_of_pyspark():
    """Where the package is, without importing it, which would take a second; empty when there is none."""
    spec = importlib.util.find_spec("pyspark")
    return next(iter(spec.submodule_search_locations or []), "") if spec else ""


def fail(what, remedy):
    sys.stderr.write(f"firesteel: {what}\n  {remedy}\n")
    sys.exit(3)


if __name__ == "__main__":
    main()
