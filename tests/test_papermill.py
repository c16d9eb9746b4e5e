"""papermill passes parameters to Java notebooks, by the translator that the wheel brings."""

import json
import os
import shutil
import subprocess
import sys
import tomllib

import pytest

from conftest import REPOSITORY
from support import documents, notebooks

WHEEL = REPOSITORY / "packaging" / "wheel"
PARAMETERS = """\
String input = "nowhere"; // where the data is
int limit = 10;
long size = 5L;
double share = 0.5;
boolean dry = true;
LocalDate from = LocalDate.of(2020, 1, 1);
var month = "01";
List<String> names = List.of("a",
    "b");
int[] years = {1};
enum Mode { FAST, SLOW }
Mode mode = Mode.FAST;"""
SHOWN = 'String.join("|", input, "" + limit, "" + size, "" + share, "" + dry, "" + from, month, "" + names, Arrays.toString(years), "" + mode)'


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder of packages with that of the wheel, and its entry points as pip would write them."""
    folder = tmp_path_factory.mktemp("packages")
    shutil.copytree(WHEEL / "firesteel", folder / "firesteel", ignore=shutil.ignore_patterns("__pycache__"))
    metadata = folder / "firesteel-0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: firesteel\nVersion: 0\n")
    groups = tomllib.loads((WHEEL / "pyproject.toml").read_text())["project"]["entry-points"]
    (metadata / "entry_points.txt").write_text(
        "".join(f"[{group}]\n" + "".join(f"{name} = {place}\n" for name, place in names.items()) for group, names in groups.items())
    )
    return folder


@pytest.fixture(scope="module")
def papermill(installed, specs):
    def run(*arguments, cwd):
        return subprocess.run(
            [sys.executable, "-m", "papermill", *map(str, arguments)],
            env={**os.environ, "JUPYTER_PATH": str(specs.parent), "PYTHONPATH": str(installed)},
            cwd=cwd,
            text=True,
            capture_output=True,
        )

    return run


@pytest.fixture
def book(tmp_path):
    """A notebook whose second cell shows its parameters."""

    def code(name, source, *tags):
        return {
            "cell_type": "code", "id": name, "metadata": {"tags": list(tags)}, "source": source, "outputs": [], "execution_count": None,
        }  # fmt: skip

    metadata = {"kernelspec": {"name": "firesteel", "display_name": "Java (Firesteel)", "language": "java"}}
    cells = [code("given", PARAMETERS, "parameters"), code("shown", SHOWN)]
    file = tmp_path / "book.ipynb"
    file.write_text(json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}))
    return file


def test_values_are_declared_with_the_types_of_the_notebook(papermill, book, tmp_path):
    values = {
        "input": 'a "b" \\u0041', "limit": 5, "size": 7, "share": 1, "dry": False, "from": "2024-02-29", "month": "12",
        "names": ["é", "c"], "years": [2, 3], "mode": "SLOW",
    }  # fmt: skip
    (tmp_path / "values.yaml").write_text(json.dumps(values))
    done = papermill(book, "out.ipynb", "-f", "values.yaml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    out = json.loads((tmp_path / "out.ipynb").read_text())
    given, injected, shown = out["cells"]
    assert injected["metadata"]["tags"] == ["injected-parameters"]
    assert 'String input = "a \\"b\\" \\\\u0041";\nint limit = 5;\nlong size = 7L;\ndouble share = 1.0;\n' in "".join(injected["source"])
    assert notebooks.outputs(out)[2] == [("execute_result", 'a "b" \\u0041|5|7|1.0|false|2024-02-29|12|[é, c]|[2, 3]|SLOW')]


def test_a_value_that_does_not_fit_is_refused_before_anything_runs(papermill, book, tmp_path):
    done = papermill(book, "out.ipynb", "-p", "limit", "many", cwd=tmp_path)
    assert done.returncode != 0
    assert "The parameter limit (int) takes a whole number from -2147483648 to 2147483647, not 'many'." in done.stderr
    assert not (tmp_path / "out.ipynb").exists() or "execute_result" not in (tmp_path / "out.ipynb").read_text()


def test_the_help_of_a_notebook_lists_its_parameters(papermill, book, tmp_path):
    told = papermill("--help-notebook", book, cwd=tmp_path).stdout
    assert 'input: String (default "nowhere") where the data is' in " ".join(told.split())
    assert "from: LocalDate (default LocalDate.of(2020, 1, 1))" in told
    assert "mode: Mode (default Mode.FAST)" in told


def test_the_documents_commands_work(papermill, book, tmp_path):
    lines = [
        line
        for block in documents.blocks(REPOSITORY / "docs" / "guide" / "reports.md")
        if "papermill" in block.words
        for line in block.text.splitlines()
    ]
    assert len(lines) == 3
    for line in lines:
        program, *arguments = line.split()
        if program == "papermill":
            assert papermill(*arguments, cwd=tmp_path).returncode == 0, line


@pytest.fixture(scope="module")
def translator(installed):
    """The translator in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(installed))
        from papermill.translators import papermill_translators

        yield papermill_translators.find_translator("firesteel", "java")


@pytest.mark.parametrize(
    "declared, value, line",
    [
        ("Long x = null;", 3, "Long x = 3L;"),
        ("var x = 1.5;", 2, "double x = 2.0;"),
        ('var x = LocalDate.parse("2020-01-01");', "2021-02-03", 'LocalDate x = LocalDate.parse("2021-02-03");'),
        ("char x = 'a';", "'", "char x = '\\'';"),
        ("float x = 1f;", "2.5", "float x = 2.5f;"),
        ("BigDecimal x = BigDecimal.ONE;", "1.10", 'BigDecimal x = new BigDecimal("1.10");'),
        ("double x = 0;", float("inf"), "double x = Double.POSITIVE_INFINITY;"),
        ("String x = null;", None, "String x = null;"),
        ("String x = null;", True, 'String x = "true";'),
        ("Set<LocalDate> x = Set.of();", "2020-01-01, 2020-01-02", None),
        ("Map<String, List<Integer>> x = Map.of();", {"a": [1, 2]}, 'Map<String, List<Integer>> x = Map.of("a", List.of(1, 2));'),
        ("String[] x = {};", "[a, b]", 'String[] x = new String[] {"a", "b"};'),
        ("", 2**40, "long x = 1099511627776L;"),
        ("", [1, "a", None], 'var x = java.util.Arrays.asList(1, "a", null);'),
        ("", {"a": 1.5}, 'var x = Map.of("a", 1.5);'),
    ],
)
def test_a_value_is_written_as_its_type(translator, declared, value, line):
    translator.inspect({"source": declared})
    line = line or 'Set<LocalDate> x = Set.of(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-01-02"));'
    assert translator.codify({"x": value}) == f"// Parameters\n{line}\n"
