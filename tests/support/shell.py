"""Cells in a shell, seen as a kernel's cells are: typed into a terminal, read from its screen."""

import os
import re
from dataclasses import dataclass

from support.terminal import Terminal

PROMPT = r"^\[{}\]> ?$"
# What stays of a cell's progress, and of Spark's start.
PROGRESS = re.compile(r"^(Spark: |Spark \d\S* on |stream )")
# What shells get of the tests' environment.
KEPT = ("PATH", "HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "SPARK_HOME", "FIRESTEEL_JAVA_OPTS")
ERROR, WARNING, DEFAULT = "31", "33", "39"
STYLE = re.compile(r"(\x1b\[[\d;]*m)")


def environment(jdk):
    """The whole environment of a shell on a JDK."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | {"FIRESTEEL_JAVA": str(jdk.java), "LANG": "C.UTF-8"}


@dataclass(frozen=True)
class Failure:
    text: str


@dataclass(frozen=True)
class ShellCell:
    """A cell that has ended. A terminal has one stream: all that was shown but for warnings is the text."""

    count: int
    text: str
    stderr: str
    failed: bool

    stdout = ""

    @property
    def status(self):
        return "error" if self.failed else "ok"

    @property
    def error(self):
        return Failure(self.text) if self.failed else None

    @property
    def shown(self):
        return f"{self.text}\n{self.stderr}"


class Shell(Terminal):
    """A shell in a terminal so large that nothing is folded or scrolls away within a cell."""

    def __init__(self, command, env, cwd):
        super().__init__(command, env, cwd, columns=400, rows=300)
        self._count = 0

    def __enter__(self):
        super().__enter__()
        self.wait_for(PROMPT.format(1))
        return self

    def execute(self, code):
        self._count += 1
        code = code.rstrip("\n")
        self.press("C-l")  # An empty screen.
        self.wait_for(rf"\A\[{self._count}\]> ?$")
        self.paste(code)
        if code.startswith("%%") and not code.startswith("%%sql"):
            self.press("Enter")
        self.press("Enter")
        self.wait_for(PROMPT.format(self._count + 1))
        lines = list(_coloured(self.screen(colours=True)))
        plain = [line for line, _ in lines]
        end = max(i for i, line in enumerate(plain) if line == f"[{self._count + 1}]>")
        start = code.count("\n") + 1
        shown = [(line, colours) for line, colours in lines[start:end] if not PROGRESS.match(line)]
        text = "\n".join(line for line, colours in shown if WARNING not in colours)
        stderr = "\n".join(line for line, colours in shown if WARNING in colours)
        return ShellCell(self._count, text, stderr, any(ERROR in colours for _, colours in shown))


def _coloured(screen):
    """Lines, each with the colours of its characters; a colour lasts until there is another, also in the next line."""
    colour = DEFAULT
    for line in screen.splitlines():
        colours = set()
        for part in STYLE.split(line):
            if STYLE.fullmatch(part):
                for code in part[2:-1].split(";"):
                    colour = code if code[:1] in "39" and len(code) == 2 else DEFAULT if code in ("", "0") else colour
            elif part.strip():
                colours.add(colour)
        yield STYLE.sub("", line).rstrip(), colours
