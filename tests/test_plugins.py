"""Plug-ins as their authors and users meet them: the sample is built, added, used in each frontend, and removed."""

import json
import os
import re
import shutil
import subprocess

import nbformat
import pytest

from conftest import JDKS, LAUNCHER, REPOSITORY
from support import documents, plugins
from support.kernel import Kernel
from support.maven import compile_jar
from support.shell import Shell

GUIDE = REPOSITORY / "docs" / "guide" / "extending.md"
SAMPLE = REPOSITORY / "samples" / "plugin"
LIB = REPOSITORY / "kernel" / "app" / "target" / "dist" / "lib"
COMMANDS = [line for block in documents.blocks(GUIDE) if block.language == "bash" for line in block.text.splitlines()]
MATRIX = "%%matrix --scale 10\n1 2\n3 4"


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The sample's jar, built by the commands of the guide; its own tests pass."""
    maven = plugins.Maven(tmp_path_factory.mktemp("maven"), JDKS[0])
    for command in COMMANDS:
        if command.startswith("mvn "):
            maven.run(command, REPOSITORY, os.environ)
    reports = (SAMPLE / "target" / "surefire-reports").glob("*.txt")
    assert sum(int(re.search(r"Tests run: (\d+)", file.read_text())[1]) for file in reports) >= 10
    return SAMPLE / "target" / "matrix-plugin-1.0.jar"


@pytest.fixture(scope="module")
def user(tmp_path_factory):
    """The environment of a user without plug-ins of the other tests."""
    return {"XDG_DATA_HOME": str(tmp_path_factory.mktemp("data"))}


@pytest.fixture(scope="module")
def added(sample, firesteel, user):
    """The environment of a user who has added the sample."""
    firesteel("plugin", "add", sample, env=user)
    return user


@pytest.fixture(scope="module")
def plugin_kernel(added, specs, tmp_path_factory):
    with Kernel(specs, cwd=tmp_path_factory.mktemp("notebooks"), env=added) as kernel:
        yield kernel


def test_magics_of_an_added_plugin_run_and_are_completed_and_listed(plugin_kernel):
    assert plugin_kernel.run("%greet --language fr Ada").stdout == "Bonjour, Ada!\n"
    assert plugin_kernel.complete("%gre")["matches"] == ["%greet"]
    assert plugin_kernel.complete("%greet --language f")["matches"] == ["fr"]
    assert plugin_kernel.complete("%%matr")["matches"] == ["%%matrix"]
    listed = plugin_kernel.run("%lsmagic").shown
    assert "%greet" in listed and "Reads the cell as a matrix" in listed


def test_a_value_of_an_added_plugin_is_rendered_and_read_as_a_table(plugin_kernel):
    cell = plugin_kernel.run(MATRIX)
    assert cell.text == "[10.0, 20.0]\n[30.0, 40.0]"
    assert '<pre class="matrix">' in cell.result["text/html"]
    table = plugin_kernel.run(f"%table Out({cell.count}) --columns c2").shown
    assert "|  c2|" in table and "|40.0|" in table


def test_spark_connects_to_a_target_of_an_added_plugin(plugin_kernel):
    refused = plugin_kernel.execute("%spark connect lab://many")
    assert "lab:// takes a number of cores" in refused.error.text
    plugin_kernel.run("%spark connect lab://1 --option team=blue")
    assert plugin_kernel.run('sc.master() + " " + spark.conf().get("spark.app.name")').text == "local[1] blue"
    plugin_kernel.settle()


def test_an_extension_of_an_added_plugin_follows_the_cells(added, firesteel, tmp_path):
    done = firesteel("shell", "--no-spark", "-c", "1 + 1", env={**added, "SLOW_CELL_MILLIS": "0"}, cwd=tmp_path)
    assert done.stdout == "2\n"
    assert re.search(r"^This cell ran for \d+[.,]\d s\.$", done.stderr, re.MULTILINE)


def test_a_shell_has_an_added_plugin(require, added, jdk, tmp_path):
    require(shutil.which("tmux"), "tmux")
    env = {name: os.environ[name] for name in ("PATH", "HOME", "XDG_STATE_HOME") if name in os.environ}
    env |= {"FIRESTEEL_JAVA": str(jdk.java), "LANG": "C.UTF-8", **added}
    with Shell([LAUNCHER, "shell", "--no-spark"], env, tmp_path) as shell:
        assert shell.execute("%greet Ada").text == "Hello, Ada!"
        assert "[10.0, 20.0]\n[30.0, 40.0]" in shell.execute(MATRIX).text
        shell.type("%greet --language i")
        shell.press("Tab")
        shell.wait_for(r"%greet --language it")


def test_a_headless_run_uses_a_jar_that_a_cell_brings(sample, firesteel, tmp_path):
    book = nbformat.v4.new_notebook()
    cells = [
        f"%jars {sample}\n1",
        "%greet Ada",
        MATRIX,
        "import com.example.matrix.Matrix;\n((Matrix) Out(3)).sum()",
        "%table Out(3)",
        "%lsmagic",
    ]
    book.cells.extend(nbformat.v4.new_code_cell(code) for code in cells)
    nbformat.write(book, tmp_path / "book.ipynb")
    firesteel("run", tmp_path / "book.ipynb", "--output", tmp_path / "done.ipynb", env={"XDG_DATA_HOME": str(tmp_path / "data")})
    outputs = [json.dumps(cell["outputs"]) for cell in json.loads((tmp_path / "done.ipynb").read_text())["cells"]]
    for output, expected in zip(outputs[1:], ("Hello, Ada!", "[10.0, 20.0]", "100.0", "|  c1|  c2|", "%greet"), strict=True):
        assert expected in output


