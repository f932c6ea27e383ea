#!/usr/bin/env python3
"""Shows that results, drafts and the bundle are the same bytes whatever the folder, locale, time zone and number of
cores, and again when the mission is run from the extracted bundle."""

import os
import subprocess

from mission import Mission, require, require_same, show, tree

CIRCUMSTANCES = [
    ("plain", {"LC_ALL": "C", "TZ": "UTC", "LANG": "C"}, None),
    ("eine längere Mission mit Leerzeichen", {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kathmandu", "LANG": "fr_FR.UTF-8"}, 0),
    ("türkçe", {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Apia", "LANG": "C"}, None),
]


def make_locales(folder):
    """Locales whose decimal mark, collation and letter case differ from C's, in a folder of their own."""
    for name in ["de_DE", "fr_FR", "tr_TR"]:
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", folder / f"{name}.UTF-8"], check=True)


def same_bytes(folder):
    locales = folder / "locales"
    locales.mkdir()
    make_locales(locales)
    first = None
    for name, variables, core in CIRCUMSTANCES:
        (folder / name).mkdir()
        mission = Mission.copy(folder / name / name)
        environment = {**os.environ, "LOCPATH": str(locales), **variables}
        bundle = mission.complete(
            env=environment, preexec_fn=None if core is None else lambda: os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[0]}))
        made = mission.made()
        if first is None:
            first = (mission, bundle, made)
        require_same(first[2], made, f"made under {variables}")
        print(f"  the same bytes: {len(made)} paths under {variables}" + ("" if core is None else " on one core"))
    mission, bundle, made = first
    bag = folder / "bag"
    subprocess.run(["unzip", "-q", bundle, "-d", bag], check=True)
    again = Mission(bag / "data/workspace")
    repacked = again.complete()
    require(repacked.read_bytes() == bundle.read_bytes(), "the bundle packed from the extracted bundle differs")
    require_same(tree(mission.folder / "results"), tree(again.folder / "results"), "run again from the bundle")
    packed = {**tree(bag / "data/results"), **tree(bag / "data/drafts")}
    require_same(packed, tree(again.folder / "results"), "packed and run again")
    print(f"  the same bytes: {len(packed)} paths run again from the extracted bundle, and the bundle packed again")
    return f"the same {len(made)} paths under {len(CIRCUMSTANCES)} circumstances and from the extracted bundle"


show(same_bytes)
