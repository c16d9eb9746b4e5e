"""The archive: all that runs Firesteel, the same for each build of the same sources."""

import calendar
import gzip
import hashlib
import shutil
import tarfile
import time

# What of the launcher only a clone has a use for.
CLONES_PARTS = {"build.sh", "test.sh", "package.sh"}
PROGRAM = ("bin", "lib", "charts", "maven")
SPARK = ("spark", "connect")


def seconds(output_time):
    return calendar.timegm(time.strptime(output_time, "%Y-%m-%dT%H:%M:%SZ"))


def stage_program(sources, dist, folder, jars):
    """Puts the program into a folder: the folders of the distribution that are named, the launcher, the notebooks with the samples
    that they read, the licences."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in jars:
        shutil.copytree(dist / name, folder / name)
    shutil.copy2(sources / "firesteel", folder / "bin" / "firesteel")
    (folder / "launcher").mkdir()
    for part in sorted((sources / "kernel/app/src/main/launcher").iterdir()):
        if part.name not in CLONES_PARTS:
            shutil.copy2(part, folder / "launcher" / part.name)
    for name in ("notebooks", "data/samples"):
        shutil.copytree(sources / name, folder / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    for name in ("LICENSE", "NOTICE"):
        shutil.copy2(sources / name, folder / name)
    (folder / ".built").write_text(identity(folder) + "\n")


def identity(folder):
    """A text that changes with any file's content."""
    digest = hashlib.sha256()
    for file in files(folder):
        digest.update(f"{file.relative_to(folder)}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def stage_extras(sources, folder):
    """What a user of the archive reads beside the program."""
    for name in ("README.md", "CHANGELOG.md"):
        shutil.copy2(sources / name, folder / name)


def mode(path):
    return 0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644


def write(folder, file, at):
    """Writes the tar.gz with sorted entries, one time, no owner and plain modes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, "wb") as raw:
        # Jars are compressed already: more than the fastest level gains a percent.
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=at, compresslevel=1) as packed:
            with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
                for path in [folder, *sorted(folder.rglob("*"))]:
                    entry = tarfile.TarInfo(str(path.relative_to(folder.parent)))
                    entry.mtime = at
                    entry.mode = mode(path)
                    if path.is_dir():
                        entry.type = tarfile.DIRTYPE
                        tar.addfile(entry)
                    else:
                        entry.size = path.stat().st_size
                        with open(path, "rb") as content:
                            tar.addfile(entry, content)
