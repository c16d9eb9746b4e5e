"""The shell: typed into a terminal, given a script, a text or its standard input."""

import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess

import psutil
import pytest

from conftest import LAUNCHER, REPOSITORY
from support import documents, ssh
from support.shell import PROGRESS, PROMPT, environment
from support.terminal import Terminal, java_of


@pytest.fixture
def shell(require, jdk, firesteel, tmp_path):
    """Starts shells: shell("--no-spark", columns=40)."""
    require(shutil.which("tmux"), "tmux")
    firesteel("version")
    started = []

    def start(*arguments, **options):
        env = environment(jdk) | options.pop("env", {})
        terminal = Terminal([LAUNCHER, "shell", *arguments], env, tmp_path, **options)
        started.append(terminal)
        terminal.__enter__()
        terminal.wait_for(PROMPT.format(1))
        return terminal

    yield start
    for terminal in started:
        terminal.__exit__()


@pytest.mark.each_jdk
def test_a_cell_of_several_lines_is_indented_and_runs_when_it_is_whole(shell):
    terminal = shell("--no-spark")
    terminal.type("int twice(int x) {\nreturn 2 * x;\n}\n")
    terminal.wait_for(PROMPT.format(2))
    terminal.type("twice(21)\n")
    screen = terminal.wait_for(r"^42$")
    assert "   >     return 2 * x;" in screen


def test_a_class_that_is_pasted_is_one_cell(shell):
    terminal = shell("--no-spark")
    terminal.paste("class Pasted {\n  int value() {\n    return 7;\n  }\n}\n\nnew Pasted().value()")
    terminal.press("Enter")
    terminal.wait_for(r"^7$")
    terminal.wait_for(PROMPT.format(2))


def test_an_error_names_cell_and_line_and_the_session_goes_on(shell):
    terminal = shell("--no-spark")
    terminal.type("int broken = 1 / 0;\n")
    terminal.wait_for(r"ArithmeticException: / by zero\n    at Cell \[1\], line 1")
    terminal.type("1 + 1\n")
    terminal.wait_for(r"^2$")


def test_ctrl_c_stops_the_cell_and_keeps_the_session(shell):
    terminal = shell("--no-spark")
    terminal.type("int kept = 5;\n")
    terminal.wait_for(PROMPT.format(2))
    terminal.type('System.out.println("running"); while (true) {}\n')
    terminal.wait_for(r"^running$")
    terminal.press("C-c")
    terminal.wait_for(r"^Interrupted")
    terminal.type("kept\n")
    terminal.wait_for(r"^5$")


def test_ctrl_c_twice_and_ctrl_d_leave(shell):
    terminal = shell("--no-spark")
    terminal.press("C-c")
    terminal.wait_for("Ctrl-D, leaves")
    terminal.press("C-c")
    assert terminal.exit_status() == 0
    other = shell("--no-spark")
    other.press("C-d")
    assert other.exit_status() == 0
    other.wait_until_gone("^Java without Spark$")
    assert other.scrolls_whole()


@pytest.mark.each_jdk
def test_ctrl_c_cancels_the_spark_jobs_of_a_cell(shell):
    terminal = shell()
    terminal.type("spark.range(0, 1000, 1, 1000).map((MapFunction<Long, Long>) i -> { Thread.sleep(1000); return i; }, Encoders.LONG()).count()\n")
    # Progress stands in the last line.
    terminal.wait_for(r"^Spark: job \d+ running .* tasks")
    terminal.press("C-c")
    terminal.wait_for(r"^Interrupted")
    terminal.wait_for(PROMPT.format(2))
    terminal.type("%spark jobs\n")
    terminal.wait_for(r"FAILED")
    assert "RUNNING" not in terminal.screen()


def test_leaving_is_asked_about_while_jobs_run(shell):
    terminal = shell()
    terminal.type('var ticks = spark.readStream().format("rate").load().writeStream().format("noop").queryName("ticks").start();\n')
    terminal.wait_for(PROMPT.format(2))
    terminal.press("C-d")
    terminal.wait_for(r"^runs: streaming query ticks$")
    terminal.wait_for(r"\[y/N\]")
    terminal.type("n\n")
    terminal.wait_for(PROMPT.format(2))
    terminal.type("1 + 1\n")
    terminal.wait_for(r"^2$")
    terminal.press("C-d")
    terminal.wait_for(r"\[y/N\] ?$")
    terminal.type("y\n")
    assert terminal.exit_status() == 0


