#!/usr/bin/env python3
"""Shows that SIGKILL at any system call of `run`, `draft` and `bundle create` costs nothing but the work of that command.

At seeded random calls, from workspaces that are fresh, half done, or done with one input changed since: the user's files
stay as they are; nothing is called current that is not whole; a bundle stands under its name only if it is whole; and
the same command then completes and leaves exactly the bytes of a run that nobody disturbed, without leftovers. `init` makes
a whole workspace or none, and the next one takes away what a killed one left; `bundle verify` changes nothing.
"""

import collections
import concurrent.futures
import json
import os
import random
import sys

import traced
from mission import EXECUTABLE, PART, Mission, differences, require, require_same, show, tree

SEED = 20171126
KILLS = {"run": 200, "draft": 200, "bundle create": 200, "init": 200, "bundle verify": 200}
CHANGED = "data/claims.csv"


def change(mission):
    """Takes the first row out of an input."""
    path = mission.folder / CHANGED
    header, _, *rows = path.read_text().splitlines(keepends=True)
    path.write_text("".join([header, *rows]))


def starts(folder):
    """For each command, workspaces on which it has work to do, by name."""
    fresh = Mission.copy(folder / "fresh")
    half = fresh.copied(folder / "half")
    names = [step["id"] for step in half.plan()]
    half.veedor("run", "--only", names[0])
    whole = fresh.copied(folder / "whole")
    whole.complete()
    changed = whole.copied(folder / "changed")
    change(changed)
    computed = fresh.copied(folder / "computed")
    computed.veedor("run")
    stale = changed.copied(folder / "stale")
    stale.veedor("run")
    drafted = computed.copied(folder / "drafted")
    drafted.veedor("draft")
    again = stale.copied(folder / "again")
    again.veedor("draft")
    return {
        "run": {"fresh": fresh, "half done": half, "one input changed": changed},
        "draft": {"no drafts": computed, "drafts of older results": stale},
        "bundle create": {"no bundle": drafted, "the bundle is there": whole, "an older bundle is there": again},
    }


class Story:
    """One command on one start, and what it must lead to."""

    def __init__(self, command, name, start, folder):
        self.command, self.name, self.start = command, name, start
        self.words = command.split()
        self.users_files = start.users_files()
        reference = start.copied(folder / f"{command} {name}")
        reference.veedor(*self.words)
        self.reference = reference.made()
        counted = start.copied(reference.folder)
        # Taking the lock is where reading and comparing ends and writing begins.
        lock = counted.folder / ".veedor/lock"
        lock.unlink(missing_ok=True)
        self.last, self.work, status = traced.run([EXECUTABLE, *self.words, str(counted.folder)], sign=lock)
        require(status == 0, f"'{command}' ended with {status} under the tracer")
        require(self.work < self.last, f"'{command}' has nothing to write where {name}")

    def check_killed(self, mission):
        """What must hold between the kill and the next run. How far the command had come, in words."""
        require_same(self.users_files, mission.users_files(), "the user's files")
        made = mission.made()
        parts = [name for name in made if PART in name]
        mission.require_kept_is_whole(self.reference)
        for name in (mission.folder / ".veedor").glob("*.json"):
            json.loads(name.read_text())
        left = len(differences(self.reference, {n: it for n, it in made.items() if n not in parts}))
        before = len(differences(self.reference, self.start.made()))
        progress = "nothing written yet" if left == before else "all written" if left == 0 else "some written"
        return progress, bool(parts)

    def strike(self, folder, numbers):
        """Kills the command at each of the numbers in turn, then lets it complete. How far each had come."""
        mission = self.start.copied(folder)
        found = []
        for number in numbers:
            while (status := traced.run([EXECUTABLE, *self.words, str(mission.folder)], kill_at=number)[2]) == 0:
                # It needed fewer calls than the one that was counted, as threads have it.
                mission, number = self.start.copied(folder), number * 3 // 4
            try:
                require(status == -9, f"it ended with {status}")
                found.append(self.check_killed(mission))
            except Exception as error:
                raise type(error)(f"after call {number} of '{self.command}', {self.name}: {error}")
        where = f"after kills at {numbers} of '{self.command}', {self.name}"
        mission.veedor(*self.words)
        require_same(self.reference, mission.made(), f"{where}: what the next run leaves")
        require_same(self.users_files, mission.users_files(), f"{where}: the user's files")
        require(not mission.leftovers(), f"{where}: left over {mission.leftovers()}")
        return found


