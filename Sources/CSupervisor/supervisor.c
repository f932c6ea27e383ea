#define _GNU_SOURCE
#include "CSupervisor.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const int forwarded[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

static int64_t milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/// Ends the process with a last line for the module's log, which the host shows.
static void give_up(const char *what) {
  dprintf(STDERR_FILENO, "%s: %s\n", what, strerror(errno));
  _exit(127);
}

/// The parent of process `number`, or -1.
static pid_t parent_of(const char *number) {
  char path[64], text[512];
  snprintf(path, sizeof path, "/proc/%s/stat", number);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return -1;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  if (count <= 0) return -1;
  text[count] = 0;
  // The name in parentheses may hold anything; state and parent stand behind the last one.
  char *rest = strrchr(text, ')');
  int parent;
  return rest && sscanf(rest + 1, " %*c %d", &parent) == 1 ? parent : -1;
}

/// Sends KILL to every child. None of their numbers can be another's meanwhile: only this process fetches them.
static void kill_children(void) {
  DIR *all = opendir("/proc");
  if (!all) return;
  for (struct dirent *entry; (entry = readdir(all));)
    if (isdigit((unsigned char)entry->d_name[0]) && parent_of(entry->d_name) == getpid())
      kill(atoi(entry->d_name), SIGKILL);
  closedir(all);
}

/// Fetches the children that have ended, waiting for the first with `flags` 0; whether `program` was among them, with
/// its `status`. `*none` tells that there is no child left.
static int fetch(pid_t program, int *status, int flags, int *none) {
  int found = 0, one;
  *none = 0;
  for (;;) {
    pid_t ended = waitpid(-1, &one, flags);
    if (ended < 0 && errno == EINTR) continue;
    if (ended < 0) *none = 1;
    if (ended <= 0) return found;
    if (ended == program) {
      *status = one;
      found = 1;
    }
    flags = WNOHANG;
  }
}

/// Ends as the program ended.
static void end_as(int status) {
  if (WIFEXITED(status)) _exit(WEXITSTATUS(status));
  int number = WTERMSIG(status);
  struct rlimit nothing = {0, 0};
  setrlimit(RLIMIT_CORE, &nothing);
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  kill(getpid(), number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  _exit(128 + number);
}

static pid_t start(const char *path, char **words) {
  pid_t supervisor = getpid(), program = fork();
  if (program < 0) give_up("cannot be started");
  if (program > 0) return program;
  setsid();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != supervisor) _exit(127);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execv(path, words);
  give_up("cannot be started");
  return -1;
}

static void supervise(pid_t host, int64_t grace, const char *path, char **words) {
  sigset_t taken;
  sigemptyset(&taken);
  sigaddset(&taken, SIGCHLD);
  for (unsigned i = 0; i < sizeof forwarded / sizeof *forwarded; i++) sigaddset(&taken, forwarded[i]);
  sigprocmask(SIG_SETMASK, &taken, NULL);
  if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) give_up("cannot be supervised");
  // Not PR_SET_PDEATHSIG: that tells of the thread that started this process. Without a descriptor (before Linux 5.3)
  // the parent is looked at every second.
  int host_end = (int)syscall(SYS_pidfd_open, host, 0), told = signalfd(-1, &taken, SFD_CLOEXEC | SFD_NONBLOCK);
  if (told < 0) give_up("cannot be supervised");
  pid_t program = start(path, words);
  // The pipes are the program's alone, so that they end with it.
  int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int i = 0; i < 3; i++) dup2(nothing, i);

  int status = 0, ended = 0, none = 0;
  int64_t deadline = -1;
  while (!ended && getppid() == host) {
    int64_t left = deadline < 0 ? (host_end < 0 ? 1000 : -1) : deadline - milliseconds();
    if (deadline >= 0 && left <= 0) break;
    struct pollfd waits[] = {{told, POLLIN, 0}, {host_end, POLLIN, 0}};
    poll(waits, 2, (int)left);
    if (waits[1].revents) break;
    struct signalfd_siginfo it;
    while (read(told, &it, sizeof it) == sizeof it) {
      if (it.ssi_signo == SIGCHLD) continue;
      // Before the program has its session, there is no group of it.
      if (kill(-program, (int)it.ssi_signo) != 0) kill(program, (int)it.ssi_signo);
      if (deadline < 0) deadline = milliseconds() + grace;
    }
    ended = fetch(program, &status, WNOHANG, &none);
  }
  while (!none) {
    kill_children();
    fetch(program, &status, 0, &none);
  }
  end_as(status);
}

int veedor_signal(int process, int number) { return (int)syscall(SYS_pidfd_send_signal, process, number, NULL, 0); }

// The loader hands constructors the arguments of the program (glibc).
__attribute__((constructor)) static void become_supervisor(int count, char **words) {
  if (count < 5 || strcmp(words[0], VEEDOR_SUPERVISOR) != 0) return;
  supervise(atoi(words[1]), atoll(words[2]), words[3], words + 4);
}