def test_words_of_other_shells_leave_and_help_and_what_is_declared_goes_first(shell):
    terminal = shell("--no-spark", rows=60)
    terminal.type(":help\n")
    terminal.wait_for(r"^\*?\*?Magics")
    terminal.type("/vars\n")
    terminal.wait_for("no command /vars here: %who lists the variables")
    terminal.type("int quit = 7;\n")
    terminal.wait_for(PROMPT.format(3))
    terminal.type("quit\n")
    terminal.wait_for(r"^7$")
    terminal.type("exit\n")
    assert terminal.exit_status() == 0


def test_a_file_runs_in_place_of_a_command(firesteel, jdk, tmp_path):
    (block,) = [one for one in documents.blocks(REPOSITORY / "docs" / "guide" / "shell.md") if one.words == ("script",)]
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "firesteel").symlink_to(LAUNCHER)
    script = tmp_path / "greet"
    script.write_text(block.text)
    script.chmod(0o755)
    env = {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "FIRESTEEL_JAVA": str(jdk.java)}
    done = subprocess.run([script, "Ada", "--help", 'two "words"'], env=env, cwd=tmp_path, text=True, capture_output=True)
    assert (done.returncode, done.stdout) == (0, 'Hello, Ada and --help and two "words"\n'), done
    jshell = tmp_path / "job.jsh"
    jshell.write_text("int x = args.length;\nx + 40\n/exit\n")
    assert firesteel(jshell, "1", "2").stdout == "42\n"
    done = firesteel(tmp_path / "none.jsh", check=False)
    assert done.returncode == 1 and "there is no file" in done.stderr


def test_a_program_has_its_own_status_and_errors_without_what_ran_it(firesteel, tmp_path):
    program = tmp_path / "Usage.java"
    program.write_text(
        "public class Usage {\n  public static void main(String[] args) throws Exception {\n"
        '    if (args.length < 1) { System.err.println("Usage: FILE"); System.exit(3); }\n'
        "    Integer.parseInt(args[0]);\n  }\n}\n"
    )
    done = firesteel(program, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "Usage: FILE\n")
    done = firesteel(program, "x", check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        'NumberFormatException: For input string: "x"',
        "    at java.lang.NumberFormatException.forInputString",
        "    ... 2 more (%traceback shows all)",
        "    at Usage.main (Usage.java, line 4)",
        "       Integer.parseInt(args[0]);",
    ], done.stderr
    compact = tmp_path / "Compact.java"
    compact.write_text('void main() {\n  System.out.println("compact " + twice(4));\n}\n\nint twice(int x) {\n  return 2 * x;\n}\n')
    assert firesteel(compact).stdout == "compact 8\n"


@pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
def test_a_closed_window_ends_the_shell(shell, busy):
    terminal = shell("--no-spark")
    if busy:
        terminal.type('System.out.println("busy"); while (true) {}\n')
        terminal.wait_for(r"^busy$")
    processes = terminal.processes()
    terminal.close()
    gone, left = psutil.wait_procs(processes, timeout=20)
    assert not left


@pytest.mark.each_jdk
@pytest.mark.parametrize("number", ["TERM", "KILL"])
@pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
def test_a_killed_shell_leaves_the_terminal_as_it_was(shell, number, busy):
    terminal = shell("--no-spark")
    if busy:
        terminal.type('System.out.println("busy"); while (true) {}\n')
        terminal.wait_for(r"^busy$")
    terminal.java().send_signal(signal.Signals[f"SIG{number}"])
    assert terminal.exit_status() == 128 + signal.Signals[f"SIG{number}"]
    # JLine sets a line discipline's number that the kernel doesn't read.
    before, after = (re.sub(r"line = \d+;", "", modes) for modes in terminal.modes())
    assert before == after
    assert terminal.scrolls_whole()


def test_who_is_killed_with_the_script_that_started_it_ends(shell):
    terminal = shell("--no-spark")
    java = terminal.java()
    java.parent().send_signal(signal.SIGKILL)
    java.wait(20)


