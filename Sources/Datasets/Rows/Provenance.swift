import Diagnostics
public import Language
import Tables

/// Who says what a row says, on what basis, and since when.
public struct Provenance: Sendable, Equatable {
  /// The row's key.
  public var key: String
  /// Who says so, and where.
  public var citation: Citation
  /// On what the row rests.
  public var basis: Basis
  /// When it became known.
  public var publication: Publication

  /// The source's key.
  public var source: String { citation.source.key }
  /// How the source is named to readers.
  public var sourceName: Text { citation.source.label }
}

/// The fields that tell who says what a row says; kinds whose rows are published put them behind their own.
public struct ProvenanceFields: FieldGroup {
  let source = Field<String>(
    "source", role: .required,
    "who says so: a key of the register that the dataset names under `sources`, else of your own")
  let sourceName = BilingualField(
    "source", en: "the source's name for English readers, where there is no register",
    es: "the source's name for Spanish readers, where there is no register")
  let basis = Field<Basis>("basis", "on what the row rests; `reported` where empty")
  /// When a row became known.
  public let publication = PublicationFields()
  let recheck = Field<Bool>("recheck", "whether the row is still to be checked against its original")
  let note = Field<String>("note", "remarks, for readers of both languages where the next two are empty")
  let noteForReaders = BilingualField("note", en: "remarks for English readers", es: "remarks for Spanish readers")
  let url = Field<String>("url", "where the original stands; else that of the source stands for it")

  /// The fields `source` to `url`.
  public init() {}

  /// The provenance of every row of `dataset`, whose key is in `keys`.
  public func provenances(keys: Field<String>, in dataset: DatasetSource) -> [Provenance] {
    publication.publications(in: dataset.zone).enumerated().map { row, publication in
      Provenance(
        key: keys[row] ?? "", citation: citation(row, in: dataset), basis: basis[row] ?? .reported,
        publication: publication)
    }
  }

  /// The source that `row` of `dataset` names, as the register has it or the row itself.
  func citation(_ row: Int, in dataset: DatasetSource) -> Citation {
    let key = source[row] ?? ""
    let cited = dataset.register?[key] ?? CitedSource(key, label: sourceName[row] ?? Text(key))
    return Citation(
      cited, url: url.filled(row), note: noteForReaders[row] ?? note.filled(row).map { Text($0) })
  }

  /// The rows of `dataset` whose source the register does not have.
  func unknownSources(in dataset: DatasetSource) -> [Diagnostic] {
    guard let register = dataset.register else { return [] }
    var problems: [Diagnostic] = []
    for row in 0..<dataset.table.rowCount {
      guard let key = source[row], register[key] == nil else { continue }
      // Those that are only counted need no key that they may have meant: a search for each takes rows times keys.
      let known = problems.count < [Diagnostic].toldInFull ? register.keys : []
      problems.append(dataset.problem(.unknownSource(key, known: known), row: row, of: source))
    }
    return problems
  }
}

/// The fields of rows that name their source.
public protocol SourcedFields: RowFields {
  /// Who says what a row says.
  var provenance: ProvenanceFields { get }
}

extension SourcedFields {
  /// When a row became known.
  public var publication: PublicationFields { provenance.publication }
}

extension DatasetSource {
  /// The evidence that `rows` are.
  public func evidence(_ rows: [Provenance]) -> Evidence {
    Evidence(
      dataset: dataset, rows: rows.map { RowKey($0.key) }, citations: rows.map(\.citation),
      basis: rows.map(\.basis).max() ?? .reported)
  }
}
