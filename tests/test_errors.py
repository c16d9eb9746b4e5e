"""Errors: what happened, where, what to do; never a frame of the kernel."""

import pytest

KERNEL_FRAMES = ("jdk.jshell", "jdk.internal", "ExecutionControl", "zeromq", "zmq.", "firesteel.engine", "firesteel.api", "firesteel.jupyter", "FutureTask", "REPL.$JShell", "do_it$")


def failing(kernel, code):
    cell = kernel.execute(code)
    assert cell.status == "error", cell.messages
    assert cell.reply["content"]["ename"] == cell.error.name
    assert cell.reply["content"]["evalue"] == cell.error.value
    assert cell.reply["content"]["traceback"] == cell.error.traceback
    assert not [frame for frame in KERNEL_FRAMES if frame in cell.error.text], cell.error.text
    return cell


def test_an_exception_names_cell_and_line(kernel):
    cell = failing(kernel, "int[] a = new int[1];\nint b = 0;\na[3] = 1;")
    assert cell.error.name == "ArrayIndexOutOfBoundsException"
    assert "Index 3 out of bounds" in cell.error.value
    assert f"Cell [{cell.count}], line 3" in cell.error.text


def test_an_exception_names_the_line_in_each_cell_it_passed(kernel):
    first = kernel.run('int parsed(String text) {\n  return Integer.parseInt(text);\n}')
    cell = failing(kernel, '\n\nparsed("x")')
    assert cell.error.name == "NumberFormatException"
    assert f"Cell [{first.count}], line 2" in cell.error.text
    assert f"Cell [{cell.count}], line 3" in cell.error.text


def test_the_cause_chain_is_kept(kernel):
    cell = failing(
        kernel,
        'try {\n  Integer.parseInt("x");\n} catch (Exception e) {\n  throw new IllegalStateException("outer", e);\n}',
    )
    assert cell.error.name == "IllegalStateException"
    assert "outer" in cell.error.text
    assert "NumberFormatException" in cell.error.text
    assert f"Cell [{cell.count}], line 4" in cell.error.text


def test_an_exception_class_of_the_user_keeps_its_name(kernel):
    cell = failing(kernel, 'class Refused extends Exception { Refused(String m) { super(m); } }\nthrow new Refused("not today");')
    assert cell.error.name == "Refused"
    assert "not today" in cell.error.text


def test_a_compile_error_shows_the_line_and_a_caret_below_the_place(kernel):
    cell = failing(kernel, 'int fine = 1;\nint wrong = "s";\nint after = 2;')
    lines = cell.error.text.splitlines()
    assert f"Cell [{cell.count}], line 2" in cell.error.text
    place = next(i for i, line in enumerate(lines) if 'int wrong = "s";' in line)
    caret = lines[place + 1]
    assert "^" in caret
    assert lines[place].index('"s"') == caret.index("^")
    assert "incompatible types" in cell.error.text


def test_an_unknown_name_is_named(kernel):
    cell = failing(kernel, "int x = 1;\nunknownName + x")
    assert "unknownName" in cell.error.text
    assert f"Cell [{cell.count}], line 2" in cell.error.text


@pytest.mark.parametrize("code, line", [("int a = 1\nint b = 2;", 1), ('System.out.println("x")\nint c = 2;', 1)])
def test_a_missing_semicolon_is_found_where_it_is_missing(kernel, code, line):
    cell = failing(kernel, code)
    assert "';'" in cell.error.text
    assert f"Cell [{cell.count}], line {line}" in cell.error.text


def test_nothing_of_a_cell_that_does_not_compile_is_half_done(kernel):
    failing(kernel, 'int partly = 1;\nint broken = ;')
    kernel.assert_alive()


def test_an_unfinished_cell_is_an_error_that_says_so(kernel):
    cell = failing(kernel, "for (int i = 0; i < 3; i++) {")
    assert f"Cell [{cell.count}], line 1" in cell.error.text
    kernel.assert_alive()


def test_an_error_in_a_stream_lambda_names_the_lambdas_line(kernel):
    cell = failing(kernel, 'List.of("1", "x").stream()\n    .map(text ->\n        Integer.parseInt(text))\n    .toList()')
    assert cell.error.name == "NumberFormatException"
    assert f"Cell [{cell.count}], line 3" in cell.error.text


def test_an_exception_in_a_thread_of_the_cell_reaches_stderr(kernel):
    running = kernel.start('Thread t = new Thread(() -> { throw new IllegalStateException("in a thread"); });\nt.start();\nt.join();')
    cell = running.finish().ok()
    text = cell.stderr
    while "in a thread" not in text:
        text += kernel.published(cell.id, "stream")["text"]
    assert "IllegalStateException" in text
