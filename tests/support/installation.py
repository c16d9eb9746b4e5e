"""Firesteel as a user installs it: an empty home, a new environment, the archive and the wheel of `./firesteel package`."""

import fcntl
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig

# What pip needs to reach the registry that this machine is set up for.
PIPS = ("PIP_", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")
FOLDERS = {
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
}
CELLS = (
    'var squares = spark.range(1, 5).selectExpr("id", "id * id as square");',
    "squares.count()",
    "%chart bar squares --x id --y square",
)
PLOTLY = "application/vnd.plotly.v1+json"


class User:
    """Somebody with an empty home, on a machine that has a JDK and no Maven. CI is set, so that nothing goes on in the
    background; the test of class archives unsets it."""

    def __init__(self, folder, jdk, first_on_path=()):
        self.home = folder / "home"
        self.home.mkdir(parents=True)
        without = folder / "bin"
        without.mkdir()
        stub = without / "mvn"
        stub.write_text("#!/bin/sh\necho 'mvn is not to be used here' >&2\nexit 99\n")
        stub.chmod(0o755)
        self.environment = {k: v for k, v in os.environ.items() if k.upper().startswith(PIPS)}
        self.environment |= {
            "HOME": str(self.home),
            "PATH": os.pathsep.join([*map(str, first_on_path), str(without), "/usr/local/bin", "/usr/bin", "/bin"]),
            "LANG": "C.UTF-8",
            "CI": "true",
            "JAVA_HOME": str(jdk.home),
            "PYTHONDONTWRITEBYTECODE": "1",
            **{name: str(self.home / place) for name, place in FOLDERS.items()},
        }

    def run(self, *command, cwd, check=True, **environment):
        done = subprocess.run(
            list(map(str, command)),
            cwd=cwd,
            env={**self.environment, **environment},
            stdin=subprocess.DEVNULL,
            text=True,
            capture_output=True,
        )
        if check:
            assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def state(self, dist):
        """Where an installation keeps what it prepares for itself."""
        return pathlib.Path(f"{self.home}/.cache/firesteel/installed{dist}")


def new_environment(folder):
    """A new virtual environment that finds the packages of the tests' own, Jupyter among them, as well."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    (site_packages(folder) / "tests.pth").write_text(sysconfig.get_path("purelib") + "\n")
    for script in (pathlib.Path(sys.prefix) / "bin").glob("jupyter*"):
        own = folder / "bin" / script.name
        own.write_text(re.sub(r"\A#!.*", f"#!{folder}/bin/python", script.read_text()))
        own.chmod(0o755)
    return folder


def site_packages(environment):
    (found,) = (environment / "lib").glob("python3*/site-packages")
    return found


def pyspark_wheel(version):
    """The wheel of pyspark, built once and kept, as it takes minutes; None when there is no network to get it from."""
    cache = pathlib.Path.home() / ".cache" / "firesteel-test"
    cache.mkdir(parents=True, exist_ok=True)
    # Tests that run side by side want it at the same time.
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not found(cache, version):
            subprocess.run(
                [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", f"pyspark=={version}", "-w", str(cache)],
                stdin=subprocess.DEVNULL,
            )
    return found(cache, version)


def found(cache, version):
    return next(cache.glob(f"pyspark-{version}-*.whl"), None)


def tree(folder):
    """The files below a folder and what is in them, but for Python's own caches."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def write_notebook(file, cells=CELLS):
    code = [
        {"cell_type": "code", "id": f"c{i}", "metadata": {}, "execution_count": None, "outputs": [], "source": source}
        for i, source in enumerate(cells)
    ]
    metadata = {"kernelspec": {"name": "firesteel", "display_name": "Java (Firesteel)", "language": "java"}}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"cells": code, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}))
    return file


def shown(file):
    """The MIME bundles of a notebook's cells, without the progress of jobs."""
    cells = json.loads(file.read_text())["cells"]
    return [
        [o["data"] for o in cell["outputs"] if "data" in o and o.get("metadata", {}).get("firesteel", {}).get("kind") != "progress"]
        for cell in cells
    ]


def check_outputs(file):
    """The notebook of write_notebook ran: Spark's result is right, and there is a chart."""
    nothing, (count,), (chart,) = shown(file)
    assert nothing == []
    assert "".join(count["text/plain"]) == "4"
    assert PLOTLY in chart and "text/html" in chart


def copied_sources(repository, target):
    """A copy of what Git knows of a repository, with what was changed since."""
    names = subprocess.run(
        ["git", "-C", str(repository), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    for name in filter(None, names):
        if (repository / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(repository / name, target / name)
    return target
