import Hashing
public import Schema

/// A kind of entry that a module declares: what its body may hold besides the members of every entry.
///
///     EntryKind("incidents.report", version: 1, "what one observer sent in", isFixed: true, [
///       .init("text", Schema(.string(.filled), "what was observed"), required: true)
///     ])
public struct EntryKind: Sendable {
  /// The members of bodies that are no fields of a record.
  static let commonNames: Set = ["kind", "v", "record", "after", "known_at", "why", "origin", PrivateValue.member]

  /// The name: the module's, a point, and what the entry is.
  public let id: String
  /// The version of its fields.
  public let version: Int
  /// What entries of the kind say.
  public let summary: String
  /// Whether a record of the kind stays as it was opened.
  public let isFixed: Bool
  /// Its fields.
  public let fields: [Schema.Property]
  /// Fields that a record does not have from its beginning: later entries set them.
  public let laterFields: [Schema.Property]
  /// The fields whose texts are ids of records.
  public let references: Set<String>
  /// The fields that stand apart from the entry, which holds their salted hashes: they are given when a record is opened, and are
  /// no fields of its view.
  public let privateFields: Set<String>
  /// Which of its entries may be handed out to everybody.
  public let disclosure: Disclosure

  /// Which entries of a kind may be handed out to everybody.
  public enum Disclosure: Sendable, Equatable {
    /// All of them.
    case all
    /// None: they are the mission's own.
    case none
    /// Those whose field has this word.
    case only(field: String, word: String)
  }

  /// The kind `id` with `fields`.
  public init(
    _ id: String, version: Int, _ summary: String, isFixed: Bool = false, _ fields: [Schema.Property],
    later: [Schema.Property] = [], references: Set<String> = [], privateFields: Set<String> = [],
    disclosure: Disclosure = .all
  ) {
    (self.id, self.version, self.summary, self.isFixed) = (id, version, summary, isFixed)
    (self.fields, laterFields, self.references, self.disclosure) = (fields, later, references, disclosure)
    self.privateFields = privateFields
  }

  /// Whether `entry`, of this kind, may be handed out to everybody.
  public func isPublic(_ entry: Entry) -> Bool {
    switch disclosure {
    case .all: true
    case .none: false
    case .only(let field, let word): entry.body[field] == .string(word)
    }
  }

  /// The name without the module's.
  public var name: String { id.split(separator: ".").last.map { String($0) } ?? id }

  /// The body that opens a record of this kind with the values of `fields`; of the private ones the values themselves, which
  /// ``Ledger/append(_:as:at:told:)`` keeps apart.
  /// - Throws: ``LedgerMessage/badField(kind:_:)``, the first of what is wrong with them.
  public func opening(_ fields: [String: Value]) throws(LedgerMessage) -> [String: Value] {
    var body = try body(fields, Schema(.object(common + self.fields)))
    let apart = body.filter { privateFields.contains($0.key) }
    guard !apart.isEmpty else { return body }
    for name in apart.keys { body[name] = nil }
    body[PrivateValue.member] = .object(apart)
    return body
  }

  /// The body that sets `fields` of `record`, behind everything that is known of it here.
  /// - Throws: ``LedgerMessage/badField(kind:_:)``, the first of what is wrong with them; other cases where the record cannot
  ///   be changed.
  public func change(_ fields: [String: Value], of record: RecordView) throws(LedgerMessage) -> [String: Value] {
    guard let changeSchema else { throw .fixed(kind: name) }
    if let name = fields.keys.filter(privateFields.contains).min() { throw .setOnce(field: name) }
    guard fields.keys.contains(where: { !Self.commonNames.contains($0) }) else { throw .noChange }
    let place: [String: Value] = [
      "record": .string(record.id.hex), "after": .list(record.newest.map { .string($0.hex) }),
    ]
    return try body(fields.merging(place) { $1 }, changeSchema)
  }

  private func body(_ fields: [String: Value], _ schema: Schema) throws(LedgerMessage) -> [String: Value] {
    let body = fields.merging(["kind": .string(id), "v": .integer(version)]) { $1 }
    if let problem = schema.problems(of: .object(body)).first { throw .badField(kind: name, problem.message) }
    return schema.normalised(.object(body)).object ?? [:]
  }

  /// What the body of an opening entry may be as it stands in a feed.
  var schema: Schema {
    let hashes = fields.filter { privateFields.contains($0.name) }.map {
      Schema.Property($0.name, Schema(.string(.filled)), required: $0.isRequired)
    }
    let isRequired = hashes.contains { $0.isRequired }
    let apart =
      hashes.isEmpty ? [] : [Schema.Property(PrivateValue.member, Schema(.object(hashes)), required: isRequired)]
    return Schema(.object(common + openFields + apart))
  }

  /// The fields that a record has from its beginning, and that its entry holds.
  private var openFields: [Schema.Property] { fields.filter { !privateFields.contains($0.name) } }

  /// What the body of a later entry may be; nil where there are none.
  var changeSchema: Schema? {
    guard !isFixed else { return nil }
    let place: [Schema.Property] = [
      .init("record", Schema(.string(.filled)), required: true),
      .init("after", Schema(.list(Schema(.string(.filled)), atLeast: 1)), required: true),
    ]
    let open = (openFields + laterFields).map { Schema.Property($0.name, $0.schema) }
    return Schema(.object(common + place + open))
  }

  private var common: [Schema.Property] {
    [
      .init("kind", Schema(.choice([id])), required: true),
      .init("v", Schema(.integer(version...version)), required: true),
      .init("known_at", Schema(.string(.instant), "when it became known to the author")),
      .init("why", Schema(.string(.filled), "the reason")),
      .init("origin", Schema(.string(.filled), "of a record that was imported, the row that it was")),
    ]
  }
}
