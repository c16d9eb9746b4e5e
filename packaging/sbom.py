"""SBOMs (CycloneDX): of what Maven's plugin lists, that which is in a folder, found by checksum."""

import copy
import hashlib
import json
import sys
import uuid


# Where poms name no licence, or "BSD" alone, which Maven's plugin takes for the oldest one: what the libraries' own
# licence files say.
CORRECTED = {
    "oro": "Apache-1.1",
    "datasketches-memory": "Apache-2.0",
    "xbean-asm9-shaded": "Apache-2.0",
    "jline": "BSD-3-Clause",
    "paranamer": "BSD-3-Clause",
    "arpack_combined_all": "BSD-3-Clause",
}


def read(file):
    """Maven's list, with a licence for each component."""
    maven = json.loads(file.read_text())
    for component in [maven["metadata"]["component"], *maven["components"]]:
        licence = "Apache-2.0" if component.get("group") == "firesteel" else CORRECTED.get(component["name"])
        if licence:
            component["licenses"] = [{"license": {"id": licence}}]
        elif not component.get("licenses"):
            sys.exit(f"the pom of {component['name']} names no licence: find it out, and add it to CORRECTED in sbom.py")
    return maven


def licences(component):
    """The names of a component's licences, of which one may be chosen."""
    entries = component["licenses"]
    return [e.get("expression") or e["license"].get("id") or e["license"]["name"] for e in entries]


def sha256(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def of_component(component):
    return next((h["content"] for h in component.get("hashes", []) if h["alg"] == "SHA-256"), None)


def with_checksum(component, folder):
    """The component that Maven's list is of, for which the list has no checksum."""
    (jar,) = folder.rglob(f"{component['name']}-{component['version']}.jar")
    return {**component, "hashes": [{"alg": "SHA-256", "content": sha256(jar)}]}


def select(maven, folder, name, version, more=()):
    """The SBOM of a folder; ends the process when a jar of it is not in Maven's list."""
    jars = {sha256(jar): jar.relative_to(folder) for jar in sorted(folder.rglob("*.jar"))}
    own = with_checksum(maven["metadata"]["component"], folder)
    components = [c for c in [own, *maven["components"]] if of_component(c) in jars]
    unknown = set(jars) - {of_component(c) for c in components}
    if unknown:
        sys.exit("not in Maven's SBOM: " + ", ".join(sorted(str(jars[digest]) for digest in unknown)))
    bom = copy.deepcopy(maven)
    bom["metadata"]["component"] = {
        "type": "application",
        "bom-ref": f"{name}@{version}",
        "name": name,
        "version": version,
        "licenses": [{"license": {"id": "Apache-2.0"}}],
    }
    bom["components"] = [*components, *more]
    kept = {c["bom-ref"] for c in components}
    bom["dependencies"] = [{"ref": f"{name}@{version}", "dependsOn": sorted(kept | {c["bom-ref"] for c in more})}]
    for dependency in maven.get("dependencies", []):
        if dependency["ref"] in kept:
            entry = {"ref": dependency["ref"], "dependsOn": [ref for ref in dependency.get("dependsOn", []) if ref in kept]}
            bom["dependencies"].append(entry)
    bom["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bom, sort_keys=True))}"
    return bom


def script(file, maven, artifact):
    """A script that was taken out of a jar, with what the list says of the jar."""
    component = next(c for c in maven["components"] if c["name"] == artifact)
    purl = f"pkg:npm/{artifact}@{component['version']}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": artifact,
        "version": component["version"],
        "licenses": component["licenses"],
        "purl": purl,
        "hashes": [{"alg": "SHA-256", "content": sha256(file)}],
    }


def write(bom, file):
    file.write_text(json.dumps(bom, indent=2, sort_keys=True) + "\n")
