import Glibc

/// The permissions of the file at `path`.
func permissions(_ path: String) -> UInt32 {
  var status = stat()
  stat(path, &status)
  return status.st_mode & 0o7777
}
