"""What takes minutes: pytest -m soak."""

import statistics
import time

import pytest

from conftest import REPOSITORY
from support import masters
from test_spark import start_slow_job
from test_streams import flood

pytestmark = [pytest.mark.soak, pytest.mark.timeout(1800)]


def test_no_line_of_a_million_is_lost(kernel):
    flood(kernel, 1_000_000)
    kernel.assert_alive()


def test_a_hundred_interrupts_of_a_spark_job_leave_no_job_and_no_thread(kernel, capsys):
    kernel.run("int survives = 5;")
    seconds = []
    for _ in range(100):
        running = start_slow_job(kernel)
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


@pytest.mark.parametrize("version", masters.OTHER_SPARKS)
def test_spark_home_takes_the_place_of_the_bundled_spark(fresh_kernel, firesteel, jdk, needs, version, tmp_path):
    home = needs.distribution(version)
    kernel = fresh_kernel(env={"SPARK_HOME": str(home)})
    if jdk.version > masters.newest_java(version):
        error = kernel.execute("spark.version()").error
        assert version in error.text and "use Java 17 or 21" in error.text
        return
    assert kernel.run("spark.version()").text.strip('"') == version
    running = start_slow_job(kernel)
    kernel.interrupt()
    assert running.finish().error.name == "Interrupted"
    out = tmp_path / "out.ipynb"
    firesteel("run", REPOSITORY / "notebooks" / "01-first-steps.ipynb", "-o", out, env={"SPARK_HOME": str(home)})