def test_a_cell_is_edited_in_an_editor(shell, tmp_path):
    editor = tmp_path / "my editor"
    editor.write_text('#!/bin/sh\nsed -i s/20/21/ "$1"\n')
    editor.chmod(0o755)
    terminal = shell("--no-spark", env={"EDITOR": f"'{editor}'"})
    terminal.type("int edited = 20;\n")
    terminal.wait_for(PROMPT.format(2))
    terminal.type("%edit\n")
    terminal.wait_for(r"^\[3\]> int edited = 21;$")
    terminal.press("Enter")
    terminal.wait_for(PROMPT.format(4))
    terminal.type("edited\n")
    terminal.wait_for(r"^21$")
    terminal.type("%edit 99\n")
    terminal.wait_for("there is no cell 99")


def test_an_editor_that_is_missing_is_told(shell):
    terminal = shell("--no-spark")
    terminal.type("%edit\n")
    terminal.wait_for("%env EDITOR=")
    terminal.type("%env EDITOR=no-such-editor\n%edit\n")
    terminal.wait_for(r"\(no-such-editor\) ended with status 127")


def test_a_profile_says_where_spark_runs(shell, tmp_path):
    (tmp_path / "firesteel.yaml").write_text("profiles:\n  small:\n    master: local[2]\n    conf:\n      spark.app.name: from-a-profile\n")
    terminal = shell("--profile", "small")
    terminal.wait_for(r"^Spark on local\[2\]; %help")
    terminal.type("sc.appName() + sc.master()\n")
    terminal.wait_for(r"from-a-profilelocal\[2\]")


def test_wrong_options_are_told_before_anything_starts(firesteel):
    for arguments, said in (
        (["--profile", "nowhere"], 'There is no profile "nowhere"'),
        (["--master", "nowhere"], '"nowhere" is no target'),
        (["--master", "local[2]", "--profile", "x"], "not both"),
        (["--no-spark", "--master", "local[2]"], "leaves no use"),
    ):
        done = firesteel("shell", *arguments, "-c", "1", check=False)
        assert done.returncode == 2 and said in done.stderr, done


def test_no_color_means_none(shell):
    terminal = shell("--no-spark", env={"NO_COLOR": "1"})
    terminal.type("int plain = 1; undefined\n")
    terminal.wait_for("undefined")
    terminal.wait_for(PROMPT.format(2))
    assert not re.search(r"\x1b\[[\d;]*3[0-7]m", terminal.screen(colours=True))
    colours = shell("--no-spark")
    colours.type("int coloured = 1; undefined\n")
    colours.wait_for(PROMPT.format(2))
    assert re.search(r"\x1b\[[\d;]*3[0-7]m", colours.screen(colours=True))


def test_java_and_sql_have_colours_of_their_own(shell):
    terminal = shell("--no-spark")
    terminal.type('int n = 1; String s = "text"')
    terminal.wait_for('"text"$')
    java = terminal.screen(colours=True)
    assert re.search(r"\x1b\[35mint", java) and re.search(r'\x1b\[32m"text"', java), java
    terminal.press("C-u")
    terminal.type("%%sql\nSELECT 'text' FROM t")
    terminal.wait_for("FROM t$")
    sql = terminal.screen(colours=True)
    assert re.search(r"\x1b\[35mSELECT", sql) and re.search(r"\x1b\[32m'text'", sql) and re.search(r"\x1b\[35mFROM", sql), sql


def test_control_characters_in_data_are_shown_and_not_obeyed(shell):
    terminal = shell("--no-spark")
    terminal.type('List.of(Map.of("name", "a\\u001b[2Jb"))\n')
    terminal.wait_for(r"^\|a␛\[2Jb\|$|a.?\[2Jb")
    assert terminal.screen().startswith("Firesteel")


def test_a_bracket_shows_the_one_it_belongs_to(shell):
    terminal = shell("--no-spark")
    terminal.type("twice(1 + (2")
    terminal.type(")")
    terminal.wait_for(r"2\)$")
    underlined = re.findall(r"\x1b\[(?:\d+;)*4m((?:\x1b\[[\d;]*m)*[()])", terminal.screen(colours=True))
    assert [found[-1] for found in underlined] == ["(", ")"]


def test_alt_enter_is_always_a_new_line(shell):
    terminal = shell("--no-spark")
    terminal.type("int first = 1;")
    terminal.press("M-Enter")
    terminal.type("first + 1\n")
    terminal.wait_for(r"^2$")
    terminal.wait_for(PROMPT.format(2))


def test_a_question_mark_shows_the_documentation(shell):
    terminal = shell()
    terminal.type("spark.read?\n")
    terminal.wait_for(r"DataFrameReader read\(\)")


