internal import Glibc

/// How many files the process may have open.
public enum OpenFiles {
  /// Allows as many as the system lets the user have: a dataset can be thousands of files, each held open from the check
  /// to the end, and most systems start programs with 1,024.
  public static func allowMost() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    // Where it is not granted, opening one too many is an error with its file.
    _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
