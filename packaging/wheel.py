"""The wheel: Firesteel without Spark, which the package pyspark brings, with the kernelspec and JupyterLab's extension."""

import json
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def stage_jupyter(dist, java_home, folder):
    """The kernelspec and the extension as `firesteel install` writes them, the kernelspec without paths of this machine."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [str(dist / "bin" / "firesteel-java"), "install", "--prefix", str(folder)]
    environment = {**os.environ, "FIRESTEEL_JAVA": str(java_home), "SPARK_HOME": ""}
    subprocess.run(command, check=True, env=environment)
    kernelspec = folder / "share/jupyter/kernels/firesteel"
    shutil.copy2(os.path.join(HERE, "wheel/kernelspec/start.sh"), kernelspec)
    file = kernelspec / "kernel.json"
    spec = json.loads(file.read_text())
    spec["argv"] = ["/bin/sh", "{resource_dir}/start.sh", "--connection-file", "{connection_file}"]
    spec["env"] = {}
    file.write_text(json.dumps(spec, indent=2) + "\n")
    return folder / "share"


def stage(program, share, folder, version, spark):
    """The wheel's source tree, for its build backend."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(os.path.join(HERE, "wheel"), folder, ignore=shutil.ignore_patterns("__pycache__", "kernelspec"))
    for file in [folder / "pyproject.toml", *folder.rglob("*.py")]:
        file.write_text(file.read_text().replace("@VERSION@", version).replace("@SPARK@", spark))
    shutil.copytree(program, folder / "firesteel" / "dist")
    shutil.copytree(share, folder / "share")
    for name in ("LICENSE", "NOTICE"):
        shutil.move(folder / "firesteel" / "dist" / name, folder / name)


def write(folder, out, at):
    """Builds the wheel and returns its file."""
    out.mkdir(parents=True, exist_ok=True)
    before = set(out.glob("*.whl"))
    for file in before:
        file.unlink()
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(at)}
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)], cwd=folder, env=environment, check=True
    )
    (wheel,) = out.glob("*.whl")
    return wheel
