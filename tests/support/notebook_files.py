"""The notebooks of the repository: which there are, what is in them, and copies of them to run.

    for case in cases():
        file = copy(tmp_path) / case.notebooks[0]
"""

import json
import pathlib
import re
import shutil
from dataclasses import dataclass

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent
NOTEBOOKS = REPOSITORY / "notebooks"
# What Jupyter, Spark and the notebooks themselves write beside them.
WRITTEN = {".ipynb_checkpoints", "output", "spark-warehouse"}
# What notebooks read, in the layout of the repository.
READ = ("notebooks", "data/samples", "README.md")
PARAMETERS, INJECTED, CHECK = "parameters", "injected-parameters", "check"
SOLUTION = "solution-"  # begins the id of a cell that `with_solutions` adds
# Parameters that are paths; those that begin so too: input_green.
PATHS = re.compile(r'^String ((?:samples|input|output|local_input)\w*) = "([^"]*)";', re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """Notebooks that run one after the other in one copy: a single one, or the steps of a pipeline, of which each reads what
    those before it wrote. Paths are relative to the repository."""

    name: str
    notebooks: tuple

    def __str__(self):
        return self.name

    @property
    def connects(self):
        """Whether all of it runs over Spark Connect."""
        return all(read(path)["metadata"].get("firesteel", {}).get("connect", True) for path in self.notebooks)


def committed():
    """The paths of all notebooks, relative to the repository."""
    found = (path.relative_to(REPOSITORY) for path in NOTEBOOKS.rglob("*.ipynb"))
    return sorted(path for path in found if not WRITTEN & set(path.parts))


def cases():
    """All notebooks: those of a folder with a `steps.json` together, any other alone."""
    found = {}
    for path in committed():
        together = (REPOSITORY / path.parent / "steps.json").exists()
        name = path.parent.name if together else path.stem
        found.setdefault(name, []).append(path)
    return [Case(name, tuple(paths)) for name, paths in found.items()]


def read(path):
    """A notebook of the repository."""
    return json.loads((REPOSITORY / path).read_text())


def copy(root):
    """Copies all notebooks and what they read into a folder, and returns it."""
    for name in READ:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if (REPOSITORY / name).is_dir():
            shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns(*WRITTEN))
        else:
            shutil.copy(REPOSITORY / name, root / name)
    return root


def source(cell):
    return cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])


def tags(cell):
    return cell["metadata"].get("tags", [])


def code_cells(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def tagged(notebook, tag):
    """The code cells that have the tag."""
    return [cell for cell in code_cells(notebook) if tag in tags(cell)]


def solutions(notebook):
    """The code of the exercises' solutions, which markdown cells hide."""
    found = []
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            for details in re.findall(r"<details>(.*?)</details>", source(cell), re.DOTALL):
                found += re.findall(r"^```java\n(.*?)^```$", details, re.DOTALL | re.MULTILINE)
    return found


def with_solutions(notebook):
    """The notebook with its solutions as cells at its end."""
    added = [
        {"cell_type": "code", "id": f"{SOLUTION}{i}", "metadata": {}, "execution_count": None, "outputs": [], "source": code}
        for i, code in enumerate(solutions(notebook))
    ]
    return {**notebook, "cells": [*notebook["cells"], *added]}


def absolute_paths(notebook, folder):
    """The parameters that are paths, as an executor or a server elsewhere needs them; folder: that of the notebook."""
    (cell,) = tagged(notebook, PARAMETERS) or [{"source": ""}]
    return {name: str((folder / value).resolve()) for name, value in PATHS.findall(source(cell))}
