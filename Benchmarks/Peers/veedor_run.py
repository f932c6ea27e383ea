"""Runs analyses of a workspace with the executable, anew: EXECUTABLE ANALYSIS... WORKSPACE; prints what Bench reads."""

import os
import resource
import shutil
import subprocess
import sys
import time

executable, *analyses, workspace = sys.argv[1:]
for folder in ("results", ".veedor"):
    shutil.rmtree(os.path.join(workspace, folder), ignore_errors=True)
only = [word for name in analyses for word in ("--only", name)]
begin = time.perf_counter()
subprocess.run([executable, "run", workspace, *only], check=True, stdout=subprocess.DEVNULL)
wall = time.perf_counter() - begin
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, f"{len(analyses)} analyses", sep="\t")
