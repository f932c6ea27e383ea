"""A small file system in memory, which can be filled up."""

import os
import subprocess

SIZE = 4 << 20
PAGE = 4096


def mounted(folder):
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    return subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0


def fill(disk, pages):
    """Leaves room for so many pages."""
    status = os.statvfs(disk)
    with open(disk / "ballast", "wb") as ballast:
        ballast.write(bytes(max(0, status.f_bavail * status.f_frsize - pages * PAGE)))
