"""Builds Firesteel's archive and wheel, their SBOMs and their checksums; `./firesteel package` calls it.

--assemble leaves Maven out and takes what the last build left; --version writes another version on the outside.
"""

import argparse
import pathlib
import sys

import archive
import notice
import sbom
import sources
import wheel

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--java-home", required=True, type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "target" / "package")
    parser.add_argument("--assemble", action="store_true")
    parser.add_argument("--only-wheel", action="store_true")
    parser.add_argument("--version")
    options = parser.parse_args()
    work = ROOT / "target" / "package" / "work"
    copied = work / "sources"
    if options.assemble:
        dist = copied / "kernel" / "app" / "target" / "dist"
    else:
        sources.copy(ROOT, copied)
        dist = sources.build(copied, options.java_home)
    version, spark = sources.versions(copied)
    version = options.version or version
    at = archive.seconds(sources.output_time(copied))
    maven = sbom.read(copied / "kernel" / "app" / "target" / "bom.json")
    if (ROOT / "NOTICE").read_text() != notice.text(maven):
        (ROOT / "NOTICE").write_text(notice.text(maven))
        sys.exit("NOTICE did not name what is bundled, and does now: look at the change, then run the command again.")
    options.out.mkdir(parents=True, exist_ok=True)
    built = [make_wheel(copied, dist, work, options, version, spark, at, maven)]
    if not options.only_wheel:
        built.append(make_archive(copied, dist, work, options, version, at, maven))
    write_checksums(options.out, [file for pair in built for file in pair])


def make_archive(copied, dist, work, options, version, at, maven):
    folder = work / f"firesteel-{version}"
    archive.stage_program(copied, dist, folder, archive.PROGRAM + archive.SPARK)
    archive.stage_extras(copied, folder)
    bom = sbom.select(maven, folder, "firesteel", version)
    sbom.write(bom, folder / "firesteel.cdx.json")
    file = options.out / f"firesteel-{version}.tar.gz"
    archive.write(folder, file, at)
    listed = options.out / f"firesteel-{version}.tar.gz.cdx.json"
    sbom.write(bom, listed)
    return file, listed


def make_wheel(copied, dist, work, options, version, spark, at, maven):
    program = work / "wheel-program"
    archive.stage_program(copied, dist, program, archive.PROGRAM)
    share = wheel.stage_jupyter(dist, options.java_home, work / "jupyter")
    folder = work / "wheel"
    wheel.stage(program, share, folder, version, spark)
    plotly = sbom.script(next(share.rglob("plotly.js")), maven, "plotly.js-dist")
    bom = sbom.select(maven, folder, "firesteel", version, [plotly])
    sbom.write(bom, folder / "firesteel.cdx.json")
    file = wheel.write(folder, options.out, at)
    listed = options.out / f"{file.name}.cdx.json"
    sbom.write(bom, listed)
    return file, listed


def write_checksums(out, files):
    lines = [f"{sbom.sha256(file)}  {file.name}\n" for file in sorted(files)]
    (out / "SHA256SUMS").write_text("".join(lines))
    for file in files:
        sys.stdout.write(f"{file.stat().st_size / 1e6:8.1f} MB  {file}\n")


if __name__ == "__main__":
    main()
