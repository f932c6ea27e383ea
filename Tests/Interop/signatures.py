#!/usr/bin/env python3
"""Shows that the tools of others check what Veedor signed, and that Veedor takes what they sign: securesystemslib's DSSE, and minisign."""

import hashlib
import json
import os
import subprocess
import sys
import zipfile

from mission import EXECUTABLE, PACKAGE, Mission, require, show

sys.path[:0] = map(str, (PACKAGE / ".build-interop/securesystemslib/lib").glob("python3*/site-packages"))

from securesystemslib.dsse import Envelope  # noqa: E402
from securesystemslib.exceptions import VerificationError  # noqa: E402
from securesystemslib.signer import CryptoSigner, SSlibKey  # noqa: E402

STATEMENT = "evb/statement.json"
MINISIG = STATEMENT + ".minisig"


def contents(bundle):
    with zipfile.ZipFile(bundle) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_file(bundle, path, name, content):
    """A copy of the bundle at `path` with a signature more and the manifest that follows."""
    files = {**contents(bundle), name: content}
    tags = [name for name in sorted(files, key=str.encode) if not name.startswith("data/") and "tagmanifest" not in name]
    files["tagmanifest-sha256.txt"] = "".join(f"{hashlib.sha256(files[tag]).hexdigest()}  {tag}\n" for tag in tags).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files, key=str.encode):
            archive.writestr(name, files[name])
    return path


def signatures(folder):
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    mission = Mission.copy(folder / "mission")
    mission.complete()

    def veedor(*arguments):
        return subprocess.run(
            [EXECUTABLE, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=mission.folder,
            text=True)

    def facts(bundle):
        return json.loads(veedor("bundle", "verify", "--content-only", "--json", bundle).stdout)

    key, mini = (veedor("key", "new", "--for", use).stdout.strip() for use in ("bundles", "minisign"))
    bundle = folder / "signed.evb.zip"
    require(veedor("bundle", "create", "--sign", "-o", bundle).returncode == 0, "the bundle is not signed")
    require(veedor("bundle", "sign", bundle, "--minisign").returncode == 0, "the bundle is not signed for minisign")
    stored = contents(bundle)
    dsse(facts, folder, bundle, stored, key)
    minisign(veedor, facts, folder, bundle, stored, mini)
    return "securesystemslib and minisign check what Veedor signed, and Veedor what they signed"


def dsse(facts, folder, bundle, stored, key):
    envelope = Envelope.from_dict(json.loads(next(it for name, it in stored.items() if "attestations" in name)))
    ours = SSlibKey(key, "ed25519", "ed25519", {"public": key})
    require(list(envelope.verify([ours], 1)) == [key], "securesystemslib does not take the signature")
    identity = hashlib.sha256(stored[STATEMENT]).hexdigest()
    statement = json.loads(envelope.payload)
    require(statement["subject"] == [{"name": STATEMENT, "digest": {"sha256": identity}}], f"it is about {statement}")
    try:
        Envelope(envelope.payload + b" ", envelope.payload_type, envelope.signatures).verify([ours], 1)
        require(False, "securesystemslib takes a changed payload")
    except VerificationError:
        print("  checked by securesystemslib: the signature of Veedor")
    theirs = CryptoSigner.generate_ed25519()
    digits = theirs.public_key.keyval["public"]
    theirs.public_key.keyid = digits
    signed = Envelope(envelope.payload, envelope.payload_type, {})
    signed.sign(theirs)
    content = json.dumps(signed.to_dict()).encode()
    name = f"evb/attestations/{hashlib.sha256(content).hexdigest()}.dsse.json"
    found = facts(with_file(bundle, folder / "more.evb.zip", name, content))
    require({it["key"] for it in found["signatures"]} == {key, digits}, f"Veedor finds {found['signatures']}")
    require(not found["signature_problems"] and found["verdict"] == "content_intact", f"Veedor says {found}")
    print("  checked by Veedor: the signature of securesystemslib")


def minisign(veedor, facts, folder, bundle, stored, key):
    for name in (STATEMENT, MINISIG):
        (folder / name.split("/")[1]).write_bytes(stored[name])

    def run(*arguments):
        return subprocess.run(["minisign", *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    done = run("-Vm", "statement.json", "-P", key)
    require(done.returncode == 0, f"minisign says {done.stdout}")
    (folder / "changed.json").write_bytes(stored[STATEMENT] + b" ")
    require(run("-Vm", "changed.json", "-x", "statement.json.minisig", "-P", key).returncode != 0, "minisign takes a change")
    print("  checked by minisign: the signature of Veedor")
    require(run("-GW", "-p", "their.pub", "-s", "their.key").returncode == 0, "minisign makes no key")
    require(run("-Sm", "statement.json", "-s", "their.key", "-x", "theirs.minisig").returncode == 0, "minisign does not sign")
    public = (folder / "their.pub").read_text().splitlines()[1]
    other = with_file(bundle, folder / "other.evb.zip", MINISIG, (folder / "theirs.minisig").read_bytes())
    require(facts(other)["unread"] == [MINISIG], "Veedor knows a key that nobody told it")
    mission = json.loads(stored[STATEMENT])["mission"]
    roster = {"mission": mission, "version": 1, "expires": "9999-12-31", "persons": {},
              "bundle_keys": [{"key": public, "person": "desk"}]}
    (folder / "roster.json").write_text(json.dumps(roster))
    require(veedor("ledger", "roster", folder / "roster.json").returncode == 0, "the roster is not trusted")
    found = facts(other)
    require([it["person"] for it in found["signatures"] if it["trusted"]] == ["desk"], f"Veedor finds {found['signatures']}")
    print("  checked by Veedor: the signature of minisign, by a key of the roster")


show(signatures)
