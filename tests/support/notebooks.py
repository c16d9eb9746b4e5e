"""Notebook outputs, made comparable."""

import copy
import re

from support import pictures
from support.charts import PLOTLY

TIME = re.compile(r"\d+(?:[.,]\d+)?\s?(?:ns|µs|us|ms|s|min|h)\b")


def outputs(notebook):
    """What each code cell shows as text: [[(kind, text), ...], ...]. Streams of one name are joined, whatever batches they
    came in; durations are replaced by `TIME` and the progress of Spark jobs is left out, as both differ from run to run."""
    return [_of(lasting(cell)) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def lasting(cell):
    """The outputs of a code cell that are not progress."""
    return [o for o in cell["outputs"] if o.get("metadata", {}).get("firesteel", {}).get("kind") != "progress"]


def without_traces(notebook):
    """A copy without what a run leaves besides results: progress, the times of cells, the version of Java."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook["cells"]:
        for times in ("execution", "papermill"):
            cell["metadata"].pop(times, None)
        if cell["cell_type"] == "code":
            cell["outputs"] = lasting(cell)
    notebook["metadata"].pop("papermill", None)
    notebook["metadata"]["language_info"].pop("version", None)
    return notebook


def _of(cell_outputs):
    shown = []
    for output in cell_outputs:
        kind = output["output_type"]
        if kind == "stream":
            name, text = output["name"], _text(output["text"])
            if shown and shown[-1][0] == name:
                text = shown.pop()[1] + text
            shown.append((name, text))
        elif kind == "error":
            shown.append((kind, output["ename"] + ": " + output["evalue"]))
        else:
            shown.append((kind, _text(output["data"]["text/plain"])))
    return [(kind, TIME.sub("TIME", text)) for kind, text in shown]


def _text(text):
    return text if isinstance(text, str) else "".join(text)


def forms(notebook):
    """The MIME types of each code cell's displays and results."""
    return [
        [sorted(output["data"]) for output in lasting(cell) if "data" in output]
        for cell in notebook["cells"]
        if cell["cell_type"] == "code"
    ]


def results(notebook):
    """From each code cell's id to what it shows: text as in `outputs`, without blank lines, and which figures. A figure's name is the
    same whether it is stored as what draws it or as a picture. The cell of parameters that a run adds is left out."""
    # Over Spark Connect `show` prints one line end less.
    return {
        cell["id"]: ([(kind, re.sub(r"\n+", "\n", text).strip("\n")) for kind, text in _of(lasting(cell))], _figures(cell))
        for cell in notebook["cells"]
        if cell["cell_type"] == "code" and "injected-parameters" not in cell["metadata"].get("tags", [])
    }


def _figures(cell):
    return [
        pictures.figure(output) or pictures.digest(output["data"][PLOTLY])
        for output in lasting(cell)
        if pictures.figure(output) or PLOTLY in output.get("data", {})
    ]


def table_rows(text):
    """The cells of a table that is drawn with bars, header first."""
    return [
        [cell.strip() for cell in re.split(r"[|│]", line.strip())[1:-1]]
        for line in text.splitlines()
        if line.strip().startswith(("|", "│"))
    ]
