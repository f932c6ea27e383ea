public import Diagnostics
public import Tables
public import Times

/// A kind of dataset: its fields, and how rows of them become checked content.
///
/// Columns are named in the kind's fields and nowhere else; operations receive typed content.
public struct DatasetKind<Content: Sendable>: Sendable {
  /// The name in workspace files.
  public let id: String
  /// What datasets of this kind hold.
  public let summary: String
  /// What the workspace can say of a dataset of this kind; contest and track it must.
  public let takes: Set<DatasetDeclaration.Setting>
  /// Whether its rows name their source, of which a register can say more.
  public let namesSources: Bool
  private let makeFields: @Sendable (DatasetDeclaration) -> any RowFields
  private let load: @Sendable (DatasetSource) throws(DiagnosticsError) -> Content
  private let keep: @Sendable (DatasetSource, [Int]) -> Table

  /// The kind `id`: its fields, given what the workspace says of the dataset, and how rows of them become content.
  ///
  /// `load` throws what a rule across several columns or rows finds wrong. A kind whose rows speak of their neighbours
  /// says in `keep` what becomes of the rows `kept` alone, which were at `rows`. Both get the fields with the columns of
  /// the table in them.
  public init<Fields: RowFields>(
    _ id: String, _ summary: String, takes: Set<DatasetDeclaration.Setting> = [],
    fields: @escaping @Sendable (DatasetDeclaration) -> Fields,
    keep: @escaping @Sendable (_ kept: Table, _ rows: [Int], Fields) -> Table = { kept, _, _ in kept },
    load: @escaping @Sendable (DatasetSource, Fields) throws(DiagnosticsError) -> Content
  ) {
    (self.id, self.summary, self.takes, makeFields) = (id, summary, takes, fields)
    namesSources = Fields.self is any SourcedFields.Type
    self.load = { (source) throws(DiagnosticsError) in
      let fields = fields(source.declaration)
      fields.read(source.table)
      var problems = source.publicationProblems(fields.publication)
      if let sourced = fields as? any SourcedFields { problems += sourced.provenance.unknownSources(in: source) }
      let content: Content
      do throws(DiagnosticsError) {
        content = try load(source, fields)
      } catch {
        throw DiagnosticsError((problems + error.all).byRow())
      }
      guard problems.isEmpty else { throw DiagnosticsError(problems.byRow()) }
      return content
    }
    self.keep = { source, rows in
      let (kept, fields) = (source.table.filtered(rows: rows), fields(source.declaration))
      fields.read(kept)
      return keep(kept, rows, fields)
    }
  }
}

/// A kind without its content type, for the registry.
public protocol AnyDatasetKind: Sendable {
  /// The name in workspace files.
  var id: String { get }
  /// What datasets of this kind hold.
  var summary: String { get }
  /// What the workspace can say of a dataset of this kind; contest and track it must.
  var takes: Set<DatasetDeclaration.Setting> { get }
  /// Whether its rows name their source, of which a register can say more.
  var namesSources: Bool { get }
  /// The fields, given what the workspace says of the dataset.
  func fields(for declaration: DatasetDeclaration) -> any RowFields
  /// The content of a checked table.
  func content(of source: DatasetSource) throws(DiagnosticsError) -> any Sendable
  /// The rows that were public at `instant`.
  func known(_ source: DatasetSource, at instant: Instant) -> DatasetSource
}

extension AnyDatasetKind {
  /// The columns, given what the workspace says of the dataset.
  public func columns(for declaration: DatasetDeclaration) -> [KindColumn] { fields(for: declaration).columns }

  /// The columns of a dataset of which the workspace says no more than its contest.
  public func columns(for contest: Contest?) -> [KindColumn] { columns(for: DatasetDeclaration(contest: contest)) }

  /// A reader of files whose columns are those of the kind.
  public func reader(for declaration: DatasetDeclaration, dataset: String) -> CSVReader {
    CSVReader(
      columns: columns(for: declaration).map(\.specification), format: declaration.format, dataset: dataset)
  }

  /// A reader of canonical files of a dataset of which the workspace says no more than its contest.
  public func reader(for contest: Contest?, dataset: String) -> CSVReader {
    reader(for: DatasetDeclaration(contest: contest), dataset: dataset)
  }
}

extension DatasetKind: AnyDatasetKind {
  /// The fields, given what the workspace says of the dataset.
  public func fields(for declaration: DatasetDeclaration) -> any RowFields { makeFields(declaration) }

  /// The content of a checked table.
  public func content(of source: DatasetSource) throws(DiagnosticsError) -> any Sendable { try load(source) }

  /// The rows that were public at `instant`.
  public func known(_ source: DatasetSource, at instant: Instant) -> DatasetSource {
    let source = source.undoingRevisions(after: instant)
    let fields = fields(for: source.declaration)
    fields.read(source.table)
    let rows = fields.publication.rows(knownAt: instant, in: source.zone)
    var known = source
    known.table = keep(source, rows)
    let places = Dictionary(zip(rows, 0...)) { first, _ in first }
    known.revisions = source.revisions.compactMap { revision in
      var moved = revision
      guard let row = places[revision.row] else { return nil }
      moved.row = row
      return moved
    }
    known.rowNumbers = rows.map { source.rowRead($0) }
    return known
  }
}
