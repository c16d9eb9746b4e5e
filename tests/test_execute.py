"""Execute requests: results, flags, counts, replies."""

import re

import pytest


@pytest.mark.parametrize(
    "code, text",
    [
        ("1 + 1", "2"),
        ("1 + 1;", "2"),
        ("int m1 = 5;\nint m2 = m1 * 2;\nm2", "10"),
        ("int f1() { return f2(); }\nint f2() { return 42; }\nf1()", "42"),
        ("record P(int a) {}\nnew P(3).a()", "3"),
        ('String t = """\n    two\n    lines\n    """;\nt.lines().count()', "2"),
        ("IntStream.rangeClosed(1, 10)\n    .filter(i -> i % 2 == 0)\n    .sum()", "30"),
        ("import java.math.BigInteger;\nBigInteger.TWO.pow(70)", "1180591620717411303424"),
        ("enum Colour { RED, GREEN }\nColour.valueOf(\"GREEN\").ordinal()", "1"),
        ('sealed interface S permits A, B {}\nrecord A() implements S {}\nrecord B() implements S {}\nnew B() instanceof S', "true"),
    ],
)
def test_the_last_expression_is_the_result(kernel, code, text):
    assert kernel.run(code).text == text


def test_unicode_survives_the_way_there_and_back(kernel):
    assert "h\u00e9llo \U0001f525 \u4e16\u754c" in kernel.run('"h\u00e9llo \U0001f525 \u4e16\u754c"').text
    assert kernel.run('System.out.print("\U0001f525")').stdout == "\U0001f525"


@pytest.mark.parametrize(
    "code",
    ["", "   \n\n", "// nothing", "/* nothing */", "(Object) null", "System.gc()", "int quiet = 3;", "int q1;\nq1 = 4", "class Q {}", ";"],
)
def test_what_has_no_value_shows_nothing(kernel, code):
    cell = kernel.run(code)
    assert [m["msg_type"] for m in cell.messages if m["msg_type"] not in ("status", "execute_input")] == []


def test_messages_of_a_cell_come_in_the_order_of_the_protocol(kernel):
    cell = kernel.run('System.out.println("a");\n7')
    kinds = [m["msg_type"] if m["msg_type"] != "status" else m["content"]["execution_state"] for m in cell.messages]
    assert kinds == ["busy", "execute_input", "stream", "execute_result", "idle"]
    assert cell.of("execute_input")[0]["content"] == {"code": 'System.out.println("a");\n7', "execution_count": cell.count}
    assert cell.of("execute_result")[0]["content"]["execution_count"] == cell.count


