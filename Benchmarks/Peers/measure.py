"""Times a piece of work in this process, and prints what Bench reads: for each stage, and for the whole at last, wall
seconds, CPU seconds, peak bytes, and the stage's name or what came out."""

import time


def measure(work, answer):
    """Runs work once; answer says what came out of it, and is not timed.

    Work in stages is a dictionary of functions by name; each gets what the one before it gave."""
    begin = now()
    if callable(work):
        value = work()
    else:
        value = None
        for name, stage in work.items():
            start = now()
            value = stage() if value is None else stage(value)
            report(start, name)
    report(begin, None, lambda: answer(value))


def now():
    return time.perf_counter(), time.process_time()


def report(start, name, answer=None):
    wall, cpu = (end - begin for end, begin in zip(now(), start))
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))
    print(wall, cpu, peak, name or answer(), sep="\t")
