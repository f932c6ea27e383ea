#!/usr/bin/env python3
"""Shows that SIGKILL during appends by four processes to one feed, and a full disk, lose no entry that was confirmed and let
none in that was cut short; and that no entry stands without the private value that it has the hash of.

An entry counts as confirmed where its id was printed. After each round the feed must hold every confirmed id, in one chain that
`ledger check` finds intact; then a merge is killed, and the next one comes to the same bytes."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time

from mission import EXECUTABLE, PART, require, require_same, show, tree
from small_disk import fill, mounted

SEED = 20171126
KILLS = 2000
PROCESSES = 4
FULL = "no space left on the disk"


class Ledger:
    """A workspace whose ledger several processes write, as one author."""

    def __init__(self, folder, keys):
        self.folder, self.environment = folder, {**os.environ, "XDG_STATE_HOME": str(keys)}
        self.confirmed = set()
        self.killed = self.refused = 0

    def command(self, *words):
        return [EXECUTABLE, *words, "-C", str(self.folder)]

    def veedor(self, *words, status=0, **options):
        done = subprocess.run(
            self.command(*words), env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
        require(
            status is None or done.returncode == status,
            f"'{' '.join(words)}' ended with {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def begin(self):
        subprocess.run([EXECUTABLE, "init", str(self.folder)], check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        self.veedor("key", "new")

    def feed(self):
        return next((self.folder / "ledger").glob("*.*/feed.jsonl"))

    def append(self, text, delay):
        """Appends an entry, and kills the process after `delay` seconds where it is not done by then."""
        child = subprocess.Popen(
            self.command("log", "add", "report", f"text={text}", f"contact=who told {text}"), env=self.environment, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        try:
            out, _ = child.communicate(timeout=delay)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            out, _ = child.communicate()
            self.killed += child.returncode == -signal.SIGKILL
        # A line without its end may be the beginning of an id.
        self.confirmed |= {line.strip() for line in out.splitlines(keepends=True) if line.endswith("\n")}

    def require_whole(self):
        done = self.veedor("ledger", "check", status=None)
        require(done.returncode == 0, f"'ledger check' ended with {done.returncode}\n{done.stdout}{done.stderr}")
        records = json.loads(self.veedor("log", "list", "--json").stdout)["records"]
        lost = self.confirmed - {record["id"] for record in records}
        require(not lost, f"confirmed, and not there: {sorted(lost)[:3]}")
        apart = {path.stem for path in (self.folder / "ledger/private").glob("*.json")}
        without = {record["id"] for record in records} - apart
        require(not without, f"entries without their private values: {sorted(without)[:3]}")
        return len(records)


def strike(ledger, generator, kills):
    """Rounds of four processes each, until so many were killed."""
    began = time.monotonic()
    ledger.append("the first one", 60)
    usual = time.monotonic() - began
    rounds = 0
    while ledger.killed < kills:
        rounds += 1
        delays = [generator.uniform(0, 2.5 * usual) for _ in range(PROCESSES)]
        threads = [
            threading.Thread(target=ledger.append, args=(f"round {rounds}, {number}", delay))
            for number, delay in enumerate(delays)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if rounds % 10 == 0:
            ledger.require_whole()
    entries = ledger.require_whole()
    ledger.append("the last one", 60)
    require(ledger.require_whole() == entries + 1, "nothing can be appended after the kills")
    ledger.veedor("log", "erase", "--pending", "--yes")
    require(not ledger.veedor("ledger", "check").stderr, "what was cut short is told after it was removed")
    return rounds, entries


def fill_up(ledger, disk):
    """Appends with too little room, then with enough."""
    for pages in (0, 1, 2, 3, 4, 6, 8):
        fill(disk, pages)
        done = ledger.veedor("log", "add", "report", "text=" + "x" * 9000, "contact=x", status=None)
        (disk / "ballast").unlink()
        require(done.returncode in (0, 1), f"'log add' ended with {done.returncode}\n{done.stderr}")
        if done.returncode == 0:
            ledger.confirmed.add(done.stdout.strip())
        else:
            require(FULL in done.stderr and not done.stdout, f"a full disk is not said:\n{done.stdout}{done.stderr}")
            ledger.refused += 1
        ledger.require_whole()
    ledger.append("with room", 60)
    ledger.require_whole()


def merge(ledger, folder, generator):
    """Kills merges into fresh copies, then lets one end: the same files each time."""
    ledger.veedor("ledger", "sign")
    began = time.monotonic()
    reference = Ledger(folder / "reference", folder / "keys of another")
    reference.begin()
    reference.veedor("ledger", "merge", str(ledger.folder))
    usual = time.monotonic() - began
    other = Ledger(folder / "other", folder / "keys of another")
    subprocess.run([EXECUTABLE, "init", str(other.folder)], check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    for _ in range(20):
        child = subprocess.Popen(
            other.command("ledger", "merge", str(ledger.folder)), env=other.environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        time.sleep(generator.uniform(0, usual))
        child.kill()
        child.wait()
    other.veedor("ledger", "merge", str(ledger.folder))
    found = {name: it for name, it in tree(other.folder / "ledger").items() if PART not in name}
    require_same(tree(reference.folder / "ledger"), found, "the merged ledgers")


def kills(folder):
    generator = random.Random(SEED)
    ledger = Ledger(folder / "mission", folder / "keys")
    ledger.begin()
    rounds, entries = strike(ledger, generator, KILLS)
    merge(ledger, folder, generator)
    disk, full = folder / "disk", "a full disk was not tried: this user cannot mount a file system"
    if mounted(disk):
        try:
            small = Ledger(disk / "mission", folder / "keys of the small one")
            small.begin()
            fill_up(small, disk)
            full = f"{small.refused} appends refused on a full disk"
        finally:
            subprocess.run(["umount", str(disk)], check=False)
    return (
        f"{ledger.killed} kills in {rounds} rounds of {PROCESSES} processes, {len(ledger.confirmed)} entries confirmed and all "
        f"there, {entries} in all; {full}")


if len(sys.argv) > 1:
    KILLS = int(sys.argv[1])
show(kills)
