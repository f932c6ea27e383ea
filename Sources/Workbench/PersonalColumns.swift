import Bundles
import Compression
import Disclosure
import Files
import ModuleKit
import Workspaces

/// The columns of the workspace's files that tell of persons, and the files without them.
struct PersonalColumns {
  /// The columns, by dataset.
  let columns: [String: [String]]
  /// What each file that has any is without them, by its path.
  private(set) var files: [String: [UInt8]] = [:]
  /// Columns that a file has not, or that cannot be cut out of it.
  private(set) var problems: [Diagnostic] = []

  /// The most bytes that come out of a file that is compressed.
  private static let mostUnpacked = 1 << 30

  /// Those that `personal` names in the workspace file, and those that the kinds of its datasets mark.
  init(of workspace: Workspace) throws {
    var columns: [String: [String]] = [:]
    for dataset in workspace.datasets where dataset.ledgerRows == nil {
      let declared = Set(dataset.declaration.personal)
      let marked = dataset.kind.columns(for: dataset.declaration).filter { $0.role == .personal }.flatMap {
        dataset.declaration.columns[$0.name]?.columns ?? [$0.name]
      }
      // What an edition lacks already is cut all the same: a file can have come back.
      let names = declared.union(marked).sorted()
      let withheld = workspace.withheld?.columns[dataset.id] ?? []
      guard !names.isEmpty else { continue }
      var found: Set<String> = []
      for path in dataset.files {
        let file = try workspace.folder.input(path)
        guard let missing = try Self.cut(names, out: file, path, dataset, into: &files) else {
          problems.append(Diagnostic(RunMessage.personalData(dataset: dataset.id, column: names[0])))
          continue
        }
        found.formUnion(Set(names).subtracting(missing))
        // A slip in a name would hand out the column.
        for name in missing where declared.contains(name) && !withheld.contains(name) {
          problems.append(Diagnostic(RunMessage.noSuchColumn(name), at: .init(file: path)))
        }
      }
      if !found.isEmpty { columns[dataset.id] = found.sorted() }
    }
    self.columns = columns
  }

  /// `files` of a bundle, without the columns.
  func applied(to files: [BundleFile]) -> [BundleFile] {
    files.map { file in
      let path = file.path.hasPrefix("workspace/") ? String(file.path.dropFirst("workspace/".count)) : ""
      return self.files[path].map { BundleFile(file.path, .bytes($0)) } ?? file
    }
  }

  /// Puts the file at `path` without `names` among `files`; gives those that it has not, and nil where it is no CSV.
  private static func cut(
    _ names: [String], out file: MappedFile, _ path: String, _ dataset: Workspace.Dataset,
    into files: inout [String: [UInt8]]
  ) throws -> [String]? {
    let isPacked = path.hasSuffix(".gz")
    guard dataset.declaration.member == nil, path.hasSuffix(".csv") || path.hasSuffix(".csv.gz") else { return nil }
    let format = dataset.declaration.format
    let cut = ColumnCut(
      of: names, delimiter: format.delimiter.byte, quote: format.quote.byte, header: format.headerLine)
    // Several datasets can rest on one file, each with columns of its own.
    let plain: [UInt8]
    if let before = files[path] {
      plain = isPacked ? try decompress(before, .gzip, limit: mostUnpacked) : before
    } else {
      plain = isPacked ? try decompress(file.content, .gzip, limit: mostUnpacked) : try file.content
    }
    let (bytes, missing) = plain.withUnsafeBytes { cut.cut($0) }
    if missing.count < names.count { files[path] = isPacked ? try compress(bytes, .gzip) : bytes }
    return missing
  }
}
