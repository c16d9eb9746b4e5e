"""Interrupts: the code really stops, and the session goes on."""

import pytest

CELLS = {
    "sleep": 'System.out.println("on"); Thread.sleep(600_000);',
    "spin": 'System.out.println("on"); long q = 0; while (true) { q++; }',
    "catches Throwable": 'System.out.println("on"); while (true) { try { while (true) { Thread.onSpinWait(); } } catch (Throwable t) { } }',
    "endless stream": 'System.out.println("on"); Stream.generate(() -> 1).filter(i -> i > 1).findFirst();',
    "recursion": 'void down(int n) { if (n > 0) { down(n - 1); down(n - 1); } }\nSystem.out.println("on"); down(62);',
    "lock": 'System.out.println("on"); synchronized (this_lock) { this_lock.wait(); }',
    "future": 'System.out.println("on"); new java.util.concurrent.CompletableFuture<String>().get();',
    "shell command": 'System.out.println("on");\n!sleep 600',
    "prints for ever": 'System.out.println("on"); while (true) { System.out.println("more"); }',
}

OTHER_THREADS_IN_CELLS = """
Thread.getAllStackTraces().entrySet().stream()
    .filter(e -> e.getKey() != Thread.currentThread())
    .filter(e -> Arrays.stream(e.getValue()).anyMatch(f -> f.getClassName().startsWith("REPL.")))
    .count()
"""


@pytest.mark.parametrize("what", CELLS)
def test_a_running_cell_stops(kernel, what):
    if what == "lock":
        kernel.run("Object this_lock = new Object();")
    kernel.run("int kept = 17;")
    running = kernel.start(CELLS[what])
    running.wait_for_output("on")
    kernel.interrupt()
    cell = running.finish()
    assert cell.status == "error"
    assert cell.error.name == "Interrupted", cell.error.text
    assert kernel.run("kept").text == "17"
    assert kernel.run(OTHER_THREADS_IN_CELLS).text == "0"


def test_cells_that_wait_behind_an_interrupted_one_are_aborted(kernel):
    running = kernel.start(CELLS["sleep"])
    waiting = kernel.start("1")
    running.wait_for_output("on")
    kernel.interrupt()
    assert running.finish().status == "error"
    assert waiting.finish().status == "aborted"
    kernel.assert_alive()


def test_an_interrupt_while_nothing_runs_does_nothing(kernel):
    kernel.interrupt()
    kernel.assert_alive()


def test_finally_blocks_run_when_a_cell_is_interrupted(kernel):
    kernel.run("var closed = new java.util.concurrent.atomic.AtomicBoolean();")
    running = kernel.start('try { System.out.println("on"); while (true) { } } finally { closed.set(true); }')
    running.wait_for_output("on")
    kernel.interrupt()
    assert running.finish().error.name == "Interrupted"
    assert kernel.run("closed.get()").text == "true"


def test_a_shell_commands_process_is_gone_after_an_interrupt(kernel):
    running = kernel.start('System.out.println("on");\n!sleep 654321')
    running.wait_for_output("on")
    kernel.interrupt()
    running.finish()
    assert not [p for p in kernel.processes() if "654321" in " ".join(p.cmdline())]
