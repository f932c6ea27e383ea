public import Diagnostics
import Tables
public import Times

/// The reading of one dataset: what is asked of its files, and what becomes of what was read.
public struct DatasetReading: Sendable {
  private let kind: any AnyDatasetKind
  /// What the workspace says; its table is not there yet.
  private let target: DatasetSource
  private let threads: Int

  /// The reading of `dataset` as the workspace declares it, from the file that users see as `file`, or from several that
  /// they call so, by so many threads.
  public init(
    _ kind: any AnyDatasetKind, _ declaration: DatasetDeclaration, dataset: String, file: String, zone: Zone,
    threads: Int = 1
  ) {
    (self.kind, self.threads) = (kind, threads)
    target = DatasetSource(dataset: dataset, file: file, table: Table(), declaration: declaration, zone: zone)
  }

  /// What users call the files, for what is wrong with all of them.
  var file: String { target.file }
  /// The dataset's name in the workspace.
  var dataset: String { target.dataset }

  private var declaration: DatasetDeclaration { target.declaration }
  private func mapping(_ target: DatasetSource) -> ColumnMapping {
    ColumnMapping(kind.fields(for: declaration), target)
  }

  /// A reader of the file. Throws a `DiagnosticsError` where the workspace asks for what no file can give.
  func reader() throws(DiagnosticsError) -> CSVReader {
    var reader = kind.reader(for: declaration, dataset: target.dataset)
    reader.threads = threads
    if declaration.isMapped {
      reader.columns = try mapping(target).fileColumns()
      reader.isForeign = true
    }
    return reader
  }

  /// The keys of the rows of `source`.
  func keys(of source: DatasetSource) -> [RowKey] { kind.keys(of: source.table, declaration) }

  /// Puts a further file behind those in `joining`. Throws a `DiagnosticsError` where that is too much.
  func append(_ table: Table, to joining: inout TableJoining) throws(DiagnosticsError) {
    do throws(TableMessage) {
      try joining.append(table)
    } catch {
      throw DiagnosticsError([Diagnostic(error, at: .init(file: file), datum: .init(dataset: target.dataset))])
    }
  }

  /// The file inside that is read, where the files are archives.
  var member: String? { declaration.member }
  /// What the files are, where they are one thing at successive moments.
  var series: DatasetSeries? { declaration.series }

  /// The dataset, from the columns that its reader asked for, of one file or of several (`parts`) behind one another.
  ///
  /// Rows that the declaration filters out are not looked at further; every other row is checked. Throws a
  /// `DiagnosticsError` with what is wrong with its rows, or with what the file holds in all.
  func source(from file: Table, parts: FileParts? = nil) throws(DiagnosticsError) -> DatasetSource {
    try checked(mapped(file, parts))
  }

  /// The columns of the kind, made of those of the file; `name` is that of a file by itself, which need not hold what
  /// filters ask for unless it `isWhole`.
  private func mapped(
    _ file: Table, _ parts: FileParts? = nil, name: String? = nil, isWhole: Bool = true
  ) throws(DiagnosticsError) -> DatasetSource {
    var source = target
    (source.table, source.parts, source.places, source.file) = (file, parts, file.places, name ?? target.file)
    if declaration.isMapped {
      source = try mapping(source).source(from: file, parts: parts, isWhole: isWhole, threads: threads)
    } else if parts != nil {
      // Within a file the reader has looked.
      let problems = source.duplicateKeys(keys, threads: threads)
      guard problems.isEmpty else { throw DiagnosticsError(problems.byRow()) }
    }
    return source
  }

