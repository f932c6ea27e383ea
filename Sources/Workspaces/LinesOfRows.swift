import Diagnostics
import Files
import ModuleKit
import Tables

extension WorkspaceFolder {
  /// `problems`, those of rows of `dataset` with the lines on which the rows begin in their files, where that is not said.
  ///
  /// Rows are told by their numbers as long as nothing is wrong; only now the files are read again for their lines.
  func withLines(_ problems: [Diagnostic], of dataset: Workspace.Dataset) -> [Diagnostic] {
    func place(_ problem: Diagnostic) -> (file: String, row: Int)? {
      guard let location = problem.location, location.range == nil, location.sheet == nil, let row = problem.datum?.row,
        problem.datum?.dataset == dataset.id, dataset.files.contains(location.file)
      else { return nil }
      return (location.file, row - 1)
    }
    var lines: [String: [Int: Int]] = [:]
    for (file, places) in Dictionary(grouping: problems.compactMap(place), by: \.file) {
      var reader = CSVReader(columns: [], format: dataset.declaration.format)
      reader.isForeign = true
      let rows = Set(places.map(\.row))
      // What cannot be read again is told without lines.
      guard let mapped = try? input(file) else { continue }
      lines[file] = try? reader.lines(of: rows, in: mapped, name: file, member: dataset.declaration.member)
    }
    return problems.map { problem in
      guard let (file, row) = place(problem), let line = lines[file]?[row] else { return problem }
      var problem = problem
      problem.location?.range = MarkRange(Mark(line: line, column: 1), Mark(line: line, column: 2))
      return problem
    }
  }
}
