import Schema
import Signatures
public import Times

/// What a roster says of a key for bundles: whose it is, in which role, from when to when, and since when it is no longer.
public struct RosterKey: Sendable, Equatable {
  /// The person, under the mission's own name.
  public var person: String
  /// As what the person signs, in the mission's words.
  public var role: String?
  /// The first day on which it may have signed.
  public var from: Day?
  /// The last one.
  public var until: Day?
  /// Since when it is revoked, and why.
  public var revoked: Revocation?

  /// That a key no longer counts.
  public struct Revocation: Sendable, Equatable {
    /// The first day on which it does not.
    public var since: Day
    /// The mission's reason, such as that a device was lost.
    public var why: String
  }

  static let schema = Schema(
    .object([
      .init("key", Schema(.string(.filled)), required: true), .init("person", Schema(.string(.filled)), required: true),
      .init("role", Schema(.string(.filled))),
      .init("from", Schema(.string(.day))), .init("until", Schema(.string(.day))),
      .init(
        "revoked",
        Schema(
          .object([
            .init("since", Schema(.string(.day)), required: true),
            .init("why", Schema(.string(.filled)), required: true),
          ]))),
    ]))

  /// What `document` says, which keeps to the schema.
  init(document: Value) {
    func day(_ value: Value?) -> Day? { value?.string.flatMap { Day(iso: $0) } }
    (person, role) = (document["person"]?.string ?? "", document["role"]?.string)
    (from, until) = (day(document["from"]), day(document["until"]))
    revoked = day(document["revoked"]?["since"]).map {
      Revocation(since: $0, why: document["revoked"]?["why"]?.string ?? "")
    }
  }

  func document(of key: VerifyingKey) -> Value {
    var members: [String: Value] = ["key": .string(key.hex), "person": .string(person)]
    members["role"] = role.map(Value.string)
    members["from"] = from.map { .string($0.iso) }
    members["until"] = until.map { .string($0.iso) }
    members["revoked"] = revoked.map { ["since": .string($0.since.iso), "why": .string($0.why)] }
    return .object(members)
  }
}
