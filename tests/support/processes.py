"""Processes that the tests start, and how they end: the one home of both.

    with Program([java, "-version"], tmp_path / "log") as program:
        program.wait_for_output("version")
"""

import contextlib
import os
import re
import signal
import subprocess
import time

import psutil

GUARD = 90  # seconds
# A Java that lives for a minute or two: the quick compiler alone and the serial collector halve the processor time that it takes.
QUICK_JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


class Program:
    """A program that runs, with all its output in a file; a context manager that ends it and all that it started."""

    def __init__(self, command, log, cwd=None, env=None, own_group=False):
        """env: the whole environment, or None for that of the tests. own_group: as in a terminal of its own, so that a
        signal reaches all that it started."""
        self._log, self._own_group = log, own_group
        with log.open("wb") as file:
            self._process = subprocess.Popen(
                list(map(str, command)),
                cwd=cwd,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=own_group,
            )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    @property
    def process(self):
        return psutil.Process(self._process.pid)

    @property
    def output(self):
        return self._log.read_text(errors="replace")

    @property
    def has_ended(self):
        return self._process.poll() is not None

    def children(self):
        """All that it started, and what that started."""
        return family(self._process.pid)[1:]

    def wait_for_output(self, pattern, timeout=GUARD):
        """The first match of a regular expression in the output."""
        end = time.monotonic() + timeout
        while True:
            ended = self.has_ended  # Asked first, so that what a program that ends says last is looked at.
            found = re.search(pattern, self.output)
            if found:
                return found
            assert not ended, f"ended with {self._process.returncode}:\n{self.output[-3000:]}"
            assert time.monotonic() < end, f"{pattern!r} not in the output within {timeout} s:\n{self.output[-3000:]}"
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.05)

    def send(self, number):
        """Sends a signal: to the program, or to its group where it has one of its own."""
        if self._own_group:
            os.killpg(self._process.pid, number)
        else:
            self._process.send_signal(number)

    def wait(self, timeout=GUARD):
        """The status that it ends with."""
        return self._process.wait(timeout)

    def end(self):
        """Kills it and all that it started."""
        kill(family(self._process.pid))
        if self._own_group:
            # What it started may have lost its parent before.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def family(pid):
    """A process and all that it started, itself first; nothing when it is gone."""
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def kill(processes):
    """Ends processes at once, those that are started last first; what is gone already is left alone."""
    for process in reversed(processes):
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
