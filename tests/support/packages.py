"""What is inside of the archive and the wheel that `./firesteel package` builds."""

import hashlib
import json
import re
import tarfile
import zipfile


def contents(wheel, archive):
    """Firesteel's own files; the jars of others hold what they hold."""
    with zipfile.ZipFile(wheel) as packed:
        for name in packed.namelist():
            yield from own(name, packed.open(name))
    with tarfile.open(archive) as packed:
        for entry in packed:
            assert (entry.uid, entry.gid, entry.uname, entry.gname) == (0, 0, "", ""), entry.name
            if entry.isfile():
                yield from own(entry.name, packed.extractfile(entry))


def own(name, content):
    if not name.endswith(".jar"):
        yield name, content.read()
    elif "/firesteel-" in name:
        with zipfile.ZipFile(content) as jar:
            yield from ((f"{name}!{entry}", jar.read(entry)) for entry in jar.namelist())


def check_named(file, notice):
    """The SBOM beside a file lists all that the file bundles, and NOTICE's text names it under its licence."""
    bom = json.loads((file.parent / f"{file.name}.cdx.json").read_text())
    listed = {h["content"]: c for c in bom["components"] for h in c.get("hashes", []) if h["alg"] == "SHA-256"}
    assert bom["bomFormat"] == "CycloneDX"
    bundled = list(jars_and_scripts(file))
    assert len(bundled) > 40
    for name, digest in bundled:
        component = listed.pop(digest)
        assert component["licenses"], name
        if component.get("group") != "firesteel" and "group" in component:
            licence = ", ".join(l.get("expression") or l["license"].get("id") or l["license"]["name"] for l in component["licenses"])
            section = re.search(rf"^{re.escape(licence)}\n\n((?:  .*\n)+)", notice, re.MULTILINE)[1]
            assert f"  {component['group']}:{component['name']}\n" in section, name
    assert listed == {}, "the SBOM names what is not bundled"


def jars_and_scripts(file):
    wanted = re.compile(r".*\.jar|.*/plotly\.js")
    if file.suffix == ".whl":
        with zipfile.ZipFile(file) as packed:
            for name in filter(wanted.fullmatch, packed.namelist()):
                yield name, hashlib.sha256(packed.read(name)).hexdigest()
    else:
        with tarfile.open(file) as packed:
            for entry in filter(lambda e: wanted.fullmatch(e.name), packed):
                yield entry.name, hashlib.sha256(packed.extractfile(entry).read()).hexdigest()
