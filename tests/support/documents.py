"""The fenced blocks of Markdown documents, and what a reader sees of a cell."""

import re
from dataclasses import dataclass

from support.notebooks import TIME

FENCE = re.compile(r"^```(\w*)([^\n]*)\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    language: str
    words: tuple
    text: str
    line: int
    # Where the text starts in the file, in characters.
    start: int = 0


def blocks(file):
    text = file.read_text(encoding="utf-8")
    return [
        Block(found[1], tuple(found[2].split()), found[3], text.count("\n", 0, found.start()) + 1, found.start(3))
        for found in FENCE.finditer(text)
    ]


def screen(cell):
    """All that stands below a cell once it has ended, as text: printed lines, displays with their updates, the result and
    the error, in their order; the progress of Spark jobs is left out."""
    shown = []  # [display id or None, text]
    clear = False
    for message in cell.messages:
        kind, content = message["msg_type"], message["content"]
        if kind == "clear_output":
            clear = True
            if not content["wait"]:
                shown.clear()
                clear = False
            continue
        display = content.get("transient", {}).get("display_id")
        if kind == "update_display_data":
            shown = [[one, _line(content) if one is not None and one == display else text] for one, text in shown]
            continue
        if kind not in ("stream", "display_data", "execute_result") or _is_progress(content):
            continue
        if clear:
            shown.clear()
            clear = False
        if kind == "stream":
            shown.append([None, content["text"]])
        else:
            shown.append([display, _line(content)])
    if cell.error:
        shown.append([None, cell.error.text])
    return "\n".join(line.rstrip() for line in "".join(text for _, text in shown).strip("\n").split("\n"))


def comparable(text):
    """A text without what differs from run to run: durations, ports of this machine, and numbers of cells, clusters, tasks
    and hidden frames."""
    text = TIME.sub("TIME", text.strip("\n"))
    for pattern, replacement in (
        (r"Cell \[\d+\]", "Cell [n]"),
        (r"\b(127\.0\.0\.1|localhost):\d+", r"\1:PORT"),
        (r"Cluster kernel-\d+", "Cluster kernel-n"),
        (r"Spark task \d+ of stage \d+", "Spark task n of stage n"),
        (r"\.\.\. \d+ more", "... n more"),
    ):
        text = re.sub(pattern, replacement, text)
    return text


def _line(content):
    return content["data"]["text/plain"] + "\n"


def _is_progress(content):
    return content.get("metadata", {}).get("firesteel", {}).get("kind") == "progress"
