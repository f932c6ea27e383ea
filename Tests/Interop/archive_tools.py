#!/usr/bin/env python3
"""Shows that the tools of others open the bundle and find it whole, and that Veedor itself calls it intact."""

import json
import subprocess
import zipfile

from mission import BAGIT, EXECUTABLE, Mission, require, show


def archive_tools(folder):
    bundle = Mission.copy(folder / "mission").complete()
    bag = folder / "bag"
    commands = [
        ["unzip", "-t", bundle],
        ["bsdtar", "-t", "-f", bundle],
        ["7z", "t", bundle],
        ["unzip", "-q", bundle, "-d", bag],
        [BAGIT, "--validate", bag],
    ]
    for command in commands:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        require(done.returncode == 0, f"{command}\n{done.stdout}")
        print(f"  passed: {command[0]} {command[1]}".replace(str(BAGIT.parent), ""))
        # A warning with status 0 would be one that somebody sees.
        require("warning" not in done.stdout.lower(), done.stdout)
    with zipfile.ZipFile(bundle) as archive:
        require(archive.testzip() is None, "Python's zipfile finds a bad entry")
        names = archive.namelist()
    print("  passed: Python's zipfile")
    verdict = json.loads(subprocess.run([EXECUTABLE, "bundle", "verify", bundle, "--json"], stdout=subprocess.PIPE).stdout)
    require(verdict.get("verdict") == "intact", f"veedor says {verdict}")
    print("  intact: veedor bundle verify")
    return f"the bundle of {len(names)} entries passes unzip, zipfile, bsdtar, 7z and bagit.py"


show(archive_tools)
