import Schema
import Signatures

/// The entry that begins a feed: `ledger.open`, with the mission and the key of the author.
enum Opening {
  static let kind = EntryKind(
    "ledger.open", version: 1, en: "the beginning of a feed", es: "el comienzo de una serie de entradas",
    [
      .init("mission", .string(.identifier), required: true, en: "the mission", es: "la misión"),
      .init("vkey", .string(.filled), required: true, en: "the author's public key", es: "la clave pública del autor"),
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
