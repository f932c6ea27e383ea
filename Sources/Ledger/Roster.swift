import Diagnostics
import Files
public import Schema
public import Signatures
public import Times

/// Which authors are which persons, which of them are revoked, and whose the keys for bundles are: what a mission knows of its people and
/// tells nobody else. It has a version and ends on a day; what it revokes stays revoked behind that.
///
/// It is a JSON file:
///
///     {"mission": "honduras_2017", "version": 2, "expires": "2017-12-31",
///      "persons": {"desk": ["bafolite.0123456789abcdef"], "observer_7": ["dukinora.fedcba9876543210"]},
///      "revoked": [{"author": "dukinora.fedcba9876543210", "size": 12, "root": "<64 digits>", "why": "the device was stolen"}],
///      "bundle_keys": [{"key": "<64 digits>", "person": "desk", "role": "head of mission", "from": "2017-11-01"}]}
public struct Roster: Sendable, Equatable {
  /// The mission.
  public let mission: String
  /// Which version it is; a later one replaces it.
  public private(set) var version: Int
  /// The last day on which it holds.
  public let expires: Day
  /// The persons, under the mission's own names for them, by author.
  private let persons: [String: String]
  /// The authors whose keys are revoked.
  public private(set) var revoked: [String: AuthorRevocation]
  /// What it says of keys for bundles.
  public let bundleKeys: [VerifyingKey: RosterKey]

  private static let schema = Schema(
    .object([
      .init("mission", Schema(.string(.identifier)), required: true),
      .init("version", Schema(.integer(1...1_000_000_000)), required: true),
      .init("expires", Schema(.string(.day)), required: true),
      .init("persons", Schema(.map(Schema(.list(Schema(.string(.filled)), atLeast: 1)))), required: true),
      .init("revoked", Schema(.list(AuthorRevocation.schema, atLeast: 0))),
      .init("bundle_keys", Schema(.list(RosterKey.schema, atLeast: 0))),
    ]))

  /// The roster that `document` writes.
  public init(document: Value) throws(RosterMessage) {
    if let problem = Self.schema.problems(of: document).first { throw .bad(problem.message) }
    var persons: [String: String] = [:]
    for (person, authors) in (document["persons"]?.object ?? [:]).sorted(by: { $0.key < $1.key }) {
      for author in authors.texts ?? [] {
        guard Author(author) != nil else { throw .badAuthor(author) }
        guard persons.updateValue(person, forKey: author) == nil else { throw .authorTwice(author) }
      }
    }
    self.persons = persons
    revoked = try Self.revocations(document["revoked"]?.list ?? [])
    var keys: [VerifyingKey: RosterKey] = [:]
    for document in document["bundle_keys"]?.list ?? [] {
      let digits = document["key"]?.string ?? ""
      guard let key = VerifyingKey(digits) else { throw .badBundleKey(digits) }
      let entry = RosterKey(document: document)
      if let from = entry.from, let until = entry.until, until < from { throw .noDays(digits) }
      guard keys.updateValue(entry, forKey: key) == nil else { throw .authorTwice(digits) }
    }
    bundleKeys = keys
    mission = document["mission"]?.string ?? ""
    version = document["version"]?.integer ?? 0
    expires = document["expires"]?.string.flatMap { Day(iso: $0) } ?? Day(ordinal: 0)
  }

  private static func revocations(_ documents: [Value]) throws(RosterMessage) -> [String: AuthorRevocation] {
    var revoked: [String: AuthorRevocation] = [:]
    for document in documents {
      let author = document["author"]?.string ?? ""
      guard Author(author) != nil else { throw .badAuthor(author) }
      guard let revocation = AuthorRevocation(document: document) else { throw .badRoot(author: author) }
      guard revoked.updateValue(revocation, forKey: author) == nil else { throw .authorTwice(author) }
    }
    return revoked
  }

