import Diagnostics
import Files
import ModuleKit

extension AnyDatasetKind {
  /// What is wrong with the files that rows of `source` name, in the order of the rows: each must be there, inside
  /// `folder`, and reached without links. What is the machine's own is no copy of anything.
  func captureProblems(of source: DatasetSource, in folder: WorkspaceFolder) -> [Diagnostic] {
    capturedFiles(of: source).compactMap { path, row, column in
      func problem(_ message: any DiagnosticMessage) -> Diagnostic {
        source.diagnostic(message, row: row, field: column, value: path)
      }
      guard StringFormat.path.admits(path), !path.hasPrefix("\(PrivateFolder.name)/") else {
        return problem(FileError.badPath(path))
      }
      do throws(FileError) {
        _ = try folder.input(path)
        return nil
      } catch {
        return problem(error.isAbsence ? WorkspaceMessage.fileNotThere(path, near: nil) : error)
      }
    }.byRow()
  }
}
