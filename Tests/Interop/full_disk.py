#!/usr/bin/env python3
"""Shows that on a full disk `run`, `draft` and `bundle create` say so and end with status 1, that nothing half-written is
counted and nothing of the user's is lost, and that the next run completes to the same bytes once there is room.

Needs to mount a small file system in memory; where that is not allowed, says so and shows nothing."""

import re
import subprocess

from mission import Mission, require, require_same, show, tree
from small_disk import PAGE, fill, mounted

CLEAR = re.compile(r"cannot (write|create|rename|make) '[^']+': no space left on the disk")


def amounts(start, done):
    """Room to leave, in pages: from nothing to what the command's files need."""
    before = tree(start.folder)
    changed = [name for name, digest in tree(done.folder).items() if before.get(name) != digest]
    need = sum(-((done.folder / name).stat().st_size // -PAGE) for name in changed)
    return sorted({0, 1, 2, 4, 8} | {need * eighths // 8 for eighths in range(1, 9)})


def refused(mission, words, reference, users_files):
    """Runs a command that has too little room. Whether it was refused; there may have been enough after all."""
    done = mission.veedor(*words, status=None)
    require(done.returncode in (0, 1), f"{words} ended with {done.returncode}: {done.stderr}")
    require_same(users_files, mission.users_files(), "the user's files")
    text = done.stdout + done.stderr
    require("Fatal" not in text and "Traceback" not in text, text)
    if done.returncode == 1:
        require(CLEAR.search(text), f"{words} does not say what is wrong:\n{text}")
    mission.require_kept_is_whole(reference)
    return done.returncode == 1


def on_disk(disk, command, start, done):
    """One command with each amount of room, then with plenty. How often it was refused."""
    words, count = command.split(), 0
    users_files, reference, room = start.users_files(), done.made(), amounts(start, done)
    for pages in room:
        mission = start.copied(disk / "mission")
        fill(disk, pages)
        count += refused(mission, words, reference, users_files)
        (disk / "ballast").unlink()
        mission.veedor(*words)
        where = f"'{command}' after too little room, {pages} pages"
        require_same(reference, mission.made(), where)
        require(not mission.leftovers(), f"{where}: left over {mission.leftovers()}")
    print(f"  '{command}': refused {count} times with room for {room} pages of 4 KiB, complete afterwards")
    return count


def full_disk(folder):
    disk = folder / "disk"
    if not mounted(disk):
        return "skipped: this user cannot mount a file system"
    try:
        here, total = Mission.copy(folder / "mission"), 0
        for command in ["run", "draft", "bundle create"]:
            start = here.copied(folder / "start")
            here.veedor(*command.split())
            total += on_disk(disk, command, start, here)
        return f"{total} refusals said clearly, each run completed to the same bytes once there was room"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


show(full_disk)