def test_headers_carry_iso_dates_with_seconds_and_the_session(kernel):
    header = kernel.run("1").reply["header"]
    date = header["date"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*", date if isinstance(date, str) else date.isoformat())
    assert header["session"]
    assert header["msg_type"] == "execute_reply"
    assert header["version"].startswith("5.")


def test_the_execution_count_counts_cells(kernel):
    first = kernel.run("1").count
    assert kernel.execute("1 / 0").count == first + 1
    assert kernel.run("").status == "ok"
    assert kernel.run("1").count >= first + 2


def test_silent_runs_without_output_count_and_history(kernel):
    before = kernel.run("1").count
    cell = kernel.run("int fromSilent = 12; fromSilent", silent=True)
    assert cell.of("execute_input", "execute_result", "stream") == []
    after = kernel.run("fromSilent")
    assert (after.text, after.count) == ("12", before + 1)
    assert all("fromSilent = 12" not in entry[2] for entry in kernel.history(hist_access_type="tail", n=3))


def test_store_history_false_shows_the_result_but_does_not_count(kernel):
    before = kernel.run("1").count
    assert kernel.run("777000 + 1", store_history=False).text == "777001"
    assert kernel.run("2").count == before + 1
    assert all("777000" not in entry[2] for entry in kernel.history(hist_access_type="tail", n=3))


def test_user_expressions_are_evaluated_after_the_cell(kernel):
    cell = kernel.run("int ue = 2;", user_expressions={"sum": "ue + 3", "bad": 'int x = "s";', "thrown": "1 / (ue - 2)"})
    answers = cell.reply["content"]["user_expressions"]
    assert answers["sum"]["status"] == "ok"
    assert answers["sum"]["data"]["text/plain"] == "5"
    assert answers["bad"]["status"] == "error"
    assert answers["bad"]["ename"] and answers["bad"]["evalue"]
    assert answers["thrown"]["status"] == "error"
    assert answers["thrown"]["ename"] == "ArithmeticException"


def test_an_error_aborts_the_cells_that_wait(kernel):
    failing = kernel.start('System.in.getClass(); throw new RuntimeException("first");')
    waiting = [kernel.start("1"), kernel.start("2")]
    assert failing.finish().status == "error"
    assert [cell.finish().status for cell in waiting] == ["aborted", "aborted"]
    kernel.assert_alive()


def test_stop_on_error_false_lets_the_cells_that_wait_run(kernel):
    failing = kernel.start('throw new RuntimeException("first");', stop_on_error=False)
    waiting = kernel.start("1 + 2")
    assert failing.finish().status == "error"
    assert waiting.finish().text == "3"


def test_out_and_underscore_give_earlier_results(kernel):
    cell = kernel.run("6 * 7")
    assert kernel.run(f"((Integer) Out({cell.count})) + 1").text == "43"
    assert "6 * 7" in kernel.run(f"In({cell.count})").text
    failed = kernel.execute("Out(100000)")
    assert failed.status == "error"
    assert "100000" in failed.error.text


def test_a_variable_method_or_class_can_be_declared_anew(kernel):
    kernel.run("int redo = 1; int twice(int x) { return x + x; } class R { int v() { return 1; } }")
    kernel.run('String redo = "now text"; int twice(int x) { return 2 * x + 1; } class R { int v() { return 2; } }')
    assert kernel.run('redo + twice(3) + new R().v()').text.strip('"') == "now text72"


def test_system_exit_is_refused(kernel):
    cell = kernel.execute("System.exit(3);")
    assert cell.status == "error"
    assert "exit" in cell.error.text.lower()
    kernel.assert_alive()


def test_a_value_whose_to_string_throws_is_an_error_not_the_end(kernel):
    for thrown in ("StackOverflowError", "IllegalStateException", "OutOfMemoryError"):
        cell = kernel.execute(
            f'class Bad{thrown} {{ public String toString() {{ throw new {thrown}("no text"); }} }}\nnew Bad{thrown}()'
        )
        assert cell.status == "error", thrown
        assert thrown in cell.error.text
        kernel.assert_alive()


def test_a_stack_overflow_is_an_error_not_the_end(kernel):
    cell = kernel.execute("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)")
    assert cell.error.name == "StackOverflowError"
    kernel.assert_alive()


def test_kernel_info_answers_before_any_cell(fresh_kernel, jdk):
    kernel = fresh_kernel()
    info = kernel.request("shell", "kernel_info_request")
    assert info["status"] == "ok"
    assert info["protocol_version"].startswith("5.5")
    assert info["implementation"].lower() == "firesteel"
    assert "kernel subshells" in info["supported_features"]
    assert info["debugger"] is False
    assert info["banner"] and info["help_links"]
    language = dict(info["language_info"])
    assert language.pop("version").split(".")[0] == str(jdk.version)
    assert language == {
        "name": "java",
        "mimetype": "text/x-java",
        "file_extension": ".java",
        "pygments_lexer": "java",
        "codemirror_mode": "java",
        "nbconvert_exporter": "script",
    }


def test_control_answers_while_a_cell_runs(kernel):
    running = kernel.start('System.out.println("on"); System.in.read();', allow_stdin=True)
    running.input_request()
    assert kernel.request("control", "kernel_info_request")["status"] == "ok"
    kernel.answer("x")
    assert running.finish().status == "ok"
