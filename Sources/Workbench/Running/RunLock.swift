import Files
import ModuleKit
import Workspaces

extension PrivateFolder {
  /// Holds the workspace until the lock is let go: one run or packing at a time writes into it.
  /// - Throws: ``RunMessage/busy`` where another one holds it.
  func lockForRun() throws -> FileLock {
    do {
      return try made().lock("lock")
    } catch FileError.locked {
      throw DiagnosticsError(RunMessage.busy)
    }
  }
}
