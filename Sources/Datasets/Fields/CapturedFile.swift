public import Tables

/// A file of the workspace that a row names: the captured copy of a page, a scan.
///
/// The host sees to it that the file is there, inside the folder and reached without links, and packs it into bundles with
/// the dataset.
public struct CapturedFile: FieldValue, Equatable {
  /// The path inside the workspace's folder.
  public let path: String

  /// Paths.
  public static var written: KindColumn.Values { .file }
  /// The paths of `column`.
  public static func values(of column: AnyColumn) -> TextColumn? { String.values(of: column) }
  /// The file in `row`; nil where there is none.
  public static func value(_ row: Int, of values: TextColumn) -> CapturedFile? {
    values[row].flatMap { $0.isEmpty ? nil : CapturedFile(path: $0) }
  }
}

extension AnyDatasetKind {
  /// Whether rows of a dataset of the kind can name files.
  public func namesFiles(for declaration: DatasetDeclaration) -> Bool {
    columns(for: declaration).contains { if case .file = $0.values { true } else { false } }
  }

  /// The files that rows of `source` name, each with the first row, from 0, and the column that names it.
  public func capturedFiles(of source: DatasetSource) -> [(path: String, row: Int, column: String)] {
    var seen: Set<String> = []
    var out: [(path: String, row: Int, column: String)] = []
    for column in columns(for: source.declaration) {
      guard case .file = column.values, case .text(let paths)? = source.table[column.name] else { continue }
      for row in 0..<source.table.rowCount {
        guard let path = paths[row], !path.isEmpty, seen.insert(path).inserted else { continue }
        out.append((path, row, column.name))
      }
    }
    return out
  }
}
