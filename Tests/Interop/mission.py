"""A copy of the reference mission in a temporary folder, and Veedor at work on it."""

import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
EXECUTABLE = os.environ.get("VEEDOR_EXECUTABLE", str(PACKAGE / ".build/release/veedor"))
REFERENCE = pathlib.Path(os.environ.get("VEEDOR_MISSION", PACKAGE / "Workspaces/honduras_2017"))
BAGIT = PACKAGE / ".build-interop/bagit/bin/bagit.py"

# What Veedor makes in a workspace; everything else is the user's.
MADE = ("results", "bundles", ".veedor")
# What the names of files that are being written begin with.
PART = ".veedor-part-"


class Failure(Exception):
    """Something is not as it must be."""


def require(condition, message):
    if not condition:
        raise Failure(message)


def tree(folder):
    """Each path below the folder with the digest of its file; folders have none."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        name = str(path.relative_to(folder))
        found[name] = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
    return found


def differences(left, right):
    """The paths at which two trees differ."""
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def require_same(left, right, what):
    names = differences(left, right)
    require(not names, f"{what}: {len(names)} differ, first {names[:5]}")


class Mission:
    """A workspace in a folder of its own."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    @classmethod
    def copy(cls, folder):
        """A copy of the reference mission at `folder`, without what Veedor made there."""
        shutil.copytree(REFERENCE, folder, ignore=lambda path, _: MADE if pathlib.Path(path) == REFERENCE else ())
        return cls(folder)

    def copied(self, folder):
        """A copy of this workspace with all that Veedor made, in place of what stands at `folder`."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return Mission(folder)

    def veedor(self, *words, status=0, **options):
        """Runs `veedor` on the workspace; the words before the folder's name end at the first option."""
        command = [EXECUTABLE, *words[:1 + (words[0] == "bundle")], str(self.folder), *words[1 + (words[0] == "bundle"):]]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=120, **options)
        require(
            status is None or done.returncode == status,
            f"'veedor {' '.join(words)}' ended with {done.returncode}, not {status}\n{done.stdout}{done.stderr}")
        return done

    def complete(self, **options):
        """The whole chain; the path of the bundle."""
        self.veedor("run", **options)
        self.veedor("draft", **options)
        return self.pack(**options)

    def pack(self, **options):
        return pathlib.Path(json.loads(self.veedor("bundle", "create", "--json", **options).stdout)["bundles"][0]["path"])

    def plan(self):
        return json.loads(self.veedor("plan", "--json").stdout)["steps"]

    def users_files(self):
        """The tree of what is not Veedor's."""
        return {name: it for name, it in tree(self.folder).items() if name.split("/")[0] not in MADE}

    def made(self):
        """The tree of results and bundles."""
        return {name: it for name, it in tree(self.folder).items() if name.split("/")[0] in ("results", "bundles")}

    def require_kept_is_whole(self, reference):
        """What the plan calls current must have the reference's bytes, and so must every bundle."""
        made = self.made()
        for step in self.plan():
            # A draft has one edition, so its instant is not in its path.
            is_draft = step["use"] == "drafting.draft"
            instant = None if is_draft else step["as_of"]
            edition = f"as_of/{re.sub('[-:]', '', instant)}/" if instant else ""
            place = f"results/{edition}{step['id']}/"
            if step["state"] == "current":
                wrong = [name for name, it in reference.items() if name.startswith(place) and made.get(name) != it]
                require(not wrong, f"{place} is called current, but is not whole: {wrong}")
                require(f"{place}record.json" in made, f"{place} is called current without a record")
        for name, digest in made.items():
            if name.startswith("bundles/") and PART not in name:
                require(digest == reference.get(name), f"{name} is not whole")

    def leftovers(self):
        """The files that were being written when something ended Veedor."""
        return [str(path) for path in self.folder.rglob(PART + "*")]


def show(body):
    """Runs the body in a temporary folder; ends with its one line, or with what is wrong and status 1."""
    name = pathlib.Path(sys.argv[0]).stem
    with tempfile.TemporaryDirectory(prefix="veedor-interop-") as folder:
        try:
            print(f"{name}: {body(pathlib.Path(folder))}")
        except Failure as failure:
            print(f"{name}: FAILED: {failure}", file=sys.stderr)
            sys.exit(1)
