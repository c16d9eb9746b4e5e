"""Completion, inspection and completeness."""

import pytest


def matches(kernel, code, cursor=None):
    reply = kernel.complete(code, cursor)
    assert reply["status"] == "ok"
    return reply["matches"]


def test_members_are_completed(kernel):
    reply = kernel.complete('"abc".sub')
    assert {"substring", "subSequence"} <= {m.split("(")[0] for m in reply["matches"]}
    assert (reply["cursor_start"], reply["cursor_end"]) == (6, 9)


def test_static_members_and_types_are_completed(kernel):
    assert any(m.startswith("valueOf") for m in matches(kernel, "String.val"))
    assert any(m.startswith("ArrayList") for m in matches(kernel, "new ArrayLi"))


def test_variables_and_methods_of_earlier_cells_are_completed(kernel):
    kernel.run("int veryLongName = 1; int veryLongMethod(String text) { return 1; }")
    found = matches(kernel, "int z = veryLong")
    assert any(m.startswith("veryLongName") for m in found)
    assert any(m.startswith("veryLongMethod") for m in found)


def test_matches_carry_types_and_signatures(kernel):
    reply = kernel.complete('"abc".subs')
    experimental = reply["metadata"]["_jupyter_types_experimental"]
    assert [e["text"] for e in experimental] == reply["matches"]
    assert all({"start", "end", "text", "type"} <= set(e) for e in experimental)
    assert any("int" in e.get("signature", "") for e in experimental)


def test_positions_count_code_points(kernel):
    code = 'String fire = "\U0001f525\U0001f525"; fire.leng'
    reply = kernel.complete(code)
    assert any(m.startswith("length") for m in reply["matches"])
    assert (reply["cursor_start"], reply["cursor_end"]) == (len(code) - 4, len(code))


def test_completion_answers_while_a_cell_runs(kernel):
    running = kernel.start("System.in.read();", allow_stdin=True)
    running.input_request()
    assert any(m.startswith("length") for m in matches(kernel, '"abc".leng'))
    kernel.answer("")
    running.finish()


def test_magics_and_their_options_are_completed(kernel):
    assert "%time" in [m if m.startswith("%") else "%" + m for m in matches(kernel, "%tim")]
    assert any("writefile" in m for m in matches(kernel, "%%writ"))
    assert any("--grep" in m for m in matches(kernel, "%history --gr"))


def test_paths_are_completed_in_magics_that_take_them(kernel):
    kernel.run("%%writefile completed_file.txt\nx")
    assert any("completed_file.txt" in m for m in matches(kernel, "%load completed_fi"))


@pytest.mark.parametrize("code", ["", "   ", "@#$%", "\u0000", "x" * 10_000, "class {", '"""'])
def test_completion_of_nonsense_is_empty_not_an_error(kernel, code):
    assert kernel.complete(code)["status"] == "ok"


def test_inspection_shows_signature_and_documentation(kernel):
    code = '"abc".substring('
    reply = kernel.inspect(code, len(code) - 1)
    assert reply["status"] == "ok" and reply["found"] is True
    assert {"text/plain", "text/markdown", "text/html"} <= set(reply["data"])
    assert "substring(int" in reply["data"]["text/plain"]
    detailed = kernel.inspect(code, len(code) - 1, detail=1)
    assert len(detailed["data"]["text/plain"]) > len("substring(int")


def test_inspection_of_a_variable_shows_its_type(kernel):
    kernel.run("Map<String, Integer> ages = new HashMap<>();")
    assert "Map<String" in kernel.inspect("ages")["data"]["text/plain"]


def test_inspection_of_a_magic_shows_its_help(kernel):
    assert "time" in kernel.inspect("%time", 3)["data"]["text/plain"]


def test_inspection_of_nothing_finds_nothing(kernel):
    reply = kernel.inspect("   ", 1)
    assert reply["status"] == "ok" and reply["found"] is False and reply["data"] == {}


@pytest.mark.parametrize(
    "code",
    ["1 + 1", "int a = 1;", "// only a comment", "", "%time 1 + 1", "%%bash\necho x\n", "!ls", "for (int i = 0; i < 3; i++) {}", 'var t = """\n  x\n  """;'],
)
def test_complete_text_is_complete(kernel, code):
    assert kernel.is_complete(code)["status"] == "complete"


@pytest.mark.parametrize(
    "code",
    ["for (int i = 0; i < 3; i++) {", 'var t = """\n  x', "/* open", "List<String> l = new ArrayList<", "foo(1,", "class A {\n  int b;", "%%bash\necho x"],
)
def test_unfinished_text_is_incomplete(kernel, code):
    reply = kernel.is_complete(code)
    assert reply["status"] == "incomplete"
    assert reply["indent"].strip() == ""


def test_the_next_line_of_an_open_block_is_indented(kernel):
    assert len(kernel.is_complete("if (true) {")["indent"]) > 0


def test_broken_text_is_invalid(kernel):
    assert kernel.is_complete("int 3x = ;)")["status"] == "invalid"
