#!/usr/bin/env python3
"""Shows that SIGKILL between and during entries of two persons who enter the ballots of one round at once loses none that was confirmed,
lets none in that was cut short, and changes no p-value.

An entry counts as confirmed where its command ended by itself. Each draw is entered by itself; what a kill left open is then entered from a
file, as somebody would go on the next day. The p-values must be those of a ledger into which both persons entered without a kill."""

import csv
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time

from mission import EXECUTABLE, require, show

SEED = 20171126
KILLS = 100
DICE = "27182818284590452353"
WORKSPACE = """veedor: 1
mission:
  id: harbour_2031
  title: Harbour council
  election_day: 2031-05-04
  time_zone: Atlantic/Azores
  languages: [en, es]
contests:
  mayor:
    rule: plurality
    options: {oak: {name: Oak}, elm: {name: Elm}}
datasets:
  boxes: {kind: ballot_manifest, path: boxes.csv}
  declared: {kind: bulletins, path: declared.csv, contest: mayor}
  checks: {kind: ballot_checks, from: ledger, contest: mayor, source: the mission}
analyses:
  audit: {use: recount.measure, on: {bulletins: declared, checks: checks, manifest: boxes}, with: {method: comparison, seed: "%s"}}
"""


class Desk:
    """A workspace, and two persons who enter into its ledger."""

    def __init__(self, folder, draws):
        self.folder, self.environment = folder, {**os.environ, "XDG_STATE_HOME": str(folder / "keys")}
        folder.mkdir()
        (folder / "veedor.yaml").write_text(WORKSPACE % DICE)
        (folder / "boxes.csv").write_text("container,batch,ballots\nhall,north,2000\nhall,south,2500\nschool,east,1500\n")
        (folder / "declared.csv").write_text("id,stage,votes_oak,votes_elm,source\nd,declared,3300,2700,board\n")
        self.veedor("recount", "draw", "--from", "boxes", "--seed", DICE, "--size", str(draws), "--with-replacement", "--to", "draw")
        self.authors = [self.veedor("key", "new").stdout.strip() for _ in range(2)]
        with open(folder / "draw/sample.csv", newline="") as sample:
            self.rows = [self.looked_at(row) for row in csv.DictReader(sample)]
        with open(folder / "read.csv", "w", newline="") as file:
            writer = csv.DictWriter(file, self.rows[0].keys())
            writer.writeheader()
            writer.writerows(self.rows)

    @staticmethod
    def looked_at(row):
        """The row with what is read on its ballot: one in forty differs from its record."""
        draw, number = int(row["draw"]), int(row["ballot"])
        record = "oak" if number % 20 < 11 else "elm"
        return {**row, "paper": "no_vote" if draw % 40 == 7 else record, "record": record}

    def veedor(self, *words, status=0):
        done = subprocess.run([EXECUTABLE, *words], cwd=self.folder, env=self.environment, capture_output=True, text=True)
        require(done.returncode == status, f"'{' '.join(words)}' ended with {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def entering(self, author, *words):
        return ["recount", "enter", "draw", "--round", "1", "--author", author, "--json", *words]

    def finish(self):
        """Both persons enter whatever they have not, from a file; the p-values."""
        for author in self.authors:
            done = json.loads(self.veedor(*self.entering(author, "--from", "read.csv")).stdout)
            require(done["entered"] == done["draws"] == len(self.rows), f"not all is entered: {done['entered']}")
        require(len(done["standing"]["agreed"]) == len(self.rows), f"not all is agreed: {done['standing']}")
        self.veedor("run")
        return (self.folder / "results/audit/tables/p_values.csv").read_bytes()


class Person(threading.Thread):
    """Enters one draw after another, and is killed now and then."""

    def __init__(self, desk, author, seed, kills, usual):
        super().__init__()
        self.desk, self.author, self.kills, self.usual = desk, author, kills, usual
        self.generator = random.Random(seed)
        self.confirmed, self.killed, self.failed = {}, 0, []

    def run(self):
        rows = list(self.desk.rows)
        self.generator.shuffle(rows)
        while self.killed < self.kills and not self.failed:
            open_rows = [row for row in rows if row["draw"] not in self.confirmed] or rows
            self.enter(open_rows[0])

    def enter(self, row):
        words = [f"{name}={row[name]}" for name in ("draw", "paper", "record")]
        child = subprocess.Popen(
            [EXECUTABLE, *self.desk.entering(self.author, *words)], cwd=self.desk.folder, env=self.desk.environment,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            out, errors = child.communicate(timeout=self.generator.uniform(0, 2 * self.usual))
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            out, errors = child.communicate()
        if child.returncode == -signal.SIGKILL:
            self.killed += 1
        elif child.returncode == 0:
            ids = [entry["id"] for entry in json.loads(out)["entries"]]
            self.confirmed.setdefault(row["draw"], set()).update(ids)
        else:
            self.failed.append(errors)


def kills(folder):
    draws = max(60, KILLS // 2)
    reference = Desk(folder / "reference", draws).finish()
    desk = Desk(folder / "mission", draws)
    began = time.monotonic()
    # Nobody's entry yet: what a command takes that has nothing to write.
    desk.veedor(*desk.entering(desk.authors[0], "draw=1", "paper=nothing"), status=2)
    usual = time.monotonic() - began
    persons = [Person(desk, author, SEED + place, KILLS // 2, usual) for place, author in enumerate(desk.authors)]
    for person in persons:
        person.start()
    for person in persons:
        person.join()
        require(not person.failed, f"an entry was refused: {person.failed[:1]}")
    desk.veedor("ledger", "check")
    there = {record["id"] for record in json.loads(desk.veedor("log", "list", "--json").stdout)["records"]}
    confirmed = {it for person in persons for ids in person.confirmed.values() for it in ids}
    require(confirmed <= there, f"confirmed, and not there: {sorted(confirmed - there)[:3]}")
    require(desk.finish() == reference, "the p-values are not those of the ledger that nobody disturbed")
    desk.veedor("ledger", "check")
    killed = sum(person.killed for person in persons)
    return (
        f"{killed} kills of two persons who entered {draws} ballots at once, {len(confirmed)} entries confirmed and all there, "
        f"{len(there) - len(confirmed)} more that were on the disk when their command was killed; the same p-values")


if len(sys.argv) > 1:
    KILLS = int(sys.argv[1])
show(kills)
