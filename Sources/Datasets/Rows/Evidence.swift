import Language
public import Schema

/// On what a finding rests; from the strongest to the weakest.
public enum Basis: String, Sendable, CaseIterable, Comparable, FieldValue {
  /// The mission saw it.
  case observed
  /// A second person of the mission checked it.
  case verified
  /// Somebody named reported it.
  case reported
  /// Somebody claims it.
  case alleged

  /// Bases compare from the strongest to the weakest.
  public static func < (a: Basis, b: Basis) -> Bool { a.rank < b.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Rows of a dataset that a finding rests on, by their keys.
public struct Evidence: Sendable, Equatable {
  /// The dataset's name in the workspace.
  public var dataset: String
  /// The keys of its rows; empty for the dataset as a whole.
  public var rows: [RowKey]
  /// The sources that the rows name, by key and then by address.
  public var citations: [Citation]
  /// The weakest basis of the rows.
  public var basis: Basis

  /// The rows with the keys `rows` of `dataset`.
  public init(dataset: String, rows: [RowKey], citations: [Citation], basis: Basis) {
    (self.dataset, self.rows, self.basis) = (dataset, rows, basis)
    self.citations = Citation.distinct(citations)
  }

  /// The rows with the keys `rows` of `dataset`, whose `sources` are known by their keys alone.
  public init(dataset: String, rows: [RowKey], sources: [String], basis: Basis) {
    self.init(
      dataset: dataset, rows: rows, citations: sources.map { Citation(CitedSource($0, label: Text($0))) }, basis: basis)
  }

  /// The keys of the sources, in byte order.
  public var sources: [String] { Set(citations.map(\.source.key)).sorted() }
}

extension Evidence {
  /// The evidence as results and the module protocol hold it.
  public var document: Value {
    [
      "dataset": .string(dataset), "rows": .list(rows.map { .string($0.text) }),
      "sources": .list(citations.map(\.document)),
      "basis": .string(basis.rawValue),
    ]
  }

  /// Reads what ``document`` writes; nil for anything else.
  public init?(document: Value) {
    guard let dataset = document["dataset"]?.string, let rows = document["rows"]?.texts,
      let list = document["sources"]?.list, let basis = document["basis"]?.string.flatMap(Basis.init)
    else { return nil }
    let citations = list.compactMap { Citation(document: $0) }
    guard citations.count == list.count else { return nil }
    self.init(dataset: dataset, rows: rows.map(RowKey.init(text:)), citations: citations, basis: basis)
  }
}
