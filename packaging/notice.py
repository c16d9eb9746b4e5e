"""The file NOTICE: what is bundled, and under which licences."""

import itertools

import sbom

HEAD = """\
Firesteel
Copyright 2026 The Firesteel authors

Firesteel is licensed under the Apache License, version 2.0 (see LICENSE).

The archive and, as far as Spark's own libraries are not concerned, the wheel bundle the libraries below, unchanged. Their
jars hold their own licences and notices (META-INF). Versions and checksums are in the SBOMs (firesteel.cdx.json). Where
several licences are named, their authors let the user choose or name those of their parts. This file is written by
`./firesteel package`.
"""

ALSO = """\
Also bundled, inside Firesteel's own jars or beside them:

  plotly.js, from the jar of plotly.js-dist - MIT
  Liberation Sans Bold, from openpdf-fonts-extra - OFL-1.1
  the map of the world: Natural Earth, 1:110m - public domain
"""


def text(maven):
    """What NOTICE says for Maven's list of what is bundled."""
    libraries = [c for c in maven["components"] if c.get("group") != "firesteel"]
    by_licence = sorted(libraries, key=lambda c: (licence(c), c.get("group", ""), c["name"]))
    sections = [HEAD]
    for name, components in itertools.groupby(by_licence, licence):
        lines = sorted({f"  {c.get('group', '')}:{c['name']}" for c in components})
        sections.append(f"{name}\n\n" + "\n".join(lines) + "\n")
    return "\n".join([*sections, ALSO])


def licence(component):
    return ", ".join(sbom.licences(component))
