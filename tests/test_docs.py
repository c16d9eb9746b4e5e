"""Whatever the README and the documentation tell a reader to type works, and shows what they say.

A `java` block is run, in the order of its document, in a kernel of the document's own; one marked `java fails` must fail.
A `text` block below it is all that comes out. Commands of `bash` blocks are run too, or covered by the test that is named
for them here; a command that is neither known here nor run makes a test fail. A `text` block below a `bash` block is all that
its commands print.

After a change of outputs, this writes them into the documents, to be read and committed:

    FIRESTEEL_UPDATE_DOCS=1 python -m pytest -n0 test_docs.py -k java_blocks
"""

import os
import re
import shutil
import subprocess

import pytest

from conftest import LAUNCHER, REPOSITORY
from support import documents
from support.kernel import Kernel

DOCS = REPOSITORY / "docs"
GUIDE, REFERENCE, INTERNALS = DOCS / "guide", DOCS / "reference", DOCS / "internals"
ROOT_PAGES = [REPOSITORY / page for page in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")]
DOCUMENTS = [*(page for page in ROOT_PAGES if page.exists()), *sorted(DOCS.rglob("*.md"))]
# test_connect.py runs connect.md, which needs a server; test_plugins.py has the sample that extending.md shows.
WITH_JAVA = [d for d in DOCUMENTS if d.name not in ("connect.md", "extending.md") and any(b.language == "java" for b in documents.blocks(d))]
LANGUAGES = {"java", "bash", "text", "properties", "xml", "yaml"}
# Commands of an installation, for the tests of packages and of papermill.
INSTALLED = {"archive", "wheel", "papermill"}
UPDATE = "FIRESTEEL_UPDATE_DOCS" in os.environ

CLUSTER_COMMANDS = [
    line
    for block in documents.blocks(GUIDE / "clusters.md")
    for line in block.text.splitlines()
    if line.startswith("./firesteel cluster ")
]
PLUGIN_COMMANDS = [
    line
    for block in documents.blocks(GUIDE / "extending.md")
    if block.language == "bash"
    for line in block.text.splitlines()
]
RUN_COMMANDS = [
    line
    for block in documents.blocks(GUIDE / "runs.md")
    if block.language == "bash"
    for line in block.text.splitlines()
]
ELSEWHERE = {
    "./firesteel lab": "test_lab.py starts it and opens it in a browser",
    "./firesteel test": "it is what runs this test",
    "mvn -Psoak verify": "it takes minutes",
    "mvn -Pbenchmark -DskipTests -pl benchmarks -am package": "it takes half an hour",
    "./firesteel spark get": "test_spark_get.py, among the soak tests: it downloads 450 MB",
    "./firesteel spark use 4.2.0": "test_spark_get.py, when that is fetched",
    **dict.fromkeys(CLUSTER_COMMANDS, "test_cluster.py runs them in their order"),
    **dict.fromkeys(RUN_COMMANDS, "test_run.py runs them in their order"),
    **dict.fromkeys(PLUGIN_COMMANDS, "test_plugins.py runs them in their order"),
    "./firesteel package": "test_package.py runs it and installs what it builds",
    "mvn -o -q test -pl kernel/app -am -Dtest='LauncherTest' -Dsurefire.failIfNoSpecifiedTests=false": "a part of ./firesteel test",
    "cd tests && ../.firesteel/test/bin/python -m pytest -n0 -q test_streams.py": "a part of ./firesteel test",
}


def name(path):
    return str(path.relative_to(REPOSITORY))


def lines_of(block):
    lines = (line.split("  #")[0].strip() for line in block.text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def commands():
    return list(
        dict.fromkeys(
            line
            for document in DOCUMENTS
            for block in documents.blocks(document)
            if block.language == "bash" and not set(block.words) & INSTALLED
            for line in lines_of(block)
        )
    )


def commands_with_output():
    """Commands and the `text` block below them, when that is the next block of the document."""
    return [
        pytest.param(tuple(lines_of(one)), other.text, id=f"{name(document)}:{one.line}")
        for document in DOCUMENTS
        for one, other in _neighbours(documents.blocks(document))
        if one.language == "bash" and not one.words and other.language == "text" and not other.words
        # The commands of ELSEWHERE need more than the copy. A block of text below one is for the test that is named there.
        and not set(lines_of(one)) & set(ELSEWHERE)
    ]


def _neighbours(blocks):
    return zip(blocks, blocks[1:])


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_block_says_what_it_is(document):
    assert {b.language for b in documents.blocks(document)} <= LANGUAGES


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_link_to_a_file_leads_somewhere(document):
    for target, heading in re.findall(r"\]\(([^)#\s]*)(?:#([^)]*))?\)", document.read_text()):
        if "://" in target:
            continue
        file = document.parent / target if target else document
        assert file.exists(), target
        if heading and file.suffix == ".md":
            assert heading in anchors(file), f"{target}#{heading}"


def anchors(file):
    """The names by which links reach the headings of a document."""
    titles = re.findall(r"^#+ (.+)$", documents.FENCE.sub("", file.read_text()), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_index_names_every_page():
    index = (DOCS / "README.md").read_text()
    for document in DOCUMENTS:
        if DOCS in document.parents and document != DOCS / "README.md":
            assert f"]({document.relative_to(DOCS)})" in index, name(document)


@pytest.mark.parametrize("document", WITH_JAVA, ids=name)
def test_java_blocks_run_and_show_what_the_document_shows(document, specs, scratch):
    seen = []
    with Kernel(specs, cwd=scratch / "notebooks") as kernel:
        shown = None
        for block in documents.blocks(document):
            where = f"{name(document)}:{block.line}"
            if block.language == "java":
                cell = kernel.execute(block.text)
                shown = documents.screen(cell).replace(str(scratch), "/home/me")
                assert cell.status == ("error" if "fails" in block.words else "ok"), f"{where}\n{shown}"
            elif block.language == "text" and shown is not None:
                seen.append((block, shown))
                shown = None
            else:
                shown = None
    differing = [(block, shown) for block, shown in seen if documents.comparable(block.text) != documents.comparable(shown)]
    if UPDATE:
        write(document, differing)
        return
    for block, shown in differing:
        assert documents.comparable(block.text) == documents.comparable(shown), f"{name(document)}:{block.line}\n{shown}"


def write(document, outputs):
    """Puts what was shown in place of the `text` blocks."""
    text = document.read_text()
    for block, shown in reversed(outputs):
        text = text[: block.start] + shown + "\n" + text[block.start + len(block.text) :]
    document.write_text(text)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    """A copy of what commands and snippets touch, in the layout of the repository."""
    root = tmp_path_factory.mktemp("scratch")
    for folder in ("notebooks", "data/samples"):
        shutil.copytree(REPOSITORY / folder, root / folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    (root / "firesteel").symlink_to(LAUNCHER)
    return root


@pytest.fixture
def bash(scratch, jdk, private_folders):
    """Runs commands in the copy, and returns what they print."""

    def run(script):
        done = subprocess.run(
            ["bash", "-euc", script],
            cwd=scratch,
            env={
                **os.environ,
                "FIRESTEEL_JAVA": str(jdk.java),
                # Readers don't have the garbage collector of the tests, which reports another heap size.
                "FIRESTEEL_JAVA_OPTS": "",
                "HOME": str(private_folders),
                "XDG_CONFIG_HOME": str(private_folders / ".config"),
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.mark.parametrize("command", [c for c in commands() if c not in ELSEWHERE])
def test_commands_run(command, bash):
    bash(command)


@pytest.mark.parametrize("lines, expected", commands_with_output())
def test_commands_print_what_the_document_shows(lines, expected, bash, scratch):
    printed = bash("\n".join(lines)).replace(str(scratch), "/home/me")
    assert documents.comparable(printed) == documents.comparable(expected), printed


def test_nothing_is_listed_as_covered_elsewhere_that_no_document_says():
    assert sorted(set(ELSEWHERE) - set(commands())) == []


def section(document, *titles):
    """The text below the headings that name one of these titles in code type, up to the next heading of any level."""
    parts = re.split(r"(?m)^(?=#+ )", document.read_text())
    return "".join(part for part in parts if any(f"`{title}`" in part.split("\n", 1)[0] for title in titles))


def options(usage):
    return set(re.findall(r"(?m)(?<![\w-])--[a-z][a-z-]*", re.sub(r"--help\b|--version\b", "", usage)))


SUBCOMMANDS = {
    "%spark": ["connect", "stop", "restart", "ui", "conf", "jobs", "cancel", "streams", "log"],
    "%data": ["list", "describe", "clean"],
}


def test_every_magic_is_described_with_its_options(kernel):
    missing = []
    for magic in sorted(set(re.findall(r"%%?\w+", kernel.run("%lsmagic").shown))):
        usages = [(magic, f"%help {magic[2:]}" if magic.startswith("%%") else f"{magic} --help")]
        usages += [(f"{magic} {one}", f"{magic} {one} --help") for one in SUBCOMMANDS.get(magic, [])]
        for title, usage in usages:
            described = section(REFERENCE / "magics.md", title)
            assert described, title
            missing += [(title, one) for one in options(synopsis(kernel.run(usage).shown)) if one not in described]
    assert missing == []


def synopsis(help_text):
    """The first part of a help text, which names all options; the description below may name those of others."""
    return help_text.strip().split("\n\n")[0]


def test_every_command_is_described_with_its_options(firesteel):
    listed = re.search(r"(?s)Commands:\n(.*?)\n\n", firesteel("--help").stdout)[1]
    missing = []
    for command in re.findall(r"(?m)^  (\w[\w-]*) ", listed):
        if command == "help":
            continue
        described = section(REFERENCE / "commands.md", f"firesteel {command}")
        assert described, command
        missing += [(command, one) for one in options(firesteel(command, "--help").stdout) if one not in described]
    assert missing == []


def test_every_variable_that_the_sources_read_is_described():
    sources = subprocess.run(
        ["git", "ls-files", "firesteel", "kernel/*/src/main/*", "magics/*/src/main/*"],
        cwd=REPOSITORY,
        check=True,
        text=True,
        capture_output=True,
    ).stdout.splitlines()
    read = set()
    for source in sources:
        if source.endswith((".java", ".sh")) or "/bin/" in source or source == "firesteel":
            # In Java a name in quotes: others are constants.
            quote = '"' if source.endswith(".java") else r"\b"
            names = rf"{quote}((?:FIRESTEEL|XDG|JUPYTER|SPARK|HADOOP|YARN)_[A-Z_]*[A-Z]){quote}"
            read |= set(re.findall(names, (REPOSITORY / source).read_text()))
    described = (REFERENCE / "settings.md").read_text()
    # Firesteel sets this for the processes of a cluster, and reads it nowhere.
    assert sorted(one for one in read - {"SPARK_SCALA_VERSION"} if f"`{one}`" not in described) == []


# What the internals page names, and is no class of Firesteel's.
OF_OTHERS = set("""
    JShell Dataset Row Column Encoder Encoders UDF1 Aggregator SparkContext SparkSession JavaSparkContext ExecutorClassLoader
    ServiceLoader ExecutionControl JeroMQ Jackson HashMap Maven Bash JMH Plotly Tablesaw JLine Chromium InterruptedException
    Thread String CI PATH
    """.split())


@pytest.mark.parametrize("document", sorted(INTERNALS.glob("*.md")), ids=name)
def test_every_class_and_file_that_the_internals_name_exists(document):
    files = subprocess.run(["git", "ls-files"], cwd=REPOSITORY, check=True, text=True, capture_output=True).stdout.splitlines()
    classes = {file.rsplit("/", 1)[-1].removesuffix(".java") for file in files if file.endswith(".java")}
    text = documents.FENCE.sub("", document.read_text())
    named = re.findall(r"`([^`\n]+)`", text)
    gone = [one for one in named if re.fullmatch(r"[A-Z]\w*[a-z]\w*", one) and one not in classes | OF_OTHERS]
    paths = [one.removeprefix("./") for one in named if re.fullmatch(r"[\w.-]+(/[\w.*-]+)+/?", one)]
    gone += [one for one in paths if "target/" not in one and one != "text/plain" and not is_there(one, files)]
    assert gone == []


def test_the_map_of_modules_is_complete():
    """What the page on architecture lists as modules is what Maven builds, and the Python tests."""
    plan = next(block.text for block in documents.blocks(INTERNALS / "architecture.md") if block.language == "text")
    listed = [line.split()[0] for line in plan.splitlines()]
    built = re.findall(r"<module>(.*)</module>", (REPOSITORY / "pom.xml").read_text())
    assert sorted(listed) == sorted([*built, "tests"])


def is_there(path, files):
    """Whether a path, in which * stands for any name, is a file or a folder of the repository, from its root or from a module's."""
    pattern = re.escape(path.rstrip("/")).replace(r"\*", "[^/]*")
    return any(re.match(rf"(.*/)?{pattern}(/|$)", file) for file in files)
