"""Whatever the README and the documentation tell a reader to type works.

A `java` block is run, in the order of its document, in a kernel of the document's own; one marked `java fails` must fail.
A `text` block below it shows a part of what comes out. Commands of `bash` blocks are run too, or covered by the test that is
named for them here; a command that is neither known here nor run makes a test fail.
"""

import os
import re
import shutil
import subprocess

import pytest

from conftest import LAUNCHER, REPOSITORY
from support import documents
from support.kernel import Kernel
from support.notebooks import TIME

DOCUMENTS = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").glob("*.md"))]
# test_connect.py runs connect.md, which needs a server.
WITH_JAVA = [d for d in DOCUMENTS if d.name != "connect.md" and any(b.language == "java" for b in documents.blocks(d))]
LANGUAGES = {"java", "bash", "text", "properties", "yaml"}

DATA_COMMAND = "mvn -q -pl data package -DskipTests"
CLUSTER_COMMANDS = [
    line
    for block in documents.blocks(REPOSITORY / "docs" / "clusters.md")
    for line in block.text.splitlines()
    if line.startswith("./firesteel cluster ")
]
ELSEWHERE = {
    "./firesteel lab": "test_notebook.py starts it and opens it in a browser",
    "./firesteel test": "it is what runs this test",
    "mvn -Psoak verify": "it takes minutes",
    "mvn -Pbenchmark -DskipTests -pl benchmarks -am package": "it takes half an hour",
    "./firesteel spark get": "test_spark_get.py, among the soak tests: it downloads 450 MB",
    "./firesteel spark use 4.2.0": "test_spark_get.py, when that is fetched",
    **dict.fromkeys(CLUSTER_COMMANDS, "test_cluster.py runs them in their order"),
    DATA_COMMAND: "the commands below it need what it builds: scratch runs it",
}


def name(path):
    return str(path.relative_to(REPOSITORY))


def commands():
    return list(
        dict.fromkeys(
            line.split("  #")[0].strip()
            for document in DOCUMENTS
            for block in documents.blocks(document)
            if block.language == "bash"
            for line in block.text.splitlines()
            if line.strip() and not line.startswith("#")
        )
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_block_says_what_it_is(document):
    assert {b.language for b in documents.blocks(document)} <= LANGUAGES


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_link_to_a_file_leads_somewhere(document):
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", document.read_text()):
        if "://" not in target:
            assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", WITH_JAVA, ids=name)
def test_java_blocks_run_and_show_what_the_document_shows(document, specs, scratch):
    with Kernel(specs, cwd=scratch / "notebooks") as kernel:
        shown = None
        for block in documents.blocks(document):
            where = f"{name(document)}:{block.line}"
            if block.language == "java":
                cell = kernel.execute(block.text)
                shown = plain(cell)
                assert cell.status == ("error" if "fails" in block.words else "ok"), f"{where}\n{shown}"
            elif block.language == "text" and shown is not None:
                expected = re.sub(r"Cell \[\d+\]", "Cell [n]", TIME.sub("TIME", block.text.strip("\n")))
                assert expected in re.sub(r"Cell \[\d+\]", "Cell [n]", shown), f"{where}\n{shown}"
            else:
                shown = None


def plain(cell):
    return TIME.sub("TIME", cell.shown + ("\n" + cell.error.text if cell.error else ""))


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    """A copy of what commands and snippets touch, in the layout of the repository."""
    root = tmp_path_factory.mktemp("scratch")
    for folder in ("notebooks", "data/samples"):
        shutil.copytree(REPOSITORY / folder, root / folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    (root / "firesteel").symlink_to(LAUNCHER)
    subprocess.run(DATA_COMMAND.split(), cwd=REPOSITORY, check=True)
    (root / "data" / "target").symlink_to(REPOSITORY / "data" / "target")
    return root


@pytest.mark.parametrize("command", [c for c in commands() if c not in ELSEWHERE])
def test_commands_run(command, scratch, jdk, private_folders):
    done = subprocess.run(
        ["bash", "-euc", command],
        cwd=scratch,
        env={
            **os.environ,
            "FIRESTEEL_JAVA": str(jdk.java),
            "HOME": str(private_folders),
            "XDG_CONFIG_HOME": str(private_folders / ".config"),
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout


def test_nothing_is_listed_as_covered_elsewhere_that_no_document_says():
    assert sorted(set(ELSEWHERE) - set(commands())) == []


def test_every_magic_is_described(kernel):
    described = (REPOSITORY / "docs" / "magics.md").read_text()
    magics = kernel.run("%lsmagic")
    for magic in re.findall(r"%%?\w+", magics.shown):
        assert f"`{magic}" in described, magic