def test_maven_brings_a_plugin_from_a_repository_in_a_folder(sample, fresh_kernel, tmp_path):
    folder = tmp_path / "repository" / "com" / "example" / "matrix-plugin" / "1.0"
    folder.mkdir(parents=True)
    shutil.copy(sample, folder)
    shutil.copy(SAMPLE / "pom.xml", folder / "matrix-plugin-1.0.pom")
    settings = tmp_path / "home" / ".m2" / "settings.xml"
    settings.parent.mkdir(parents=True)
    # No other repository is asked.
    settings.write_text(
        "<settings><mirrors><mirror><id>none</id><mirrorOf>central</mirrorOf>"
        f"<url>{(tmp_path / 'empty').as_uri()}</url></mirror></mirrors></settings>"
    )
    env = {"JDK_JAVA_OPTIONS": f"-Duser.home={tmp_path / 'home'}", "XDG_DATA_HOME": str(tmp_path / "data")}
    kernel = fresh_kernel(env=env)
    unknown = kernel.execute("%greet Ada")
    assert "there is no line magic %greet" in unknown.error.text
    kernel.run(f"%mavenRepo own {(tmp_path / 'repository').as_uri()}\n%maven com.example:matrix-plugin:1.0")
    assert kernel.run("%greet Ada").stdout == "Hello, Ada!\n"
    assert kernel.complete("%greet --l")["matches"] == ["--language"]
    assert "%greet" in kernel.run("%lsmagic").shown


def test_two_plugins_have_two_versions_of_a_library_and_a_broken_one_is_named(jdk, firesteel, fresh_kernel, tmp_path):
    firesteel("version")
    env = {"XDG_DATA_HOME": str(tmp_path / "data")}
    for name, version in ("one", 1), ("two", 2):
        library = f"package lib; public class Library {{ public static int version() {{ return {version}; }} }}"
        built, folder = tmp_path / f"built-{name}", tmp_path / name
        built.mkdir()
        folder.mkdir()
        jar = compile_jar(jdk, built / "library.jar", {"lib/Library.java": library})
        plugins.magic(jdk, built / f"{name}.jar", name, "lib.Library.version()", LIB, libraries=[jar])
        shutil.copy(jar, folder)
        shutil.copy(built / f"{name}.jar", folder)
        firesteel("plugin", "add", folder, env=env)
    folder = tmp_path / "data" / "firesteel" / "plugins"
    plugins.broken(folder / "broken" / "broken.jar", "broken")
    (folder / "torn").mkdir()
    (folder / "torn" / "torn.jar").write_text("no jar")
    kernel = fresh_kernel(env=env)
    assert [kernel.run("%one").text, kernel.run("%two").text] == ["1", "2"]
    listed = firesteel("plugin", "list", env=env).stdout
    for told in (kernel.run("%lsmagic").shown, listed):
        assert re.search(r"plug-in broken.*broken\.Magic.*not found", told), told
        assert re.search(r"plug-in torn can't be loaded: torn\.jar can't be read", told), told
    assert re.search(r"(?m)^one .*\n  brings %one$", listed), listed


@pytest.mark.each_jdk
def test_a_plugin_works_on_each_java(jdk, firesteel, tmp_path):
    firesteel("version")
    jar = plugins.compiled_project(jdk, tmp_path / "matrix-plugin-1.0.jar", SAMPLE, LIB)
    env = {"XDG_DATA_HOME": str(tmp_path / "data")}
    firesteel("plugin", "add", jar, env=env)
    assert firesteel("shell", "--no-spark", "-c", "%greet Ada", env=env, cwd=tmp_path).stdout == "Hello, Ada!\n"
    assert firesteel("greet", "--language", "it", "Ada", env=env).stdout == "Ciao, Ada!\n"


# The guide


def test_the_guides_commands_add_use_and_remove_the_sample(sample, jdk, tmp_path):
    blocks = documents.blocks(GUIDE)
    env = {**os.environ, "FIRESTEEL_JAVA": str(jdk.java), "XDG_DATA_HOME": str(tmp_path)}
    for block, below in zip(blocks, [*blocks[1:], None]):
        commands = [line for line in block.text.splitlines() if line.startswith("./firesteel ")]
        if block.language != "bash" or not commands:
            continue
        done = subprocess.run(
            ["bash", "-euc", "\n".join(commands)], cwd=REPOSITORY, env=env, stdin=subprocess.DEVNULL, text=True, capture_output=True
        )
        assert done.returncode == 0, f"{GUIDE}:{block.line}\n{done.stdout}{done.stderr}"
        if below and below.language == "text":
            printed = done.stdout.replace(str(tmp_path), "/home/me/.local/share")
            assert documents.comparable(below.text) == documents.comparable(printed), f"{GUIDE}:{below.line}\n{printed}"


@pytest.mark.parametrize("block", [b for b in documents.blocks(GUIDE) if b.language in ("java", "xml")], ids=lambda b: f"line-{b.line}")
def test_the_guides_snippets_stand_in_the_sample(block):
    """A snippet is a part of the file that it names; a line of three dots leaves something out."""
    (file,) = [word.removeprefix("in=") for word in block.words]
    text = (SAMPLE / file).read_text()
    at = 0
    for part in re.split(r"(?m)^ *\.\.\.\n", block.text):
        found = text.find(part, at)
        assert found >= 0, f"{GUIDE}:{block.line}: {file} has not\n{part}"
        at = found + len(part)