def test_an_earlier_cell_is_suggested(shell):
    terminal = shell("--no-spark")
    terminal.type("int suggested = 5;\n")
    terminal.wait_for(PROMPT.format(2))
    terminal.type("int sug")
    terminal.wait_for(r"int suggested = 5;\n(.*\n)*.*\[2\]> int suggested = 5;$")
    terminal.press("Right")
    terminal.press("Enter")
    terminal.wait_for(PROMPT.format(3))


def test_progress_stands_in_the_last_line_while_output_scrolls(shell):
    terminal = shell()
    terminal.type(
        "spark.range(0, 40, 1, 20).foreach((ForeachFunction<Long>) i -> { Thread.sleep(300); System.out.println(\"row \" + i); })\n"
    )
    terminal.wait_for(r"row \d+\n(.*\n)*Spark: job \d+ running .*\n*\Z")
    lines = terminal.wait_for(PROMPT.format(2)).rstrip("\n").splitlines()
    assert not [line for line in lines if re.search(r"row \d", line) and "Spark:" in line], "nothing is written over"


@pytest.mark.each_jdk
def test_names_are_completed_with_their_signatures(shell):
    terminal = shell("--no-spark")
    terminal.type('"abc".substr')
    terminal.press("Tab")
    terminal.wait_for(r'"abc"\.substring')
    terminal.press("C-u")
    terminal.type('"abc".ind')
    terminal.press("Tab")
    terminal.wait_for(r"indent\( +\(int n → String\)")


def test_tables_fit_the_terminal(shell):
    terminal = shell("--no-spark", columns=40)
    terminal.type('record Wide(String name, String remark, int n) {}\n')
    terminal.wait_for(PROMPT.format(2))
    terminal.type('List.of(new Wide("a", "x".repeat(60), 1), new Wide("b", "y", 2))\n')
    screen = terminal.wait_for(r"…")
    assert all(len(line) <= 40 for line in screen.splitlines())


def test_wide_characters_and_emoji_keep_the_borders_of_a_table_in_line(shell):
    terminal = shell("--no-spark", columns=40)
    terminal.type('record City(String name, String remark, int n, String folded) {}\n')
    terminal.wait_for(PROMPT.format(2))
    # three people: tmux keeps 21 bytes of what stands in one place
    family_and_flag = "👨‍👩‍👧🇨🇭"
    units = family_and_flag.encode("utf-16-be").hex(" ", 2).split()
    terminal.type('List.of(new City("|日本|", "東京は日本の首都です。".repeat(4), 1, "日本語"), new City("'
                  + "".join("\\u" + unit for unit in units) + '", "e\\u0301".repeat(40), 1234567890, "y".repeat(30)))\n')
    screen = terminal.wait_for(PROMPT.format(3))
    accents = "e\u0301" * 19
    # as wide as the terminal: what takes more columns than are counted for it would be wrapped
    table = f"""\
+------+--------------------+----------+
|name  |remark              |         n|
+------+--------------------+----------+
||日本||東京は日本の首都で… |         1|
|{family_and_flag}  |{accents}…|1234567890|
+------+--------------------+----------+
column 4
+--------------------+
|folded              |
+--------------------+
|日本語              |
|yyyyyyyyyyyyyyyyyyy…|
+--------------------+
"""
    assert table in screen, screen


def test_spark_answers_and_stands_in_the_last_line(shell):
    terminal = shell()
    terminal.type("spark.range(5).count()\n")
    terminal.wait_for(r"^5$")
    terminal.wait_for(r"Spark 4\.\d\.\d on local\[\*\], web UI at http://127.0.0.1:\d+")


def test_a_text_a_script_and_standard_input_run_without_a_terminal(firesteel, tmp_path):
    assert firesteel("shell", "--no-spark", "-c", "int x = 20; x + 1").stdout == "21\n"
    (tmp_path / "script.jsh").write_text('int a = 1;\nSystem.out.println("a is " + a);\nint b = a / 0;\n')
    done = firesteel("shell", "--no-spark", tmp_path / "script.jsh", check=False)
    assert (done.returncode, done.stdout) == (1, "a is 1\n")
    assert "script.jsh, line 3" in done.stderr
    done = firesteel("shell", "--no-spark", "-c", "spark.range(3).count()", check=False)
    assert "Hint: this shell has Java alone: leave --no-spark out" in done.stderr


