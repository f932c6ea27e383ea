#!/usr/bin/env python3
"""Verifies bundles from Docs/bundles.md alone, with hashlib and zipfile, and finds what Veedor finds.

    bundle_identity.py                  the bundle of the reference mission, as part of `make interop`
    bundle_identity.py FILE...          these bundles: the identity of each, or what is wrong
    bundle_identity.py --vector         the test vector of Docs/bundles.md
"""

import hashlib
import hmac
import json
import sys
import unicodedata
import urllib.parse
import zipfile

SALT_KEY = hashlib.sha256(b"veedor.public.salt.v1").digest()
MEMBERS = {"edition", "leaves", "mission", "notice", "profile", "root", "size", "title", "veedor_bundle"}
CRATE = "data/ro-crate-metadata.json"
TAGS = [
    "bag-info.txt", "bagit.txt", "evb/leaves.bin", "evb/salts.bin", "evb/statement.json", "manifest-sha256.txt",
    "tagmanifest-sha256.txt"]


class Wrong(Exception):
    """The bundle is not what it must be."""


def demand(condition, message):
    if not condition:
        raise Wrong(message)


def sha256(data):
    return hashlib.sha256(data).digest()


def number(value):
    return value.to_bytes(8, "big")


def salt_of(path, content):
    return hmac.new(SALT_KEY, path.encode() + b"\0" + sha256(content), hashlib.sha256).digest()[:16]


def leaf_of(path, content):
    name = path.encode()
    return sha256(
        b"\0" + salt_of(path, content) + number(len(name)) + name + number(len(content)) + sha256(content))


def root_of(leaves):
    """The tree of RFC 6962, section 2.1, by its recursive definition."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha256(b"\1" + root_of(leaves[:half]) + root_of(leaves[half:]))


def canonical(value, indent=None):
    """Members in the order of their keys' bytes, text as UTF-8; with `indent` laid out for people."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=separators, indent=indent)
    return (text.replace("\\b", "\\u0008").replace("\\f", "\\u000c").replace("\x7f", "\\u007f")).encode()


def bag_info(statement, files, size):
    lines = [
        ("External-Identifier", statement["mission"]), ("Payload-Oxum", f"{size}.{files}"),
        ("Veedor-Edition", statement["edition"]), ("Veedor-Profile", statement["profile"])]
    lines += [("External-Description", text) for _, text in sorted(statement["title"].items())]
    lines += [("Veedor-Notice", text) for _, text in sorted(statement["notice"].items())]
    flat = lambda text: "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text)
    return "".join(f"{label}: {flat(text)}\n" for label, text in lines).encode()


