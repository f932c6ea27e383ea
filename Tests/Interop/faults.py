#!/usr/bin/env python3
"""Shows that a system call that fails, of whatever kind, is an error with a message, or nothing that matters: no command dies
by a signal or hangs, the user's files stay as they are, and the same command then completes to the same bytes.

`strace` makes the N-th call of a kind fail, in each thread, for numbers that grow until a command has no such call.
"""

import re
import shutil
import subprocess

from mission import EXECUTABLE, Mission, require, require_same, show

# Without memory and threads, which the runtime cannot do without: it says so and ends.
FAULTS = {
    "openat": "EMFILE", "read": "EIO", "write": "ENOSPC", "fsync": "EIO", "renameat": "EIO", "mkdirat": "ENOSPC",
    "newfstatat": "EIO", "fstat": "EIO", "getdents64": "EIO", "unlinkat": "EACCES", "flock": "ENOLCK", "fcntl": "EINVAL",
    "pwrite64": "ENOSPC",
}
# The runtime looks now and then whether its threads wait, and ends the program where it cannot: nothing of ours is asked.
# As after a kill, the user's files stay and the next command completes.
RUNTIMES = re.compile(r"/proc/\d+/stat\b.*\(INJECTED\)")
NUMBERS = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89]


def strike(start, folder, words, kind, number):
    """One fault in one command on a copy of `start`: how the command ended; None where it has no such call."""
    mission = start.copied(folder / "struck")
    before, logs = mission.users_files(), folder / "calls"
    shutil.rmtree(logs, ignore_errors=True)
    logs.mkdir()
    fault = f"{kind}:error={FAULTS[kind]}:when={number}"
    done = subprocess.run(
        ["strace", "-ff", "-y", "-o", logs / "thread", "-e", f"trace={kind}", "-e", f"inject={fault}", EXECUTABLE, *words,
         str(mission.folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    calls = "".join(log.read_text() for log in logs.iterdir())
    if "(INJECTED)" not in calls:
        return None
    where = f"'{' '.join(words)}' with {fault}"
    if not RUNTIMES.search(calls):
        require(0 <= done.returncode < 128, f"{where} died: {done.returncode} {done.stderr[-300:]}")
        # Where it cannot write, it may be the message itself.
        require(done.returncode == 0 or done.stderr or kind == "write",
                f"{where} says nothing and ends with {done.returncode}")
    require_same(before, mission.users_files(), f"{where}: the user's files")
    mission.veedor(*words)
    return done.returncode, mission


def faults(folder):
    fresh = Mission.copy(folder / "fresh")
    computed = fresh.copied(folder / "computed")
    computed.veedor("run")
    drafted = computed.copied(folder / "drafted")
    drafted.veedor("draft")
    count = 0
    for command, start in {"run": fresh, "draft": computed, "bundle create": drafted}.items():
        words, told = command.split(), []
        whole = start.copied(folder / "reference")
        whole.veedor(*words)
        reference = whole.made()
        for kind in FAULTS:
            for number in NUMBERS:
                found = strike(start, folder, words, kind, number)
                if not found:
                    break
                status, mission = found
                require_same(reference, mission.made(), f"after {kind} {number} of '{command}'")
                require(not mission.leftovers(), f"left over after {kind} {number} of '{command}'")
                told.append(status != 0)
        print(f"  {len(told)} faults of '{command}': {sum(told)} were told, {len(told) - sum(told)} did not matter")
        count += len(told)
    return f"{count} faults, no command died, and the next one completes to the same bytes each time"


show(faults)