def test_the_documentation_of_a_call_is_shown_above_the_line(shell):
    terminal = shell("--no-spark")
    terminal.type('"abc".substring(')
    terminal.press("BTab")
    terminal.wait_for(r"String substring\(int beginIndex")
    terminal.type("1)\n")
    terminal.wait_for(r"^bc$")


def test_earlier_cells_are_found_again_in_the_next_shell(shell, tmp_path):
    first = shell("--no-spark", env={"XDG_DATA_HOME": str(tmp_path)})
    first.type("int remembered = 11;\n")
    first.wait_for(PROMPT.format(2))
    first.press("C-d")
    assert first.exit_status() == 0
    second = shell("--no-spark", env={"XDG_DATA_HOME": str(tmp_path)})
    second.press("C-r")
    second.type("remem")
    second.wait_for("int remembered = 11;")
    second.press("Enter")
    second.wait_for(PROMPT.format(2))


def test_sql_ends_with_a_semicolon_and_other_cell_magics_with_a_blank_line(shell):
    terminal = shell()
    terminal.type("%%sql\nSELECT 6 * 7\n  AS answer;\n")
    terminal.wait_for(r"^\| +42\|$")
    terminal.type("%%time\nint timed = 1;\n\n")
    terminal.wait_for(PROMPT.format(3))


def test_a_narrow_and_a_dumb_terminal_work_too(shell):
    narrow = shell("--no-spark", columns=40, rows=10)
    narrow.type('"x".repeat(100)\n')
    narrow.wait_for(r"x{20}")
    narrow.resize(90, 20)
    narrow.type("1 + 2\n")
    narrow.wait_for(r"^3$")
    dumb = shell("--no-spark", term="dumb")
    dumb.type("3 + 4\n")
    dumb.wait_for(r"^7$")


def test_a_lost_connection_ends_a_shell_over_ssh(require, jdk, firesteel, tmp_path):
    require(shutil.which("tmux") and shutil.which("ssh") and ssh.SERVER, "tmux and an ssh server")
    firesteel("version")
    (tmp_path / "ssh").mkdir(mode=0o700)
    with ssh.SshServer(tmp_path / "ssh") as server:
        remote = f"LANG=C.UTF-8 FIRESTEEL_JAVA={jdk.java} {shlex.quote(str(LAUNCHER))} shell --no-spark"
        env = {name: os.environ[name] for name in ("PATH", "HOME")}
        with Terminal(server.command(remote), env, tmp_path) as terminal:
            terminal.wait_for(PROMPT.format(1))
            terminal.type("1 + 1\n")
            terminal.wait_for(r"^2$")
            terminal.resize(40, 20)
            terminal.type('System.out.println("x".repeat(60)); while (true) {}\n')
            terminal.wait_for(r"^x{40}\nx{20}$")
            java = java_of(server.processes())
            terminal.close()
            java.wait(20)


def test_a_terminal_that_this_machine_does_not_know_works_like_others(shell):
    terminal = shell("--no-spark", term="xterm-of-tomorrow")
    terminal.type("3 + 4\n")
    screen = terminal.wait_for(r"^7$")
    assert screen.startswith("Firesteel ")
    terminal.wait_for(r"^Java without Spark$")


LINES = 'IntStream.range(0, 300).mapToObj(i -> "line " + i + "x".repeat(200)).collect(Collectors.joining("\\n"))'
INCOMES = 'record Income(String continent, int year, double income) {}\n' \
    'var incomes = List.of(new Income("Africa", 2022, 2310), new Income("Africa", 2023, 2420), ' \
    'new Income("Europe", 2022, 36_100), new Income("Europe", 2023, 35_900));\n'


@pytest.mark.parametrize("pager", ["", "less"])
def test_page_shows_long_lines_in_the_pager_and_q_goes_back(shell, require, pager):
    require(not pager or shutil.which(pager), pager)
    terminal = shell("--no-spark", rows=20, env={"PAGER": pager})
    terminal.type(f"%page {LINES}\n")
    screen = terminal.wait_for(r"^line 18x+").splitlines()
    assert [line.split("x")[0] for line in screen[:19]] == [f"line {i}" for i in range(19)]
    terminal.press("Space")
    terminal.wait_for(r"^line 30x")
    terminal.press("C-c")
    terminal.press("Right")
    terminal.wait_for(r"\Ax+")
    terminal.press("q")
    terminal.wait_for(PROMPT.format(2))
    terminal.type("6 * 7\n")
    screen = terminal.wait_for(r"^42$")
    assert "line 18" not in screen and "without Spark" in screen.splitlines()[-1]


