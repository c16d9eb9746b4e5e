"""Puts an installation's notebooks, and the samples that they read, where their user can change them, and keeps them up to date.

    copy_notebooks.py INSTALLATION FOLDER

A file that is as an installation wrote it is replaced by a newer one. A file that the user changed stays; a notebook that was only
run is not changed. Called by lab.sh.
"""

import hashlib
import json
import os
import pathlib
import sys

PARTS = ("notebooks", "data/samples")
# In the user's folder: the checksums of the files as they were written.
WRITTEN = ".firesteel-notebooks.json"


def main(installation, folder):
    new = not folder.exists()
    kept = update(installation, folder)
    if new:
        sys.stderr.write(f"firesteel: copied the notebooks to {folder}: change them as you like.\n")
    if kept:
        names = ", ".join(str(name) for name in kept[:3]) + (" ..." if len(kept) > 3 else "")
        sys.stderr.write(
            f"firesteel: kept what you changed in {folder}, of which there are newer versions: {names}\n"
            "  Rename a file, and the next start brings its newer version.\n"
        )


def update(installation, folder):
    """Brings the folder up to date, and returns the changed files that have newer versions."""
    written = read(folder / WRITTEN)
    packaged = {
        path.relative_to(installation).as_posix(): path.read_bytes()
        for part in PARTS
        for path in sorted((installation / part).rglob("*"))
        if path.is_file()
    }
    kept = []
    for name, content in packaged.items():
        target, newest = folder / name, digest(name, content)
        present = digest(name, target.read_bytes()) if target.is_file() else None
        if present in (None, written.get(name)) and present != newest:
            replace(target, content)
        elif present != newest and written.get(name) != newest:
            kept.append(name)
            continue
        written[name] = newest
    for name in set(written) - set(packaged):
        target = folder / name
        if target.is_file() and digest(name, target.read_bytes()) == written[name]:
            target.unlink()
        del written[name]
    replace(folder / WRITTEN, json.dumps(written, indent=1, sort_keys=True).encode())
    return kept


def read(file):
    try:
        return json.loads(file.read_text())
    except (OSError, ValueError):
        return {}


def digest(name, content):
    """The checksum of what a user changes by intent: of a notebook the cells without their outputs."""
    try:
        if name.endswith(".ipynb"):
            cells = json.loads(content)["cells"]
            content = json.dumps([[cell["cell_type"], "".join(cell["source"])] for cell in cells]).encode()
    except (ValueError, KeyError, TypeError):
        pass  # It is no longer a notebook, so that any difference counts.
    return hashlib.sha256(content).hexdigest()


def replace(target, content):
    """Writes a file as a whole: another start may read it at the same time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}")
    part.write_bytes(content)
    part.replace(target)


if __name__ == "__main__":
    try:
        main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
    except OSError as error:
        sys.exit(f"firesteel: the notebooks could not be copied to {sys.argv[2]}: {error.strerror}. Opening this folder instead.")
