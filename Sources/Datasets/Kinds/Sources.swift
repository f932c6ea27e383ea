import Diagnostics
public import Language
public import Times

/// A register of sources: documents, posts, broadcasts and persons that something is known from.
///
/// Datasets that name it under `sources:` hold its keys in their column `source`.
public struct Sources: Sendable, Equatable {
  /// The sources, in the order of the file.
  public let all: [CitedSource]
  private let places: [String: Int]

  /// A register of `all`.
  public init(_ all: [CitedSource]) {
    self.all = all
    places = Dictionary(zip(all.map(\.key), 0...)) { first, _ in first }
  }

  /// The source whose key is `key`; nil where there is none.
  public subscript(key: String) -> CitedSource? { places[key].map { all[$0] } }

  /// The keys, in the order of the file.
  public var keys: [String] { all.map(\.key) }

  /// The register as it could be written at `instant`: nobody could know of what was withdrawn later. Bare days are read
  /// in `zone`.
  public func known(at instant: Instant, in zone: Zone) -> Sources {
    Sources(
      all.map { source in
        var source = source
        let end = source.withdrawn?.day.map { PublicationFields.instants(of: $0, in: zone).to }
        if end.map({ $0 > instant }) ?? true { source.withdrawn = nil }
        return source
      })
  }
}

/// A source as findings cite it: what readers need to know of it and to find it.
public struct CitedSource: Sendable, Equatable {
  /// What kind of source it is.
  public enum Kind: String, Sendable, CaseIterable, FieldValue {
    /// An authority of the state.
    case state
    /// The authority that runs the election.
    case electoralAuthority = "electoral_authority"
    /// A party, an alliance or a candidacy.
    case party
    /// An election-observation mission.
    case mission
    /// An intergovernmental organisation.
    case intergovernmental = "igo"
    /// A non-governmental organisation.
    case nongovernmental = "ngo"
    /// A newspaper, a broadcaster, an agency.
    case media
    /// A person, named by office.
    case person
  }

  /// How what was published was taken back, and on which day as far as that is known.
  public struct Withdrawal: Sendable, Equatable {
    /// What became of it.
    public enum Sort: String, Sendable, CaseIterable, FieldValue {
      /// Its author took it back.
      case retracted
      /// It is no longer where it stood.
      case deleted
    }

    /// What became of it.
    public var sort: Sort
    /// The day on which it did; nil where it is not known.
    public var day: Day?

    /// A withdrawal on `day`.
    public init(_ sort: Sort, on day: Day?) { (self.sort, self.day) = (sort, day) }
  }

  /// Its key in the workspace.
  public var key: String
  /// How it is named to readers.
  public var label: Text
  /// What kind of source it is; nil where no register tells.
  public var kind: Kind?
  /// Who speaks, and through which outlet.
  public var speaker, outlet: Text?
  /// When it came out.
  public var publication = Publication(from: nil, to: nil, basis: .unknown)
  /// Where it stands or stood.
  public var url: String?
  /// The day on which it was retrieved.
  public var retrieved: Day?
  /// The language it is in.
  public var language: SpokenLanguage?
  /// The captured copy, a path inside the workspace.
  public var file: String?
  /// Whether it was taken back; nil where that is not known.
  public var withdrawn: Withdrawal?

  /// The source `key`, which readers know as `label`.
  public init(_ key: String, label: Text) { (self.key, self.label) = (key, label) }
}

/// The fields of sources.
private struct SourceFields: RowFields {
  let key = Field<String>(
    "key", role: .key, "the key that rows of other datasets hold in `source`; readers never see it")
  let label = BilingualField(
    "label", en: "how it is named to English readers; one of the two every source needs",
    es: "how it is named to Spanish readers")
  let kind = Field<CitedSource.Kind>("type", role: .required, "what kind of source it is")
  let speaker = BilingualField(
    "speaker", en: "who speaks, by office, for English readers", es: "who speaks, by office, for Spanish readers")
  let outlet = BilingualField(
    "outlet", en: "through which outlet, for English readers", es: "through which outlet, for Spanish readers")
  let url = Field<String>("url", "where it stands or stood")
  let retrieved = Field<Day>("retrieved", "the day on which it was retrieved")
  let language = Field<SpokenLanguage>("language", "the language it is in")
  let file = Field<CapturedFile>(
    "file", "the captured copy: a path inside the workspace's folder; it goes into bundles with the workspace")
  let withdrawn = Field<CitedSource.Withdrawal.Sort>("withdrawn", "whether it was `retracted` or `deleted` later")
  let withdrawnOn = Field<Day>(
    "withdrawn_on", "the day on which it was; without it no as-of edition knows that it was withdrawn")
  let publication = PublicationFields()
}

extension DatasetKind where Content == Sources {
  /// Documents, posts, broadcasts and persons that something is known from, one a row.
  public static var sources: Self {
    DatasetKind(
      "sources", "documents, posts, broadcasts and persons that something is known from, one a row"
    ) { _ in
      SourceFields()
    } load: { source, fields throws(DiagnosticsError) in
      Sources(try sources(of: source, fields))
    }
  }

  private static func sources(
    of source: DatasetSource, _ fields: SourceFields
  ) throws(DiagnosticsError) -> [CitedSource] {
    var problems: [Diagnostic] = []
    var out: [CitedSource] = []
    for (row, publication) in fields.publication.publications(in: source.zone).enumerated() {
      let key = fields.key[row] ?? ""
      if fields.label[row] == nil { problems.append(source.problem(.withoutLabel, row: row, of: fields.label.english)) }
      if let problem = source.problem(ofLanguage: fields.language, row: row) { problems.append(problem) }
      var cited = CitedSource(key, label: fields.label[row] ?? Text(key))
      cited.kind = fields.kind[row]
      (cited.speaker, cited.outlet) = (fields.speaker[row], fields.outlet[row])
      (cited.publication, cited.url, cited.retrieved) = (publication, fields.url.filled(row), fields.retrieved[row])
      (cited.language, cited.file) = (fields.language[row], fields.file[row]?.path)
      if let sort = fields.withdrawn[row] {
        cited.withdrawn = CitedSource.Withdrawal(sort, on: fields.withdrawnOn[row])
      } else if fields.withdrawnOn[row] != nil {
        problems.append(
          source.problem(
            .lacks(fields.withdrawn.name, because: fields.withdrawnOn.name), row: row, of: fields.withdrawn))
      }
      out.append(cited)
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return out
  }
}
