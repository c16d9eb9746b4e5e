"""SQL in cells: `%%sql` and `%sql`, on a Spark of this process and on Spark Connect."""

import pytest

from support.kernel import Kernel


@pytest.fixture(scope="module", params=["local", "connect"])
def running_kernel(request, specs, tmp_path_factory):
    with Kernel(specs, cwd=tmp_path_factory.mktemp("notebooks")) as kernel:
        if request.param == "connect":
            server = request.getfixturevalue("connect_server")
            assert "Spark Connect" in kernel.run(f"%spark connect {server.url}").shown
        kernel.run(
            "%%sql\nCREATE OR REPLACE TEMP VIEW people AS\n"
            "SELECT * FROM VALUES ('Ada; L.', 36), ('Bob', 20) AS t(name, age)"
        )
        yield kernel


@pytest.fixture
def sql(running_kernel):
    yield running_kernel
    running_kernel.settle()


def failing(kernel, code):
    cell = kernel.execute(code)
    assert cell.status == "error", cell.messages
    assert "\n    at " not in cell.error.text
    return cell


def test_the_last_of_several_statements_is_shown(sql):
    cell = sql.run("%%sql\nSET firesteel.some=1;\nSELECT name, age * 2 AS twice FROM people ORDER BY age; -- done;")
    assert "not shown  SET firesteel.some=1" in cell.shown
    assert "|    Bob|   40|" in cell.result["text/plain"] and "<table" in cell.result["text/html"]


def test_java_values_are_bound(sql):
    sql.run('int least = 30; List<String> wanted = List.of("Bob", "Ada; L."); String none = null;')
    query = "SELECT name, ${none} AS n, ${Map.of(1, 2)} AS m FROM people WHERE name IN (${wanted}) AND age > ${least}"
    assert "|Ada; L.|NULL|{1 -> 2}|" in sql.run(f"%sql {query}").text
    assert "0 rows" in sql.run('%sql SELECT name FROM people WHERE name = ${"x\' OR \'1\'=\'1"}').text
    cell = failing(sql, '%%sql\nSELECT *\nFROM ${"people"}')
    assert f"Cell [{cell.count}], line 3, column 6" in cell.error.text
    assert "IDENTIFIER" in cell.error.text


@pytest.mark.parametrize(
    "statement, line, column, said",
    [
        ("SELECT name,\n  nam\nFROM people", 3, 3, "`name`"),
        ("SELECT 1;\nSELECT 2\nFORM people", 4, 6, "'people'"),
        ("SELECT ${10000} +\n  1 / (age - 20) FROM people", 3, 3, "[DIVIDE_BY_ZERO]"),
        ("SELECT * FROM peopel", 2, 15, "did you mean people?"),
    ],
    ids=["column", "syntax", "running", "table"],
)
def test_errors_point_into_the_cell(sql, statement, line, column, said):
    cell = failing(sql, f"%%sql\n{statement}")
    assert f"Cell [{cell.count}], line {line}, column {column}:" in cell.error.text, cell.error.text
    assert said in cell.error.text
    lines = cell.error.text.splitlines()
    mark = next(at for at, text in enumerate(lines) if text.strip().startswith("^"))
    assert lines[mark - 1].strip() == statement.splitlines()[line - 2].strip()
    assert lines[mark].index("^") == 3 + column


def test_a_variable_for_the_result(sql):
    assert "adults: Dataset<Row> [name: string, age: int]" in sql.run("%%sql --into adults\nSELECT * FROM people WHERE age > 30").shown
    assert sql.run("adults.first().getString(0)").text == "Ada; L."
    sql.run("Dataset<Row> young = %sql SELECT * FROM people WHERE age < 30")
    assert sql.run("young.first().getString(0)").text == "Bob"


def test_the_plan(sql):
    assert "== Physical Plan ==" in sql.run("%%sql --explain\nSELECT count(*) FROM people").shown


def test_an_interrupt_cancels_the_statement(sql):
    running = sql.start("%sql SELECT count(n) FROM (SELECT reflect('java.lang.Thread', 'sleep', 1000L) AS n FROM range(0, 1000, 1, 1000))")
    running.wait_for(lambda message: message["msg_type"] in ("display_data", "update_display_data"), "progress of the job")
    sql.interrupt()
    assert running.finish().error.name == "Interrupted"
    assert "|    1|" in sql.run("%sql SELECT 1 AS still").text


def test_completion_knows_tables_columns_and_java(sql):
    def proposed(code):
        typed = code.replace("|", "")
        reply = sql.complete(typed, code.index("|"))
        return [typed[: reply["cursor_start"]][-3:] + match for match in reply["matches"]]

    sql.run("int wantedAge = 30;")
    assert any(m.endswith("people") for m in proposed("%%sql\nSELECT * FROM peo|"))
    assert [m[-4:] for m in proposed("%%sql\nSELECT p.| FROM people p")] == ["name", ".age"]
    assert any("wantedAge" in m for m in proposed("%%sql\nSELECT ${wantedA|} FROM people"))
    assert any("SELECT" in m for m in proposed("%%sql\nSEL|"))
