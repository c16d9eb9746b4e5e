"""The JDKs that the suites run on."""

import os
import pathlib
import re
from dataclasses import dataclass

OLDEST = 17
USUAL_PLACES = (
    "/usr/lib/jvm",
    "/usr/java",
    "/opt/java",
    "/opt",
    "~/.sdkman/candidates/java",
    "~/.jdks",
    "/Library/Java/JavaVirtualMachines",
)


@dataclass(frozen=True)
class Jdk:
    version: int
    home: pathlib.Path

    @property
    def java(self):
        return self.home / "bin" / "java"

    def __str__(self):
        return f"jdk{self.version}"


def find():
    """One JDK of each version, oldest first. FIRESTEEL_TEST_JAVA_HOMES (separated as PATH is) names them; else those in
    JAVA_HOME and the usual places that Firesteel runs on count, of which the oldest and the newest are taken."""
    named = os.environ.get("FIRESTEEL_TEST_JAVA_HOMES")
    if named:
        return [_inspect(pathlib.Path(home), strict=True) for home in named.split(os.pathsep) if home]
    found = {}
    for home in _candidates():
        jdk = _inspect(home)
        if jdk and jdk.version >= OLDEST:
            found.setdefault(jdk.version, jdk)
    versions = sorted(found)
    return [found[v] for v in dict.fromkeys(versions[:1] + versions[-1:])]


def _candidates():
    if os.environ.get("JAVA_HOME"):
        yield pathlib.Path(os.environ["JAVA_HOME"])
    for place in USUAL_PLACES:
        folder = pathlib.Path(place).expanduser()
        if folder.is_dir():
            for child in sorted(folder.iterdir()):
                yield child / "Contents" / "Home" if (child / "Contents" / "Home").is_dir() else child


def _inspect(home, strict=False):
    home = home.expanduser().resolve()
    release = home / "release"
    text = release.read_text() if release.is_file() else ""
    version = re.search(r'^JAVA_VERSION="(\d+)', text, re.MULTILINE)
    if version and (home / "bin" / "javac").exists():
        return Jdk(int(version.group(1)), home)
    if strict:
        raise ValueError(f"FIRESTEEL_TEST_JAVA_HOMES: {home} is no JDK")
    return None
