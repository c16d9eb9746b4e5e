"""Runs the committed notebooks with `./firesteel run` and writes their outputs into them, without what differs from run to run."""

import json
import pathlib
import subprocess

from support import notebooks

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
# Charts bring megabytes with them.
WITHOUT_OUTPUTS = {"gallery.ipynb"}


def update(path):
    subprocess.run([str(REPOSITORY / "firesteel"), "run", "--in-place", str(path)], check=True)
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = notebooks.lasting(cell)
    notebook["metadata"]["language_info"].pop("version", None)
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    for notebook_path in sorted((REPOSITORY / "notebooks").glob("*.ipynb")):
        if notebook_path.name not in WITHOUT_OUTPUTS:
            update(notebook_path)