def test_page_gets_what_code_prints_and_not_what_fails(shell):
    terminal = shell("--no-spark", rows=20)
    terminal.type('%%page\nSystem.out.println("printed");\nList.of(new int[300].length, 7)\n\n')
    terminal.wait_for(r"^printed\n\[300, 7\]")
    terminal.press("q")
    terminal.wait_for(PROMPT.format(2))
    terminal.type('%page System.out.println("before"); int broken = 1 / 0;\n')
    terminal.wait_for(r"^before\n.*ArithmeticException")
    terminal.wait_for(PROMPT.format(3))


def test_page_runs_its_code_outside_of_a_terminal(firesteel):
    assert firesteel("shell", "--no-spark", "-c", "%page 20 + 1").stdout == "21\n"


def test_a_wide_table_is_neither_cut_nor_folded(shell):
    terminal = shell("--no-spark", columns=60)
    terminal.type('%table List.of(Map.of("remark", "x".repeat(90) + "end")) --wide\n')
    terminal.wait_for(r"^x+end\|$")
    assert "…" not in terminal.wait_for(r"^1 row × 1 column")


def test_a_chart_is_drawn_with_characters(shell):
    terminal = shell("--no-spark", columns=72)
    terminal.type(INCOMES)
    terminal.wait_for(PROMPT.format(3))
    terminal.type('%chart bar incomes --x continent --y income --color year --title "Average income"\n')
    screen = terminal.wait_for(r"^ +2023 35,900")
    chart = """\
Average income
continent year income
Africa    2022  2,310 ███▏
          2023  2,420 ███▎
Europe    2022 36,100 █████████████████████████████████████████████████
          2023 35,900 ████████████████████████████████████████████████▊
"""
    assert chart in screen


def test_a_line_chart_in_colours_and_without(shell):
    code = "import firesteel.charts.plot.Plot;\nPlot.line(List.of(1, 2, 3), new double[] {2.5, 1.0, 4.0})\n"
    for env in ({}, {"NO_COLOR": "1"}):
        terminal = shell("--no-spark", env=env)
        terminal.type(code)
        assert re.search("[\u2801-\u28ff]", terminal.wait_for(r"^ *└┬─"))
        assert ("38;" in terminal.screen(colours=True)) == (not env)


def test_a_map_is_a_page_that_is_gone_with_the_shell(shell):
    terminal = shell("--no-spark", columns=150)
    terminal.type('import firesteel.charts.plot.Plot;\nPlot.choropleth(Map.of("Brazil", 52.0, "Norway", 22.7))\n')
    screen = terminal.wait_for(r"file:///\S+\.html")
    page = pathlib.Path(re.search(r"file://(/\S+\.html)", screen).group(1))
    assert page.stat().st_size > 1_000_000
    assert page.parent.stat().st_mode & 0o777 == 0o700
    terminal.press("C-d")
    assert terminal.exit_status() == 0
    assert not page.parent.exists()


def test_the_screens_of_the_document_are_what_a_user_sees(shell, tmp_path):
    terminal = shell(columns=140, rows=60)
    count = 0
    for block in documents.blocks(REPOSITORY / "docs" / "guide" / "shell.md"):
        if block.words != ("shell",):
            continue
        for part in re.split(r"(?m)^(?=\[\d+\]> )", block.text.rstrip())[1:]:
            count += 1
            lines = part.rstrip().split("\n")
            typed = [re.sub(r"^(\[\d+\]|  ) ?> ?", "", line) for line in lines if re.match(r"(\[\d+\]|  ) ?> ", line + " ")]
            terminal.press("C-l")
            terminal.wait_for(rf"\A{PROMPT.format(count)[1:]}")
            terminal.paste("\n".join(typed))
            terminal.press("Enter")
            screen = terminal.wait_for(PROMPT.format(count + 1))
            screen = screen.replace(str(tmp_path), "/home/me").split(f"[{count + 1}]>")[0]
            seen = [line.rstrip() for line in screen.splitlines() if line and not PROGRESS.match(line)]
            assert seen == lines
    assert count == 8
