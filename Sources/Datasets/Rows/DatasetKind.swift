public import Diagnostics
import Language
public import Tables
public import Times

/// A kind of dataset: how its file becomes checked content.
///
/// Column names stand here and nowhere else; operations receive typed content.
public struct DatasetKind<Content: Sendable>: Sendable {
  /// The name in workspace files.
  public let id: String
  /// What datasets of this kind hold.
  public let summary: String
  /// The columns, given what the workspace says of the dataset.
  private let makeColumns: @Sendable (DatasetDeclaration) -> [KindColumn]
  private let load: @Sendable (DatasetSource) throws(DiagnosticsError) -> Content
  private let keep: @Sendable (Table, [Int]) -> Table

  /// What the workspace can say of a dataset of this kind; contest and track it must.
  public let takes: Set<DatasetDeclaration.Setting>

  /// The kind `id`: its columns, and how a checked table of them becomes content.
  ///
  /// `load` throws what a rule across several columns or rows finds wrong. `keep` gives the table with some of its
  /// rows alone; a kind whose rows speak of their neighbours says there what becomes of it.
  public init(
    _ id: String, _ summary: String, columns: [KindColumn],
    keep: @escaping @Sendable (Table, [Int]) -> Table = { $0.filtered(rows: $1) },
    load: @escaping @Sendable (DatasetSource) throws(DiagnosticsError) -> Content
  ) {
    self.init(id, summary, takes: [], columns: { _ in columns }, keep: keep, load: load)
  }

  /// The kind `id`, some of whose columns stand once for each option of the contest.
  public init(
    _ id: String, _ summary: String, columns: @escaping @Sendable (Contest) -> [KindColumn],
    keep: @escaping @Sendable (Table, [Int]) -> Table = { $0.filtered(rows: $1) },
    load: @escaping @Sendable (DatasetSource) throws(DiagnosticsError) -> Content
  ) {
    self.init(
      id, summary, takes: [.contest], columns: { $0.contest.map(columns) ?? [] }, keep: keep, load: load)
  }

  /// The kind `id`, whose columns depend on what the workspace says of the dataset.
  public init(
    _ id: String, _ summary: String, takes: Set<DatasetDeclaration.Setting>,
    columns: @escaping @Sendable (DatasetDeclaration) -> [KindColumn],
    keep: @escaping @Sendable (Table, [Int]) -> Table = { $0.filtered(rows: $1) },
    load: @escaping @Sendable (DatasetSource) throws(DiagnosticsError) -> Content
  ) {
    (self.id, self.summary, self.takes, self.load, self.keep) = (id, summary, takes, load, keep)
    makeColumns = columns
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
  /// The columns, given what the workspace says of the dataset.
  func columns(for declaration: DatasetDeclaration) -> [KindColumn]
  /// The content of a checked table.
  func content(of source: DatasetSource) throws(DiagnosticsError) -> any Sendable
  /// The rows that were public at `instant`.
  func known(_ source: DatasetSource, at instant: Instant) -> DatasetSource
}

extension AnyDatasetKind {
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
  /// The columns, given what the workspace says of the dataset.
  public func columns(for declaration: DatasetDeclaration) -> [KindColumn] { makeColumns(declaration) }
  /// The content of a checked table.
  public func content(of source: DatasetSource) throws(DiagnosticsError) -> any Sendable {
    do throws(DiagnosticsError) { return try load(source) } catch { throw DiagnosticsError(error.all.byRow()) }
  }
  /// The rows that were public at `instant`.
  public func known(_ source: DatasetSource, at instant: Instant) -> DatasetSource {
    var known = source
    let rows = source.table.rows(knownAt: instant, in: source.zone)
    known.table = keep(source.table, rows)
    known.rowNumbers = rows.map { source.rowNumber($0) }
    return known
  }
}

/// One column of a kind.
public struct KindColumn: Sendable {
  /// What a column is for.
  public enum Role: Sendable {
    /// Part of what names a row; never missing, never twice.
    case key
    /// A value that every row has.
    case required
    /// A value that rows, or the whole file, may lack.
    case optional
    /// An optional value that tells of a person: no public edition carries it.
    case personal
  }

  /// The values as the file writes them.
  public enum Values: Sendable {
    /// Whole numbers, none below `least`.
    case integer(least: Int64?)
    /// Numbers with their printed decimals, none below `least`.
    case decimal(least: Int64?)
    /// Texts.
    case text
    /// One of a few words.
    case choice([String])
    /// Instants, RFC 3339 with an offset.
    case dateTime
    /// Days.
    case date
    /// `true` or `false`.
    case boolean
  }

  /// The name in the file's header.
  public var name: String
  /// What it is for.
  public var role: Role
  /// The values as the file writes them.
  public var values: Values
  /// What the values mean.
  public var summary: String

  /// The column `name`.
  public init(_ name: String, _ values: Values, role: Role = .optional, _ summary: String) {
    (self.name, self.role, self.values, self.summary) = (name, role, values, summary)
  }
}

/// What a kind loads from: the typed table, and what the workspace says of the dataset.
public struct DatasetSource: Sendable {
  /// The dataset's name in the workspace.
  public var dataset: String
  /// The file as users see it.
  public var file: String
  /// The rows, already checked column by column.
  public var table: Table
  /// What the workspace says of the dataset.
  public var declaration: DatasetDeclaration
  /// The zone in which bare days are read.
  public var zone: Zone
  /// The row of the file, from 0, that each row was; nil where they are the same.
  var rowNumbers: [Int]?
  /// Which rows of the file were read; nil where no filter leaves any out.
  public internal(set) var selection: RowSelection?

  /// The source of `dataset`.
  public init(dataset: String, file: String, table: Table, declaration: DatasetDeclaration, zone: Zone) {
    (self.dataset, self.file, self.table, self.declaration, self.zone) = (dataset, file, table, declaration, zone)
  }

  /// The source of `dataset`, of which the workspace says no more than its contest.
  public init(dataset: String, file: String, table: Table, contest: Contest? = nil, zone: Zone) {
    self.init(
      dataset: dataset, file: file, table: table, declaration: DatasetDeclaration(contest: contest), zone: zone)
  }

  /// The contest that the dataset names.
  public var contest: Contest? { declaration.contest }
  /// The source of datasets whose rows do not name theirs: what the workspace says, else the dataset's name.
  public var sourceKey: String { declaration.source?.en ?? dataset }

  /// The row of the file, from 0, that `row` was.
  func rowNumber(_ row: Int) -> Int { rowNumbers?[row] ?? row }
}

/// A dataset as operations and external modules get it.
public struct LoadedDataset: Sendable {
  /// Where it comes from, with its rows.
  public var source: DatasetSource
  /// What kind of dataset it is.
  public var kind: any AnyDatasetKind
  /// What the kind made of it.
  public var content: any Sendable

  /// A dataset of `kind`.
  public init(_ source: DatasetSource, kind: any AnyDatasetKind, content: any Sendable) {
    (self.source, self.kind, self.content) = (source, kind, content)
  }
}

extension LoadedDataset {
  /// The rows, from 0, by their keys; where several columns make the key, their values stand with `/` between them.
  public var rowsByKey: [String: Int] {
    let table = source.table
    let columns = kind.columns(for: source.declaration).filter { $0.role == .key }.compactMap { table[$0.name] }
    return Dictionary((0..<table.rowCount).map { row in (columns.map { $0.text(row) }.joined(separator: "/"), row) }) {
      first, _ in first
    }
  }
}
