public import Diagnostics
public import Files
import Tables
public import Times

extension AnyDatasetKind {
  /// Reads the file at `path`, as ``source(_:dataset:file:name:zone:threads:)`` does.
  public func source(
    _ declaration: DatasetDeclaration, dataset: String, path: String, name: String, zone: Zone, threads: Int = 1
  ) throws(DiagnosticsError) -> DatasetSource {
    let file: MappedFile
    do throws(FileError) {
      file = try MappedFile(path: path)
    } catch {
      throw DiagnosticsError(error, at: .init(file: name))
    }
    return try source(declaration, dataset: dataset, file: file, name: name, zone: zone, threads: threads)
  }

  /// Reads `file` as the workspace declares it.
  ///
  /// `name` is its path as users see it. Rows that the declaration filters out are not looked at further; every other
  /// row is checked. Throws a `DiagnosticsError` with everything that is wrong with the file's columns and values, or
  /// with what the file holds in all.
  public func source(
    _ declaration: DatasetDeclaration, dataset: String, file: MappedFile, name: String, zone: Zone, threads: Int = 1
  ) throws(DiagnosticsError) -> DatasetSource {
    var reader = reader(for: declaration, dataset: dataset)
    reader.threads = threads
    var source = DatasetSource(
      dataset: dataset, file: name, table: Table(), declaration: declaration, zone: zone)
    if declaration.isMapped {
      let mapping = ColumnMapping(columns(for: declaration), source)
      reader.columns = try mapping.fileColumns()
      reader.isForeign = true
      source = try mapping.source(from: try reader.read(file, name: name), threads: threads)
    } else {
      source.table = try reader.read(file, name: name)
    }
    if let published = declaration.published { source.table = source.table.published(at: published) }
    let problems = source.unmetExpectations() + source.doubtfulColumns()
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return source
  }
}

extension Table {
  /// The table with `instant` as the time of publication of the rows that have none.
  fileprivate func published(at instant: Instant) -> Table {
    let (days, from, to) = (dayColumn("published"), instantColumn("published_from"), instantColumn("published_to"))
    func isEmpty<Value>(_ column: Column<Value>?) -> Bool { column.map { $0.missing.count == rowCount } ?? true }
    // Both columns share one store where no row has a time of its own.
    let constant = AnyColumn.dateTime(Column(values: Array(repeating: instant, count: rowCount)))
    let isConstant = isEmpty(days) && isEmpty(from) && isEmpty(to)
    func filled(_ column: Column<Instant>?) -> AnyColumn {
      isConstant
        ? constant
        : .dateTime(
          Column(
            (0..<rowCount).map { row in
              days?[row] == nil && from?[row] == nil && to?[row] == nil ? instant : column?[row]
            }))
    }
    let changed = ["published_from": filled(from), "published_to": filled(to)]
    let columns = zip(columnNames, columns).map { (name: $0, column: changed[$0] ?? $1) }
    return (try? Table(columns)) ?? self
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
      guard let column = table.integerColumn(name) else {
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
