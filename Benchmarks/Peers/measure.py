"""Times one piece of work in this process, and prints what Bench reads: wall, CPU, peak, answer."""

import time


def measure(work, answer):
    """Runs work once; answer says what came out of it, and is not timed."""
    wall, cpu = time.perf_counter(), time.process_time()
    value = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))
    print(wall, cpu, peak, answer(value), sep="\t")
