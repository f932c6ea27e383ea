"""A process whose system calls are counted over all its threads, and that can be killed at one of them.

`strace` can inject a signal too, but counts for each thread apart; here call number N is the N-th of the whole process.
Constants and layouts are those of ptrace(2); nothing in them depends on the processor.
"""

import ctypes
import os
import signal

TRACEME, SYSCALL, SETOPTIONS = 0, 24, 0x4200
# System-call stops are marked; threads and children are traced too; all die with the tracer.
OPTIONS = 0x1 | 0x2 | 0x4 | 0x8 | 0x00100000
CALL_STOP = signal.SIGTRAP | 0x80
ALL_KINDS = 0x40000000  # __WALL

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
libc.ptrace.restype = ctypes.c_long


def start(command):
    """Starts the command stopped before its first instruction, its output thrown away."""
    child = os.fork()
    if child == 0:
        try:
            nothing = os.open(os.devnull, os.O_RDWR)
            for number in (0, 1, 2):
                os.dup2(nothing, number)
            libc.ptrace(TRACEME, 0, None, None)
            os.kill(os.getpid(), signal.SIGSTOP)
            os.execv(command[0], command)
        finally:
            os._exit(127)
    os.waitpid(child, 0)
    if libc.ptrace(SETOPTIONS, child, None, OPTIONS) != 0:
        os.kill(child, signal.SIGKILL)
        raise OSError(ctypes.get_errno(), "ptrace")
    return child


def run(command, kill_at=None, sign=None):
    """Runs the command; kills it on entering its system call number `kill_at`, which is then not carried out.

    The number of calls it entered, how many of them before a file stood at the path `sign`, and its exit status: -9 where
    it was killed.
    """
    child = start(command)
    calls, before, inside = 0, 0, set()
    libc.ptrace(SYSCALL, child, None, 0)
    while True:
        thread, status = os.waitpid(-1, ALL_KINDS)
        if not os.WIFSTOPPED(status):
            if thread == child:
                return calls, before, os.waitstatus_to_exitcode(status)
            inside.discard(thread)
            continue
        stopped_by, passed_on = os.WSTOPSIG(status), 0
        if stopped_by == CALL_STOP:
            if thread in inside:
                inside.discard(thread)
            else:
                inside.add(thread)
                calls += 1
                if sign and before == calls - 1 and not os.path.exists(sign):
                    before = calls
                if calls == kill_at:
                    os.kill(child, signal.SIGKILL)
                    continue
        elif stopped_by not in (signal.SIGTRAP, signal.SIGSTOP):
            passed_on = stopped_by
        libc.ptrace(SYSCALL, thread, None, passed_on)
