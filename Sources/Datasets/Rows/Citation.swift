public import Language
public import Schema
import Times

/// A source with the place in it that a row comes from: what readers need to look it up.
public struct Citation: Sendable, Equatable {
  /// The source.
  public var source: CitedSource
  /// Where the original stands, where the row says so.
  public var ownURL: String?
  /// Remarks on the row.
  public var note: Text?

  /// `source`, cited for a row with the address `url` and the remark `note`.
  public init(_ source: CitedSource, url: String? = nil, note: Text? = nil) {
    (self.source, ownURL, self.note) = (source, url, note)
  }

  /// Where the original stands: as the row says, else as the register does.
  public var url: String? { ownURL ?? source.url }

  /// Each of `citations` once, by key, name, address and remark, in their order.
  static func distinct(_ citations: [Citation]) -> [Citation] {
    let order = citations.map { (it: $0, place: $0.place) }.sorted { a, b in
      zip(a.place, b.place).first { $0 != $1 }.map { $0 < $1 } ?? false
    }
    return order.indices.filter { $0 == 0 || order[$0].place != order[$0 - 1].place }.map { order[$0].it }
  }

  private var place: [String] {
    [source.key, source.label.en, source.label.es, ownURL ?? "", note?.en ?? "", note?.es ?? ""]
  }
}

extension Citation {
  /// The citation as results and the module protocol hold it: what is not known is left out.
  public var document: Value {
    var out = source.document.object ?? [:]
    if let ownURL { out["own_url"] = .string(ownURL) }
    if let note { out["note"] = note.document }
    return .object(out)
  }

  /// Reads what ``document`` writes; nil for anything else.
  public init?(document: Value) {
    guard let source = CitedSource(document: document) else { return nil }
    self.init(source, url: document["own_url"]?.string, note: Text(document: document["note"]))
  }
}

extension CitedSource {
  /// The source as results and the module protocol hold it: what is not known is left out.
  public var document: Value {
    var out: [String: Value] = ["key": .string(key), "label": label.document]
    if let kind { out["type"] = .string(kind.rawValue) }
    if let speaker { out["speaker"] = speaker.document }
    if let outlet { out["outlet"] = outlet.document }
    if let from = publication.from { out["published_from"] = .string(from.rfc3339) }
    if let to = publication.to { out["published_to"] = .string(to.rfc3339) }
    if publication.basis != .unknown { out["published_basis"] = .string(publication.basis.rawValue) }
    if let url { out["url"] = .string(url) }
    if let retrieved { out["retrieved"] = .string(retrieved.description) }
    if let language { out["language"] = .string(language.code) }
    if let file { out["file"] = .string(file) }
    if let withdrawn { out["withdrawn"] = .string(withdrawn.sort.rawValue) }
    if let day = withdrawn?.day { out["withdrawn_on"] = .string(day.description) }
    return .object(out)
  }

  /// Reads what ``document`` writes; nil for anything else.
  public init?(document: Value) {
    guard let key = document["key"]?.string, let label = Text(document: document["label"]) else { return nil }
    self.init(key, label: label)
    func day(_ name: String) -> Day? { document[name]?.string.flatMap { Day(iso: $0) } }
    func instant(_ name: String) -> Instant? { document[name]?.string.flatMap { Instant(rfc3339: $0) } }
    kind = document["type"]?.string.flatMap(Kind.init)
    (speaker, outlet) = (Text(document: document["speaker"]), Text(document: document["outlet"]))
    publication = Publication(
      from: instant("published_from"), to: instant("published_to"),
      basis: document["published_basis"]?.string.flatMap(Publication.Basis.init) ?? .unknown)
    (url, file) = (document["url"]?.string, document["file"]?.string)
    (retrieved, language) = (day("retrieved"), document["language"]?.string.flatMap { SpokenLanguage($0) })
    if let sort = document["withdrawn"]?.string.flatMap(Withdrawal.Sort.init) {
      withdrawn = Withdrawal(sort, on: day("withdrawn_on"))
    }
  }
}
