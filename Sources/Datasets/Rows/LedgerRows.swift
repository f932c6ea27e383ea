public import Diagnostics
public import Ledger
import Tables
import Times

/// How the rows of a kind of dataset are made of the ledger's records: a pure function of the set of entries.
///
///     LedgerRows("incidents") { view, _ in
///       view.records.filter { $0.kind == EntryKind.incident.id }.map { ["id": $0.id.hex, "category": …] }
///     }
///
/// The rows are read as a file of the kind is, so that whatever reads such a file reads the ledger.
public struct LedgerRows: Sendable {
  /// The kind of dataset.
  public let kind: String
  private let make: @Sendable (LedgerView, Contest?) -> [[String: String]]

  /// Rows of `kind`, of the contest where the dataset has one, each with the texts of its columns by their names; what a row lacks is
  /// missing.
  public init(_ kind: String, _ make: @escaping @Sendable (LedgerView, Contest?) -> [[String: String]]) {
    (self.kind, self.make) = (kind, make)
  }

  /// The rows that `view` makes for `contest`.
  public func rows(of view: LedgerView, for contest: Contest? = nil) -> [[String: String]] { make(view, contest) }
}

extension DatasetReading {
  /// The dataset of `rows`, each with the texts of its columns by their names.
  ///
  /// Throws a `DiagnosticsError` with what is wrong with them.
  public func source(of rows: [[String: String]]) throws(DiagnosticsError) -> DatasetSource {
    let reader = try reader()
    let named = rows.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
    let columns = reader.columns.filter { $0.role != .optional || named.contains($0.name) }.map(\.name)
    let file: [UInt8]
    do throws(TableMessage) {
      var builder = try TableBuilder(columns.map { ($0, .text) })
      for row in rows { try builder.append(columns.map { name in row[name].map(Cell.text) ?? .missing }) }
      file = builder.table.canonicalCSV
    } catch {
      throw DiagnosticsError([Diagnostic(error, at: .init(file: self.file), datum: .init(dataset: dataset))])
    }
    var source = try source(from: try reader.read(file, name: self.file))
    source.records = keys(of: source)
    return source
  }
}
