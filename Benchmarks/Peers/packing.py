"""Packs a folder, or checks what was packed, in one of several ways: [EXECUTABLE] WAY WORKSPACE; prints what Bench reads.

The workspace has the folder 'evidence' as its attachments. What is checked was packed before, and is not timed."""

import concurrent.futures
import hashlib
import os
import resource
import shutil
import subprocess
import sys
import time
import zipfile
import zlib

*executable, way, workspace = sys.argv[1:]
made = os.path.join(workspace, "packed")
os.makedirs(made, exist_ok=True)
bundle, block = os.path.join(made, "evidence.evb.zip"), 1 << 20


def on_both(work, parts):
    """Runs work on two threads: zlib and hashlib leave the interpreter's lock alone."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for _ in pool.map(work, parts):
            pass


def paths():
    for folder, _, names in os.walk(os.path.join(workspace, "evidence")):
        for name in names:
            yield os.path.join(folder, name)


def pack_alone(path):
    """What packing cannot do without: reading, SHA-256, CRC-32, and deflating what gets smaller by it."""
    digest, crc = hashlib.sha256(), 0
    with open(path, "rb") as file:
        while part := file.read(block):
            digest.update(part)
            crc = zlib.crc32(part, crc)
            if not path.endswith(".jpg"):
                zlib.compress(part, 4)


def check_alone(archive):
    """What checking cannot do without: inflating, CRC-32 and SHA-256."""

    def check(entry):
        digest = hashlib.sha256()
        with archive.open(entry) as file:
            while part := file.read(block):
                digest.update(part)

    return check


def limit_of_packing():
    on_both(pack_alone, sorted(paths(), key=os.path.getsize, reverse=True))


def limit_of_checking():
    with zipfile.ZipFile(bundle) as archive:
        on_both(check_alone(archive), sorted(archive.infolist(), key=lambda entry: -entry.file_size))


def veedor(*arguments):
    return [*executable, *arguments, "--language", "en"]


ways = {
    "create": (veedor("bundle", "create", "-o", bundle, workspace), bundle),
    "zip": (["zip", "-r", "-6", "-q", os.path.join(made, "evidence.zip"), "evidence"], os.path.join(made, "evidence.zip")),
    "pigz": (["sh", "-c", "tar cf - evidence | pigz -6 -p2 > packed/evidence.tar.gz"], os.path.join(made, "evidence.tar.gz")),
    "limit_of_packing": (limit_of_packing, None),
    "verify": (veedor("bundle", "verify", bundle), None),
    "unzip": (["unzip", "-tq", bundle], None),
    "bagit": ([sys.executable, "-m", "bagit", "--quiet", "--validate", "--processes", "2", os.path.join(made, "bag")], None),
    "limit_of_checking": (limit_of_checking, None),
}
work, output = ways[way]
if output and os.path.exists(output):
    os.remove(output)
if way == "bagit" and not os.path.exists(os.path.join(made, "bag")):
    shutil.unpack_archive(bundle, os.path.join(made, "bag"), "zip")

before = resource.getrusage(resource.RUSAGE_CHILDREN), resource.getrusage(resource.RUSAGE_SELF)
begin = time.perf_counter()
if callable(work):
    work()
else:
    subprocess.run(work, cwd=workspace, check=True, stdout=subprocess.DEVNULL)
wall = time.perf_counter() - begin
after = resource.getrusage(resource.RUSAGE_CHILDREN), resource.getrusage(resource.RUSAGE_SELF)
cpu = sum(b.ru_utime + b.ru_stime - a.ru_utime - a.ru_stime for a, b in zip(before, after))
peak = after[1 if callable(work) else 0].ru_maxrss * 1024
print(wall, cpu, peak, f"{os.path.getsize(output) / 1e6:.1f} MB" if output else "the bundle", sep="\t")
