"""Scenarios: what a notebook does on every master, and what must come of it. `tests/scenarios/*.md` holds them.

A file is a case, or a part of one; each `##` heading in it begins a scenario:

    # Case 1: a lambda reads a variable

    ## an int

    ```java
    int limit = 90;
    ```

    ```java
    spark.range(100).filter((FilterFunction<Long>) x -> x > limit).count()
    ```

    ```text
    9
    ```

A `java` block is a cell. The `text` blocks below it say what must come of it; a cell without one must succeed. What no
block announces must not come: a cell without `says` prints nothing to standard error.

    text              the cell's standard output and result, exactly
    text fails        the cell fails; each line is part of its error
    text or ...       another outcome in place of the one above: `or fails`, or `or says`
    text says         each line is part of what the reader sees, be it an output, a warning or an error
    text NAME ...     in place of all others on the master of that name, or with Kryo (`kryo`), whose version in Spark knows no
                      records; when the cell fails so, the scenario ends there

`Cell [2]` in a text means the scenario's second cell. All scenarios run in one kernel, in any order, so what they declare
has names of their own, which end with the number of the case.
"""

import re
from dataclasses import dataclass, field

from support import documents

MASTERS = ("local", "local-cluster", "standalone", "yarn", "kubernetes", "connect", "kryo")
WORDS = {"fails", "or", "says"}
TITLE = re.compile(r"^# Case (\d+): (.+)$", re.MULTILINE)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
DECLARED = re.compile(
    r"^(?:(?:public|abstract|sealed|final) )*"
    r"(?:(?:class|record|enum|interface) (\w+)|(?!import |return |throw |try |System)[\w.]+(?:<[^=]*>)?(?:\[\])* (\w+) ?[=;(])",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Expectation:
    words: frozenset
    masters: frozenset
    lines: tuple


@dataclass
class Step:
    """A cell and what must come of it."""

    code: str
    where: str
    expectations: list = field(default_factory=list)

    def on(self, master):
        """The expectations that hold on a master, and whether they are its own."""
        own = [e for e in self.expectations if master in e.masters]
        return own or [e for e in self.expectations if not e.masters], bool(own)


@dataclass(frozen=True)
class Scenario:
    case: int
    name: str
    steps: tuple
    first: bool  # of its case

    def __str__(self):
        return f"case{self.case:02}-{self.name}"

    def declared(self):
        """The names of variables, methods and classes that the cells declare."""
        return {found[1] or found[2] for step in self.steps for found in DECLARED.finditer(step.code)}

    def run(self, kernel, master):
        counts = []
        for step in self.steps:
            cell = kernel.execute(step.code)
            counts.append(cell.count)
            expected, own = step.on(master)
            _check(cell, expected, counts, step.where)
            if own and cell.status == "error":
                return


def load(folder):
    return [scenario for file in sorted(folder.glob("*.md")) for scenario in _parse(file)]


def _parse(file):
    text = file.read_text(encoding="utf-8")
    case = int(TITLE.search(text)[1])
    starts = [(text.count("\n", 0, h.start()) + 1, h[1]) for h in HEADING.finditer(text)]
    blocks = documents.blocks(file)
    for i, (line, name) in enumerate(starts):
        end = starts[i + 1][0] if i + 1 < len(starts) else float("inf")
        yield Scenario(case, name, tuple(_steps([b for b in blocks if line < b.line < end], file.name)), i == 0)


def _steps(blocks, file):
    steps = []
    for block in blocks:
        where = f"{file}:{block.line}"
        words = set(block.words)
        if block.language == "java" and not words:
            steps.append(Step(block.text, where))
        elif block.language == "text" and steps and words <= WORDS | set(MASTERS):
            expectation = Expectation(frozenset(words & WORDS), frozenset(words - WORDS), tuple(block.text.splitlines()))
            steps[-1].expectations.append(expectation)
        else:
            raise ValueError(f"{where}: not a block of a scenario: {block.language} {block.words}")
    return steps


def _check(cell, expected, counts, where):
    """expected: outcomes of which one must hold, and what must be said whichever does."""
    seen = f"{cell.shown}\n{cell.error.text if cell.error else ''}"
    outcomes = [e for e in expected if e.words != {"says"}]
    said = [e for e in expected if e.words == {"says"}]
    holds = any(_holds(cell, e, seen, counts) for e in outcomes) if outcomes else bool(said) or cell.status == "ok"
    silent = any("says" in e.words for e in expected) or not cell.stderr
    if not (holds and silent and all(_says(seen, e, counts) for e in said)):
        wanted = "\n".join("\n".join([f"--- {' '.join(sorted(e.words))}", *e.lines]) for e in expected)
        raise AssertionError(f"{where}\n{seen}\nexpected\n{wanted or 'success'}")


def _holds(cell, expectation, seen, counts):
    if "fails" in expectation.words:
        return cell.error is not None and _says(cell.error.text, expectation, counts)
    if "says" in expectation.words:
        return _says(seen, expectation, counts)
    return cell.status == "ok" and _shown(cell) == "\n".join(expectation.lines)


def _says(text, expectation, counts):
    return all(_placed(line, counts) in text for line in expectation.lines)


def _shown(cell):
    return "\n".join(part for part in (cell.stdout.rstrip("\n"), cell.text) if part)


def _placed(line, counts):
    """The line with the scenario's own cell numbers replaced by those of the kernel."""
    return re.sub(r"Cell \[(\d+)\]", lambda n: f"Cell [{counts[int(n[1]) - 1]}]", line)