def crate(statement, files):
    names = [(urllib.parse.quote(path[len("data/"):], safe="/-._~"), len(content)) for path, content in files]
    texts = lambda member: [text for _, text in sorted(statement[member].items())]
    graph = [
        {"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"},
         "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"}},
        {"@id": "./", "@type": "Dataset", "identifier": statement["mission"], "name": texts("title"),
         "description": texts("notice"), "hasPart": [{"@id": name} for name, _ in names]}]
    graph += [{"@id": name, "@type": "File", "contentSize": str(size)} for name, size in names]
    return canonical({"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}, indent=2) + b"\n"


def manifest(files):
    return b"".join(f"{sha256(content).hex()}  {path}\n".encode() for path, content in files)


def made(description, files, attestations={}):
    """All files of a bundle that hold to `description`, by path; `files` is a list of paths below data/ and contents."""
    files = sorted(files, key=lambda file: file[0].encode())
    leaves = [leaf_of(*file) for file in files]
    statement = {
        **description, "veedor_bundle": 2, "profile": "public", "leaves": len(files),
        "size": sum(len(content) for _, content in files), "root": root_of(leaves).hex()}
    metadata = crate(statement, files)
    payload = sorted(files + [(CRATE, metadata)], key=lambda file: file[0].encode())
    out = dict(payload)
    out["bag-info.txt"] = bag_info(statement, len(payload), statement["size"] + len(metadata))
    out["bagit.txt"] = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    out["evb/leaves.bin"] = b"".join(leaves)
    out["evb/salts.bin"] = b"".join(salt_of(*file) for file in files)
    out["evb/statement.json"] = canonical(statement)
    out["manifest-sha256.txt"] = manifest(payload)
    out.update(attestations)
    tags = sorted([path for path in TAGS if path != "tagmanifest-sha256.txt"] + list(attestations))
    out["tagmanifest-sha256.txt"] = manifest([(path, out[path]) for path in tags])
    return out


def verified(path):
    """The identity of the bundle at `path`, every byte of whose files must be the one that follows."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        stored = {name: archive.read(name) for name in names}
    demand(names == sorted(names, key=str.encode) and len(stored) == len(names), "the names are out of order")
    statement = json.loads(stored["evb/statement.json"])
    demand(canonical(statement) == stored["evb/statement.json"], "the statement is not canonical")
    demand(set(statement) - {"signers"} == MEMBERS and statement["veedor_bundle"] == 2, "the statement is of another version")
    files = [(name, content) for name, content in stored.items() if name.startswith("data/") and name != CRATE]
    for name, _ in files:
        demand(name.split("/")[1] in ("workspace", "results", "drafts"), f"{name} has no place")
    description = {member: statement[member] for member in statement if member in (
        "mission", "edition", "title", "notice", "signers")}
    attestations = {name: content for name, content in stored.items() if name.startswith("evb/attestations/")}
    for name, content in attestations.items():
        demand(name == f"evb/attestations/{sha256(content).hex()}.dsse.json", f"{name} is not named by its hash")
    expected = made(description, files, attestations)
    for name in sorted(expected.keys() | stored.keys()):
        demand(stored.get(name) == expected.get(name), f"{name} is not what follows from the statement and the files")
    return sha256(stored["evb/statement.json"]).hex(), statement


VECTOR = made(
    {"mission": "example_2030", "edition": "public", "title": {"en": "An example", "es": "Un ejemplo de práctica"},
     "notice": {}},
    [("data/workspace/veedor.yaml", b"veedor: 1\n"), ("data/results/count/result.json", b"{}"),
     ("data/workspace/data/mesas_ñ.csv", b"mesa,votos\n1,10\n")])


def vector():
    print(VECTOR["evb/statement.json"].decode())
    print("identity", sha256(VECTOR["evb/statement.json"]).hex())
    for index in range(0, len(VECTOR["evb/leaves.bin"]), 32):
        print("leaf", VECTOR["evb/leaves.bin"][index:index + 32].hex())
    print("salts", VECTOR["evb/salts.bin"].hex())
    for name in sorted(VECTOR, key=str.encode):
        print(sha256(VECTOR[name]).hex(), name)


def bundle_identity(folder):
    import subprocess

    from mission import EXECUTABLE, Mission, require

    bundle = Mission.copy(folder / "mission").complete()
    identity, statement = verified(bundle)
    print(f"  verified with hashlib and zipfile: {identity}")
    facts = json.loads(subprocess.run([EXECUTABLE, "bundle", "verify", bundle, "--json"], stdout=subprocess.PIPE).stdout)
    require(facts["identity"] == {"fact": "good", "sha256": identity}, f"veedor says {facts['identity']}")
    require(facts["root"]["computed"] == statement["root"], f"veedor says {facts['root']}")
    require(bundle.name == f"{statement['mission']}-{identity[:8]}.evb.zip", f"it is named {bundle.name}")
    return f"{statement['leaves']} leaves, and every other byte follows from the statement and the files"


if __name__ == "__main__":
    if sys.argv[1:] == ["--vector"]:
        vector()
    elif sys.argv[1:]:
        for path in sys.argv[1:]:
            try:
                print(path, verified(path)[0])
            except (Wrong, KeyError, ValueError, zipfile.BadZipFile) as problem:
                print(path, "is wrong:", problem)
                sys.exit(1)
    else:
        from mission import Failure, show

        def checked(folder):
            try:
                return bundle_identity(folder)
            except Wrong as problem:
                raise Failure(str(problem)) from problem

        show(checked)
