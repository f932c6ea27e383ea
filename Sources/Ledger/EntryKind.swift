public import Schema

/// A kind of entry that a module declares: what its body may hold besides the members of every entry.
///
///     EntryKind("incidents.report", version: 1, "what one observer sent in", [
///       .init("text", Schema(.string(.filled), "what was observed"), required: true)
///     ])
public struct EntryKind: Sendable {
  /// The name: the module's, a point, and what the entry is.
  public let id: String
  /// The version of its fields.
  public let version: Int
  /// What entries of the kind say.
  public let summary: String
  /// Its fields.
  public let fields: [Schema.Property]

  /// The kind `id` with `fields`.
  public init(_ id: String, version: Int, _ summary: String, _ fields: [Schema.Property]) {
    (self.id, self.version, self.summary, self.fields) = (id, version, summary, fields)
  }

  /// The name without the module's.
  public var name: String { id.split(separator: ".").last.map { String($0) } ?? id }

  /// The body that opens a record of this kind with the values of `fields`. An absent member is filled in.
  /// - Throws: ``LedgerMessage/badField(kind:_:)``, the first of what is wrong with them.
  public func opening(_ fields: [String: Value]) throws(LedgerMessage) -> [String: Value] {
    let body = fields.merging(["kind": .string(id), "v": .integer(version)]) { _, own in own }
    if let problem = schema.problems(of: .object(body)).first { throw .badField(kind: name, problem.message) }
    return schema.normalised(.object(body)).object ?? [:]
  }

  /// What the body of an opening entry may be.
  var schema: Schema { Schema(.object(Self.common(id, version) + fields)) }

  private static func common(_ id: String, _ version: Int) -> [Schema.Property] {
    [
      .init("kind", Schema(.choice([id])), required: true),
      .init("v", Schema(.integer(version...version)), required: true),
      .init("known_at", Schema(.string(.instant), "when it became known to the author")),
    ]
  }
}

/// The entry that begins a feed: `ledger.open`, with the mission and the key of the author.
enum Opening {
  static let kind = EntryKind(
    "ledger.open", version: 1, "the beginning of a feed",
    [
      .init("mission", Schema(.string(.identifier)), required: true),
      .init("vkey", Schema(.string(.filled)), required: true),
    ])

  /// The body of the first entry of the feed that `key` signs.
  static func body(_ key: AuthorKey) -> [String: Value] {
    [
      "kind": .string(kind.id), "v": .integer(kind.version), "mission": .string(key.mission),
      "vkey": .string(key.verifier.text),
    ]
  }

  /// Mission and key that the first entry of the feed of `author` names; nil where it is none, or names another's key.
  static func read(_ entry: Entry, of author: Author) -> (mission: String, key: NoteKey)? {
    let body = entry.body
    guard entry.seq == 0, kind.schema.problems(of: .object(body)).isEmpty, let mission = body["mission"]?.string,
      let key = body["vkey"]?.string.flatMap({ NoteKey($0) }), key.purpose == .heads, author.hasKey(key.publicKey),
      key.name == Checkpoint.origin(mission, author)
    else { return nil }
    return (mission, key)
  }
}
