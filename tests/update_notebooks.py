"""Runs the committed notebooks, or those that are named, with `./firesteel run` and writes their outputs into them, with charts as
pictures and without what differs from run to run."""

import json
import pathlib
import subprocess
import sys
import tempfile

from support import notebooks, pictures

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
LARGEST = 1_000_000  # bytes of a notebook's file


def committed():
    """All notebooks of the repository, those of the scenarios too."""
    found = (REPOSITORY / "notebooks").rglob("*.ipynb")
    return sorted(path for path in found if not {".ipynb_checkpoints", "output"} & set(path.parts))


def update(path):
    with tempfile.TemporaryDirectory() as folder:
        run = pathlib.Path(folder) / path.name
        subprocess.run([str(REPOSITORY / "firesteel"), "run", str(path), "-o", str(run)], check=True)
        notebook = json.loads(run.read_text())
    notebook = pictures.with_pictures(notebooks.without_traces(notebook), stored=json.loads(path.read_text()))
    text = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
    size = len(text.encode())
    if size > LARGEST:
        sys.exit(f"{path} would have {size:,} bytes, more than {LARGEST:,}: show less in it.")
    path.write_text(text)
    sys.stdout.write(f"{size:9,} bytes  {path}\n")


if __name__ == "__main__":
    for notebook_path in [pathlib.Path(name).resolve() for name in sys.argv[1:]] or committed():
        update(notebook_path)