  /// The next version, in which what `author` wrote holds as `revocation` says.
  func revoking(_ author: Author, _ revocation: AuthorRevocation) -> Roster {
    var next = self
    next.version += 1
    next.revoked[author.name] = revocation
    return next
  }

  /// The persons, under the mission's own names for them.
  public var names: [String] { Set(persons.values).union(bundleKeys.values.map(\.person)).sorted() }

  /// How many authors it names.
  public var authors: Int { persons.count }

  /// The person who writes as `author`, on `day`; nil where the roster does not say, or no longer holds.
  public func person(of author: String, on day: Day) -> String? { day <= expires ? persons[author] : nil }

  /// Whether it says who writes as which author, and not who as `author`; whether or not it still holds. One for bundles alone says nothing
  /// of authors.
  public func lacks(_ author: String) -> Bool { !persons.isEmpty && persons[author] == nil }

  /// The roster as its file holds it.
  public var document: Value {
    let groups = Dictionary(grouping: persons.keys.sorted()) { persons[$0] ?? "" }
    var document: [String: Value] = [
      "mission": .string(mission), "version": .integer(version), "expires": .string(expires.iso),
      "persons": .object(groups.mapValues { .list($0.map(Value.string)) }),
    ]
    if !revoked.isEmpty {
      document["revoked"] = .list(revoked.sorted { $0.key < $1.key }.map { $0.value.document(of: $0.key) })
    }
    if !bundleKeys.isEmpty {
      document["bundle_keys"] = .list(bundleKeys.sorted { $0.key < $1.key }.map { $0.value.document(of: $0.key) })
    }
    return .object(document)
  }
}

/// The rosters that this user trusts on this machine, outside all workspaces: `veedor/rosters` in ``UserFolder/state``. One that
/// came along with a workspace says nothing.
public struct RosterFolder: Sendable {
  private let path: String?

  /// The folder at `path`.
  public init(path: String?) { self.path = path }

  /// The folder of this user.
  public init() { self.init(path: UserFolder.state.map { "\($0)/veedor/rosters" }) }

  /// The roster of `mission`; nil where none is trusted.
  public func roster(of mission: String) throws -> Roster? {
    guard let path else { return nil }
    do {
      return try Self.read(Folder(path: path).file("\(mission).json"))
    } catch let error as FileError where error.isAbsence {
      return nil
    }
  }

  /// Trusts the roster in the file at `source` for `mission`, in place of an older one.
  public func trust(_ source: String, for mission: String) throws -> Roster {
    guard path != nil else { throw LedgerMessage.noKeyFolder }
    let roster = try Self.read(MappedFile(path: source))
    guard roster.mission == mission else { throw RosterMessage.otherMission(roster.mission, here: mission) }
    if let old = try self.roster(of: mission), old.version >= roster.version, old != roster {
      throw RosterMessage.older(version: roster.version, here: old.version)
    }
    try keep(roster)
    return roster
  }

  /// Trusts the next version of the roster of `mission`, in which what `author` wrote holds up to `head` and no further.
  /// - Throws: ``RosterMessage/noneToRevokeIn(mission:)`` where none is trusted.
  public func revoke(_ author: Author, at head: FeedHead, why: String, in mission: String) throws -> Roster {
    guard let roster = try roster(of: mission) else { throw RosterMessage.noneToRevokeIn(mission: mission) }
    let next = roster.revoking(author, AuthorRevocation(at: head, why: why))
    try keep(next)
    return next
  }

  private func keep(_ roster: Roster) throws {
    guard let path else { throw LedgerMessage.noKeyFolder }
    try Folder.made(path: path, mode: 0o700)
      .write(roster.document.prettyJSON, to: "\(roster.mission).json", mode: 0o600)
  }

  private static func read(_ file: MappedFile) throws -> Roster {
    guard let document = try? Value(json: file.content(atMost: .small)) else {
      throw RosterMessage.noRoster(file: file.path)
    }
    return try Roster(document: document)
  }
}