def strike_init(folder, number):
    """Kills `init` at a call, and lets the next one complete: what it makes, and whether the killed one left parts."""
    folder.mkdir()
    workspace = folder / "w"
    status = traced.run([EXECUTABLE, "init", str(workspace)], kill_at=number)[2]
    require(status in (0, -9), f"'init' ended with {status} at call {number}")
    parts = any(PART in name for name in tree(folder))
    whole = tree(workspace) if workspace.exists() else None
    # One that was killed behind its last rename has done its work; another folder beside it cleans up as well.
    traced.run([EXECUTABLE, "init", str(folder / "next" if whole else workspace)])
    left = [name for name in tree(folder) if PART in name]
    require(not left, f"left over after 'init' was killed at call {number}: {left}")
    return whole or tree(workspace), parts


def strike_verify(bundle, number):
    """Kills `bundle verify` at a call: what stands in the bundle's folder."""
    status = traced.run([EXECUTABLE, "bundle", "verify", str(bundle)], kill_at=number)[2]
    require(status in (0, -9), f"'bundle verify' ended with {status} at call {number}")
    return tree(bundle.parent), False


def kills_alone(folder, pool, generator):
    """Kills of the commands that work on no workspace."""
    mission = Mission.copy(folder / "packed")
    bundle = mission.complete()
    whole = folder / "whole workspace"
    starts = {
        "init": (["init", str(whole)], lambda place, number: pool.submit(strike_init, place, number)),
        "bundle verify": (["bundle", "verify", str(bundle)], lambda _, number: pool.submit(strike_verify, bundle, number)),
    }
    total = 0
    for command, (words, strike) in starts.items():
        last, _, status = traced.run([EXECUTABLE, *words])
        require(status == 0, f"'{command}' ended with {status} under the tracer")
        reference = tree(whole if command == "init" else bundle.parent)
        numbers = [generator.randint(1, last) for _ in range(KILLS[command])]
        futures = [strike(folder / f"{command} {i}", number) for i, number in enumerate(numbers)]
        parts = 0
        for number, future in zip(numbers, futures):
            seen, left = future.result()
            parts += left
            require_same(reference, seen, f"after a kill of '{command}' at call {number}")
        require(traced.run([EXECUTABLE, "bundle", "verify", str(bundle)])[2] == 0, "the bundle is no longer intact")
        print(f"  survived: {len(numbers)} kills of '{command}' (system calls: {last}), {parts} with parts left behind")
        total += len(numbers)
    return total


def kills(folder):
    generator = random.Random(SEED)
    lines, total = [], 0
    with concurrent.futures.ProcessPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for command, stories in starts(folder).items():
            stories = [Story(command, name, start, folder) for name, start in stories.items()]
            struck, jobs = 0, []
            while struck < KILLS[command]:
                story = stories[len(jobs) % len(stories)]
                # Now and then a second and a third kill before anybody comes to complete the work.
                count = min(generator.choice([1, 1, 1, 3]), KILLS[command] - struck)
                # A quarter anywhere, the others where it matters most: from the moment at which it starts to write.
                numbers = [generator.randint(generator.choice([1] + [story.work] * 3), story.last) for _ in range(count)]
                jobs.append((story, numbers))
                struck += count
            found = collections.Counter()
            futures = [
                pool.submit(story.strike, folder / f"{command} {number}", numbers)
                for number, (story, numbers) in enumerate(jobs)]
            for future in futures:
                found.update(future.result())
            spread = collections.Counter()
            for (progress, part), times in found.items():
                spread[progress] += times
                spread["with a file half written"] += times * part
            calls = ", ".join(f"{story.name}: {story.last}, writing from {story.work}" for story in stories)
            print(f"  survived: {struck} kills of '{command}' (system calls: {calls})")
            print(f"    found: {', '.join(f'{words} {times}' for words, times in sorted(spread.items()))}")
            total += struck
        total += kills_alone(folder, pool, generator)
    return f"{total} kills, and the next run completes to the same bytes each time"


if len(sys.argv) > 1:
    KILLS = {command: int(sys.argv[1]) for command in KILLS}
show(kills)
