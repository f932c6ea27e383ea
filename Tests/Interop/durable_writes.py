#!/usr/bin/env python3
"""Shows, from a trace of system calls, that every file of a result and of a bundle is written beside its place, synced,
renamed to it, and that the folder is synced after that; and that a result's record comes last."""

import re
import subprocess

from mission import EXECUTABLE, PART, Mission, require, show, tree

CALL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)(?:<(.*)>)?")
CALLS = "openat,write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,ftruncate,close"


def traced_calls(folder, command):
    """The calls of each thread, in its order: name, arguments, and the path of the descriptor it returned."""
    # One file a thread: a file is written by one thread, and within it the order is plain.
    subprocess.run(
        ["strace", "-ff", "-y", "-s", "0", "-e", f"trace={CALLS}", "-o", folder / "trace", *command],
        check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    for path in sorted(folder.glob("trace.*")):
        lines = path.read_text().splitlines()
        yield [match.groups() for match in map(CALL.match, lines) if match and int(match.group(3)) >= 0]


def steps_of_files(calls, root):
    """For each file that a thread put in its place: what was done for it, in order; and the order of the files."""
    steps, places = {}, []
    part, final = None, None
    for name, arguments, _, opened in calls:
        subject = (re.match(r"\d+<(.*?)>", arguments) or [None, None])[1]
        if name == "openat" and "O_CREAT" in arguments and opened and PART in opened:
            part, final = opened, None
            steps[part] = ["create beside"]
            require("O_EXCL" in arguments, f"{part} is made without O_EXCL")
        elif part and subject == part and name in ("write", "pwrite64", "writev"):
            if steps[part][-1] != "write":
                steps[part].append("write")
        elif part and subject == part and name == "fsync":
            steps[part].append("sync")
        elif name.startswith("rename"):
            # A name stands behind the folder that it is in, or is a path of its own.
            names = re.findall(r'(?:\d+<(.*?)>, )?"([^"]*)"', arguments)
            require(len(names) == 2 and part and part.endswith(names[0][1].rsplit("/", 1)[-1]), f"a rename of {names}")
            final = str(root / names[1][0] / names[1][1])
            steps[final] = steps.pop(part) + ["rename"]
            places.append(final)
            part = None
        elif final and name == "fsync" and subject == final.rsplit("/", 1)[0]:
            steps[final].append("sync the folder")
            final = None
    require(part is None, f"{part} was never renamed")
    return steps, places


def check(folder, mission, words, wanted):
    """Traces one command; the files in the workspace that `wanted` picks must all have been made as promised."""
    before = tree(mission.folder)
    folder.mkdir()
    seen, order = {}, []
    for calls in traced_calls(folder, [EXECUTABLE, *words, str(mission.folder)]):
        steps, places = steps_of_files(calls, mission.folder)
        seen.update(steps)
        order.append(places)
    good = ["create beside", "write", "sync", "rename", "sync the folder"]
    made = [
        str(mission.folder / name) for name, digest in tree(mission.folder).items()
        if digest != "folder" and before.get(name) != digest and wanted(name)]
    require(made, f"'{' '.join(words)}' made nothing")
    for name in made:
        require(seen.get(name) == good, f"{name}: {seen.get(name)}")
    for place in {name.rsplit("/record.json")[0] for name in made if name.endswith("/record.json")}:
        # Another result's folder may begin with the same letters, so the blank before the slash counts.
        of_result = [name for places in order for name in places if name.startswith(place + "/")]
        require(of_result[-1] == f"{place}/record.json", f"{place}: the record is not the last of {of_result}")
    print(f"  {len(made)} files of '{' '.join(words)}': {', '.join(good)}")
    return len(made)


def durable_writes(folder):
    mission = Mission.copy(folder / "mission")
    results = lambda name: name.startswith("results/")
    count = check(folder / "run", mission, ["run"], results)
    count += check(folder / "draft", mission, ["draft"], results)
    count += check(folder / "bundle", mission, ["bundle", "create"], lambda name: name.startswith("bundles/"))
    return f"{count} files, each written, synced, renamed, its folder synced; each record last"


show(durable_writes)
