"""A clean build: of a copy of the sources, so that nothing of an earlier build gets into it."""

import os
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

SKIPPED = {"target", ".firesteel", ".git", "__pycache__", ".pytest_cache", ".ipynb_checkpoints"}
POM = "{http://maven.apache.org/POM/4.0.0}"


def versions(root):
    """Firesteel's version and its Spark's, from the parent pom."""
    project = ElementTree.parse(root / "pom.xml").getroot()
    return project.findtext(f"{POM}version"), project.findtext(f"{POM}properties/{POM}spark.version")


def output_time(root):
    """The time that all files of a build have, as the parent pom says it for jars."""
    return ElementTree.parse(root / "pom.xml").getroot().findtext(f"{POM}properties/{POM}project.build.outputTimestamp")


def copy(root, target):
    """Copies the sources: what Git knows or would take; without Git all but what builds leave."""
    shutil.rmtree(target, ignore_errors=True)
    for name in sorted(files(root)):
        source = root / name
        if source.is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)


def files(root):
    if (root / ".git").exists() and shutil.which("git"):
        command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        return [name for name in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0") if name]
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in SKIPPED]
        found += [str(pathlib.Path(folder, name).relative_to(root)) for name in names]
    return found


def build(copied, java_home):
    """Runs Maven; returns the distribution's folder."""
    command = ["mvn", "-B", "-f", str(copied / "pom.xml"), "package", "-Ppackage", "-pl", "kernel/app", "-am"]
    command += ["-Dmaven.test.skip=true"]
    status = subprocess.run(command, env={**os.environ, "JAVA_HOME": str(java_home)}).returncode
    if status != 0:
        sys.exit(status)
    return copied / "kernel" / "app" / "target" / "dist"
