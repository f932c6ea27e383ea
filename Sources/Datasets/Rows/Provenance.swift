public import Language
import Tables
public import Times

/// Who says what a row says, on what basis, and since when.
public struct Provenance: Sendable, Equatable {
  /// The row's key.
  public var key: String
  /// The source's key.
  public var source: String
  /// How the source is named to readers.
  public var sourceName: Text
  /// On what the row rests.
  public var basis: Basis
  /// When it became known.
  public var publication: Publication
}

/// The fields that tell who says what a row says; kinds whose rows are published put them behind their own.
public struct ProvenanceFields: FieldGroup {
  let source = Field<String>("source", role: .required, "who says so, by a key of your own")
  let sourceName = BilingualField(
    "source", en: "the source's name for English readers", es: "the source's name for Spanish readers")
  let basis = Field<Basis>("basis", "on what the row rests; `reported` where empty")
  /// When a row became known.
  public let publication = PublicationFields()
  let recheck = Field<Bool>("recheck", "whether the row is still to be checked against its original")
  let note = Field<String>("note", "remarks")
  let url = Field<String>("url", "where the original stands")

  /// The fields `source` to `url`.
  public init() {}

  /// The provenance of every row, whose key is in `keys`; bare days are read in `zone`.
  public func provenances(keys: Field<String>, in zone: Zone) -> [Provenance] {
    publication.publications(in: zone).enumerated().map { row, publication in
      let source = source[row] ?? ""
      return Provenance(
        key: keys[row] ?? "", source: source, sourceName: sourceName[row] ?? Text(source),
        basis: basis[row] ?? .reported, publication: publication)
    }
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
      dataset: dataset, rows: rows.map { RowKey($0.key) }, sources: Set(rows.map(\.source)).sorted(),
      basis: rows.map(\.basis).max() ?? .reported)
  }
}
