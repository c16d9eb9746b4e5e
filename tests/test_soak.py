"""What takes minutes: pytest -m soak."""

import statistics
import time

import pytest

from test_spark import SLOW_JOB
from test_streams import flood

pytestmark = [pytest.mark.soak, pytest.mark.timeout(1800)]


def test_no_line_of_a_million_is_lost(kernel):
    flood(kernel, 1_000_000)
    kernel.assert_alive()


def test_a_hundred_interrupts_of_a_spark_job_leave_no_job_and_no_thread(kernel, capsys):
    kernel.run("int survives = 5;")
    seconds = []
    for _ in range(100):
        running = kernel.start('System.out.println("on");\n' + SLOW_JOB)
        running.wait_for_output("on")
        running.wait_for(lambda m: m["msg_type"] in ("display_data", "update_display_data"), "progress of the job")
        asked = time.monotonic()
        kernel.interrupt()
        assert running.finish().error.name == "Interrupted"
        seconds.append(time.monotonic() - asked)
    with capsys.disabled():
        print(f"\nfrom interrupt to reply: median {statistics.median(seconds):.3f} s, longest {max(seconds):.3f} s")
    assert max(seconds) < 1
    kernel.run("while (sc.statusTracker().getActiveJobIds().length > 0) Thread.onSpinWait();")
    assert kernel.run("survives").text == "5"
    process = kernel.process
    while process.cpu_percent(interval=1) > 20:
        pass  # Until the compilers are done; a thread that spins is never done, and the test's time limit ends this.


def test_a_thousand_cells_do_not_pile_up(fresh_kernel):
    kernel = fresh_kernel()
    kernel.run("String big = null;")
    for i in range(1000):
        assert kernel.run(f"{i} + 1").text == str(i + 1)
    assert int(kernel.run("(int) Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).count()").text) < 200
