import Diagnostics
import Tables
import Times

extension DatasetSource {
  /// Bulletins of which each is a file of a series: when it was captured, that it was public by then, and that it follows
  /// the one before it. Throws a `DiagnosticsError` where a file is not one row.
  func captured(_ files: [SeriesFile]) throws(DiagnosticsError) -> DatasetSource {
    var rows = files.map { _ in 0 }
    for row in 0..<table.rowCount { rows[parts?.place(of: rowRead(row)).file ?? 0] += 1 }
    let problems = zip(files, rows).filter { $1 != 1 }.map { file, count in
      let message = RowMessage.notOneRow(count)
      return Diagnostic(message, at: .init(file: file.name), datum: .init(dataset: dataset, rule: message.rule))
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems.byRow()) }
    let (capture, publication, following) = (CaptureFields(), PublicationFields(), Field<Bool>.followsPrevious)
    let said = saidTwice([
      capture.from.name, capture.to.name, publication.day.name, publication.from.name, publication.to.name,
      publication.basis.name, following.name,
    ])
    guard said.isEmpty else { throw DiagnosticsError(said) }
    let to = AnyColumn.dateTime(Column(files.map(\.to)))
    var first = RowSet()
    if !files.isEmpty { first.insert(0) }
    let follows = Column(values: files.indices.map { $0 > 0 }, missing: first)
    var source = self
    source.table = table.replacing([
      capture.from.name: .dateTime(Column(files.map(\.from))), capture.to.name: to, publication.to.name: to,
      publication.basis.name: .text(
        TextColumn(repeating: Publication.Basis.inferred.rawValue, count: table.rowCount)),
      following.name: .boolean(follows),
    ])
    return source
  }

  /// Those of `columns` that have values, though the moments of a series say what stands there, and `published` of the
  /// dataset as well.
  func saidTwice(_ columns: [String]) -> [Diagnostic] {
    let given = columns.filter { table[$0].map { $0.missing.count < table.rowCount } ?? false }
    return (given + (declaration.published == nil ? [] : ["published"])).map { name in
      let message = RowMessage.seriesSaysWhen(name)
      return Diagnostic(
        message, at: .init(file: file), datum: .init(dataset: dataset, field: name, rule: message.rule))
    }
  }
}
