import Hashing
public import Language
public import Schema

/// A kind of entry that a module declares: what its body may hold besides the members of every entry.
///
///     EntryKind("incidents.report", version: 1, en: "what one observer sent in", es: "lo que mandó un observador", [
///       .init("text", .string(.filled), required: true, en: "what was observed", es: "lo que se observó")
///     ])
public struct EntryKind: Sendable {
  /// The members of bodies that are no fields of a record.
  static let commonNames: Set = ["kind", "v", "record", "after", "known_at", "why", "origin", PrivateValue.member]

  /// The name: the module's, a point, and what the entry is.
  public let id: String
  /// The version of its fields.
  public let version: Int
  /// What entries of the kind say.
  public let summary: Text
  /// Whether a record of the kind stays as it was opened.
  public let isFixed: Bool
  /// Its fields.
  public let fields: [EntryField]
  /// Fields that a record does not have from its beginning: later entries set them.
  public let laterFields: [EntryField]
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
    _ id: String, version: Int, en: String, es: String, isFixed: Bool = false, _ fields: [EntryField],
    later: [EntryField] = [], disclosure: Disclosure = .all
  ) {
    (self.id, self.version, summary, self.isFixed) = (id, version, Text(en: en, es: es), isFixed)
    (self.fields, laterFields, self.disclosure) = (fields, later, disclosure)
  }

  /// Whether the field `name` stands apart from its entry.
  private func isPrivate(_ name: String) -> Bool { fields.contains { $0.name == name && $0.isPrivate } }

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

  /// All that its records may have, those that only later entries set behind the others.
  public var allFields: [EntryField] { fields + laterFields }

  /// The body that opens a record of this kind with the values of `fields`; of the private ones the values themselves, which
  /// ``Ledger/append(_:as:at:told:)`` keeps apart.
  /// - Throws: ``LedgerMessage/badField(kind:_:)``, the first of what is wrong with them.
  public func opening(_ fields: [String: Value]) throws(LedgerMessage) -> [String: Value] {
    var body = try body(fields, givenSchema)
    let apart = body.filter { isPrivate($0.key) }
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
    if let name = fields.keys.filter(isPrivate).min() { throw .setOnce(field: name) }
    guard fields.keys.contains(where: { !Self.commonNames.contains($0) }) else { throw .noChange }
    let place: [String: Value] = [
      "record": .string(record.id.hex), "after": .list(record.newest.map { .string($0.hex) }),
    ]
    return try body(fields.merging(place) { $1 }, changeSchema)
  }

  /// Everything that is wrong with `fields` as those with which a record of this kind is opened.
  public func problems(with fields: [String: Value]) -> [Problem] { givenSchema.problems(of: .object(named(fields))) }

  /// `fields` with those that name the kind.
  private func named(_ fields: [String: Value]) -> [String: Value] {
    fields.merging(["kind": .string(id), "v": .integer(version)]) { $1 }
  }

  private func body(_ fields: [String: Value], _ schema: Schema) throws(LedgerMessage) -> [String: Value] {
    let body = named(fields)
    if let problem = schema.problems(of: .object(body)).first { throw .badField(kind: name, problem.message) }
    return schema.normalised(.object(body)).object ?? [:]
  }

  /// What the body of an opening entry may be as it is given.
  private var givenSchema: Schema { Schema(.object(common + fields.map(\.property))) }

  /// What the body of an opening entry may be as it stands in a feed.
  var schema: Schema {
    let hashes = fields.filter(\.isPrivate).map {
      Schema.Property($0.name, Schema(.string(.filled)), required: $0.isRequired)
    }
    let isRequired = hashes.contains { $0.isRequired }
    let apart =
      hashes.isEmpty ? [] : [Schema.Property(PrivateValue.member, Schema(.object(hashes)), required: isRequired)]
    return Schema(.object(common + fields.filter { !$0.isPrivate }.map(\.property) + apart))
  }

  /// What the body of a later entry may be; nil where there are none.
  var changeSchema: Schema? {
    guard !isFixed else { return nil }
    let place: [Schema.Property] = [
      .init("record", Schema(.string(.filled)), required: true),
      .init("after", Schema(.list(Schema(.string(.filled)), atLeast: 1)), required: true),
    ]
    let open = allFields.filter { !$0.isPrivate }.map { Schema.Property($0.name, $0.schema) }
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
