import Files
import Glibc

extension FileError {
  /// Whether there is nothing at the path.
  var isAbsence: Bool {
    if case .system(_, _, let reason) = self { return reason.number == ENOENT }
    return false
  }
}
