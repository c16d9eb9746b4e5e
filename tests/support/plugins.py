"""Plug-ins for the tests: the sample, built as an author builds one, and small ones that are compiled here."""

import pathlib
import subprocess
import zipfile

from support.maven import compile_jar

SETTINGS = """<settings>
  <localRepository>{folder}/repository</localRepository>
  <profiles><profile>
    <id>cache</id>
    <repositories><repository><id>cache</id><url>{cache}</url></repository></repositories>
    <pluginRepositories><pluginRepository><id>cache</id><url>{cache}</url></pluginRepository></pluginRepositories>
  </profile></profiles>
  <activeProfiles><activeProfile>cache</activeProfile></activeProfiles>
</settings>"""


class Maven:
    """Maven with a local repository of its own, which takes from the user's what that has already."""

    def __init__(self, folder, jdk):
        cache = (pathlib.Path.home() / ".m2" / "repository").as_uri()
        self._settings = folder / "settings.xml"
        self._settings.write_text(SETTINGS.format(folder=folder, cache=cache))
        self._home = jdk.home

    def run(self, command, cwd, env):
        """Runs a command that begins with mvn."""
        words = [*command.split(), "-B", "-s", str(self._settings)]
        done = subprocess.run(
            words, cwd=cwd, env={**env, "JAVA_HOME": str(self._home)}, stdin=subprocess.DEVNULL, text=True, capture_output=True
        )
        assert done.returncode == 0, f"{command}\n{done.stdout[-6000:]}{done.stderr}"


def compiled(jdk, jar, sources, services, lib, libraries=()):
    """A jar of sources (from file name to text) with lists of services (from interface to class), compiled with the jars
    that a plug-in sees and with libraries."""
    seen = [file for file in sorted(lib.glob("*.jar")) if file.name.startswith(("firesteel-api", "firesteel-source", "picocli"))]
    jar.parent.mkdir(parents=True, exist_ok=True)
    compile_jar(jdk, jar, sources, [*seen, *libraries])
    with zipfile.ZipFile(jar, "a") as archive:
        for interface, name in services.items():
            archive.writestr(f"META-INF/services/{interface}", f"{name}\n")
    return jar


def compiled_project(jdk, jar, project, lib):
    """The same of a Maven project without dependencies of its own."""
    java, lists = project / "src" / "main" / "java", project / "src" / "main" / "resources" / "META-INF" / "services"
    sources = {str(file.relative_to(java)): file.read_text() for file in sorted(java.rglob("*.java"))}
    return compiled(jdk, jar, sources, {file.name: file.read_text().strip() for file in sorted(lists.iterdir())}, lib)


LINE_MAGIC = "firesteel.api.magic.LineMagic"
MAGIC = """
package {package};
import firesteel.api.magic.*;
import picocli.CommandLine.Command;
@Command(name = "{name}", description = "Says {name}.")
public final class Magic implements LineMagic {{
  @Override public Object runLine(MagicContext context) {{ return {value}; }}
}}
"""


def magic(jdk, jar, name, value, lib, libraries=()):
    """A jar with one line magic, whose value is a Java expression."""
    source = MAGIC.format(package=name, name=name, value=value)
    return compiled(jdk, jar, {f"{name}/Magic.java": source}, {LINE_MAGIC: f"{name}.Magic"}, lib, libraries)


def broken(jar, name):
    """A jar that lists a magic whose class it doesn't have."""
    jar.parent.mkdir(parents=True)
    with zipfile.ZipFile(jar, "w") as archive:
        archive.writestr(f"META-INF/services/{LINE_MAGIC}", f"{name}.Magic\n")
