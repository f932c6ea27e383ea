#ifndef VEEDOR_CSUPERVISOR_H
#define VEEDOR_CSUPERVISOR_H

// The supervisor of a module's program: a process between the host and the program, which sees to it that nothing of
// the program outlives either of them.
//
// A program that is linked with this target becomes a supervisor when it is started under the name below, before
// anything else of it runs:
//
//     argv = {VEEDOR_SUPERVISOR, host, grace, path, program's argv...}
//
// `host` is the number of the process that starts it, `grace` milliseconds, `path` the program's file. The supervisor
// starts the program in a session of its own, and ends as the program ends. INT, TERM, HUP and QUIT go on to the
// program's group; when the grace is over, when the program has ended, or when the host is dead, every process that is
// left of it is ended with KILL, in whatever session it is. Linux alone: it adopts the program's orphans, which
// elsewhere nobody can.

#define VEEDOR_SUPERVISOR "veedor-module-supervisor"

/// Sends signal `number` to the process that the descriptor `process` is of; -1, with `errno` set, where that fails.
int veedor_signal(int process, int number);

#endif
