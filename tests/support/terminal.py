"""A program in a terminal that tmux is, driven by keys and read from the screen."""

import os
import pathlib
import re
import shlex
import subprocess
import time
import uuid

import psutil

GUARD = 120  # seconds: a first Spark on a machine that is busy with other things


class Terminal:
    """A context manager: a command in a tmux of its own."""

    def __init__(self, command, env, cwd, columns=100, rows=30, term="tmux-256color"):
        self._socket = f"firesteel-{uuid.uuid4().hex[:8]}"
        self._command, self._env, self._cwd = command, env, cwd
        self._size, self._term = (columns, rows), term

    def _tmux(self, *arguments, check=True):
        done = subprocess.run(["tmux", "-L", self._socket, "-f", os.devnull, *arguments], text=True, capture_output=True, check=check, env=self._env)
        return done.stdout

    def __enter__(self):
        columns, rows = self._size
        environment = [word for name, value in self._env.items() for word in ("-e", f"{name}={value}")]
        self._status = pathlib.Path(self._cwd) / f".{self._socket}-status"
        self._before, self._after = (self._status.with_suffix(f".{name}") for name in ("before", "after"))
        command = shlex.join(map(str, self._command))
        self._tmux(
            "new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", str(self._cwd), *environment,
            f"stty -a >'{self._before}'; TERM={self._term} {command}; status=$?; stty -a >'{self._after}';"
            f" echo $status >'{self._status}'; sleep 1000",
        )  # fmt: skip
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """As closing the window does."""
        self._tmux("kill-server", check=False)

    def processes(self):
        """All that runs in the terminal."""
        pane = self._tmux("display-message", "-p", "#{pane_pid}").strip()
        return psutil.Process(int(pane)).children(recursive=True)

    def java(self):
        """The only Java in it."""
        return java_of(self.processes())

    def type(self, text):
        """Types text as it is; a line feed is Enter."""
        for i, line in enumerate(text.split("\n")):
            if i:
                self.press("Enter")
            if line:
                self._tmux("send-keys", "-l", "--", _argument(line))

    def press(self, *keys):
        self._tmux("send-keys", *keys)

    def paste(self, text):
        """Pastes as a terminal does, in brackets when the program asked for them."""
        self._tmux("set-buffer", "-b", "pasted", "--", _argument(text))
        self._tmux("paste-buffer", "-p", "-b", "pasted")

    def resize(self, columns, rows):
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def screen(self, colours=False):
        """What is seen; colours: with their escape sequences."""
        return self._tmux("capture-pane", "-p", *(["-e"] if colours else []))

    def modes(self):
        """The terminal's modes before the program and after its end."""
        return self._before.read_text(), self._after.read_text()

    def scrolls_whole(self):
        """Whether no line is kept from scrolling."""
        upper, lower, height = self._tmux("display-message", "-p", "#{scroll_region_upper} #{scroll_region_lower} #{pane_height}").split()
        return (int(upper), int(lower)) == (0, int(height) - 1)

    def wait_for(self, pattern, guard=GUARD):
        """The screen, once a regular expression is found on it."""
        return self._wait(lambda screen: re.search(pattern, screen, re.MULTILINE), pattern, guard)

    def wait_until_gone(self, pattern, guard=GUARD):
        return self._wait(lambda screen: not re.search(pattern, screen, re.MULTILINE), f"no {pattern}", guard)

    def _wait(self, condition, what, guard):
        end = time.monotonic() + guard
        while True:
            screen = self.screen()
            if condition(screen):
                return screen
            if time.monotonic() > end:
                raise AssertionError(f"waited for {what}\n{screen}")
            time.sleep(0.05)  # Between two looks at the screen.

    def exit_status(self, guard=GUARD):
        """The status that the program ended with."""
        end = time.monotonic() + guard
        while not (self._status.is_file() and self._status.read_text().strip()):
            assert time.monotonic() < end, f"still running\n{self.screen()}"
            time.sleep(0.05)
        return int(self._status.read_text())


def _argument(text):
    """A semicolon at the end would end the command for tmux."""
    return re.sub(r";\Z", r"\\;", text)


def java_of(processes):
    (java,) = [one for one in processes if {"firesteel.app.Main", "shell"} <= set(one.cmdline())]
    return java