  /// A path that the workspace names, and at which nothing stands in any JSON document, is a slip.
  func checkPaths(in file: Table) throws(DiagnosticsError) {
    guard file.rowCount > 0 else { return }
    let problems = try reader().columns.filter { spec in
      spec.role != .optional && file[spec.name].map { $0.missing.count == file.rowCount } ?? false
    }.map { spec in
      let message = JSONMessage.nowhere(spec.header)
      return Diagnostic(
        message, at: .init(file: target.file),
        datum: .init(dataset: target.dataset, field: spec.header, rule: message.rule))
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
  }

  private var keys: [String] { kind.columns(for: declaration).filter { $0.role == .key }.map(\.name) }

  /// `source`, whose columns are those of the kind, where nothing is wrong with them as a whole.
  private func checked(_ source: DatasetSource) throws(DiagnosticsError) -> DatasetSource {
    var source = source
    let fields = kind.fields(for: declaration)
    if let published = declaration.published {
      fields.publication.read(source.table)
      source.table = source.table.published(at: published, fields.publication)
    }
    fields.read(source.table)
    let problems = source.unmetExpectations() + source.doubtfulColumns(fields) + source.timesOutOfReach().byRow()
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return source
  }

  // MARK: - Series

  /// Whether a file of a series is one row, a look at a count; else it holds all that was counted by then.
  var isOfCaptures: Bool { kind.columns(for: declaration).contains { $0.name == CaptureFields().from.name } }

  /// `files` in the order of their moments.
  func ordered(_ files: [String], _ series: DatasetSeries) throws(DiagnosticsError) -> [SeriesFile] {
    try series.ordered(files, zone: target.zone, dataset: target.dataset)
  }

  /// Bulletins, each of which is a capture.
  func captures(from file: Table, rows: [Int], _ files: [SeriesFile]) throws(DiagnosticsError) -> DatasetSource {
    let parts = files.count == 1 ? nil : FileParts(files.map(\.name), rows: rows)
    return try checked(mapped(file, parts).captured(files))
  }

  /// What exports show of sheets, of which nothing is seen yet.
  var seenSheets: SeenSheets {
    SeenSheets(key: keys[0], votes: kind.fields(for: declaration).votes.map(\.name))
  }

  /// Adds an export to `seen`; the last one holds what filters ask for.
  func add(_ table: Table, of file: SeriesFile, to seen: inout SeenSheets, isLast: Bool) throws(DiagnosticsError) {
    try seen.add(mapped(table, name: file.name, isWhole: isLast), file, rows: table.rowCount)
  }

  /// The sheets that a series of exports has shown.
  func sheets(_ seen: SeenSheets) throws(DiagnosticsError) -> DatasetSource {
    try checked(seen.source(target, kind.fields(for: declaration).publication))
  }
}

extension AnyDatasetKind {
  /// Reads the file at `path` as the workspace declares it.
  ///
  /// `name` is the path as users see it. Throws a `DiagnosticsError` with everything that is wrong with the file's columns
  /// and values, or with what the file holds in all.
  public func source(
    _ declaration: DatasetDeclaration, dataset: String, path: String, name: String, zone: Zone, threads: Int = 1
  ) throws(DiagnosticsError) -> DatasetSource {
    let reading = DatasetReading(self, declaration, dataset: dataset, file: name, zone: zone, threads: threads)
    return try reading.source(from: try reading.reader().read(path: path, name: name))
  }

  /// Reads the files at `paths`, one behind another, as the workspace declares them; users see them as `names`, and call
  /// all of them `name`. Throws as its sister for one file does.
  public func source(
    _ declaration: DatasetDeclaration, dataset: String, paths: [String], names: [String], name: String, zone: Zone,
    threads: Int = 1
  ) throws(DiagnosticsError) -> DatasetSource {
    let reading = DatasetReading(self, declaration, dataset: dataset, file: name, zone: zone, threads: threads)
    let pass = FilePass([reading], files: names) { (reader, index) throws(DiagnosticsError) in
      try reader.read(path: paths[index], name: names[index])
    }
    return try pass.source(0)
  }
}

extension DatasetSource {
  /// Where the file holds something else in all than the workspace expects.
  fileprivate func unmetExpectations() -> [Diagnostic] {
    let expected = declaration.expected
    var problems: [Diagnostic] = []
    func note(_ message: RowMessage, _ field: String?) {
      problems.append(
        Diagnostic(message, at: .init(file: file), datum: .init(dataset: dataset, field: field, rule: message.rule)))
    }
    if let rows = expected.rows, rows != table.rowCount { note(.expectedRows(rows, found: table.rowCount), nil) }
    for (name, total) in expected.totals.sorted(by: { $0.key < $1.key }) {
      guard case .integer(let column)? = table[name] else {
        note(.expectedUnknown(name, known: wholeColumns), name)
        continue
      }
      let found = Int(clamping: (0..<table.rowCount).reduce(into: Int128(0)) { $0 += Int128(column[$1] ?? 0) })
      if found != total { note(.expectedTotal(name, total, found: found), name) }
    }
    return problems
  }

  private var wholeColumns: [String] {
    zip(table.columnNames, table.columns).filter { $1.type == .integer }.map(\.0)
  }
}
