public import Hashing
import Language
internal import Schema
public import Signatures

/// Whose secret the salts come from, and so what can be promised.
public enum BundleProfile: String, Sendable, CaseIterable {
  /// The key is published: clones of a mission make the same bundle, and nothing may be withheld from it.
  case `public`
}

/// What a bundle is about, apart from its files.
public struct BundleDescription: Hashable, Sendable {
  /// The mission's identifier, which begins the bundle's file name.
  public var mission: String
  /// Which of the mission's bundles it is.
  public var edition: String
  /// Whose secret the salts come from.
  public var profile: BundleProfile
  /// The mission's title by language.
  public var title: [String: String]
  /// The notice that stands on every page, by language; empty where there is none.
  public var notice: [String: String]

  /// The keys that must have signed it, ascending, each once; empty where it is not signed, or signed by others.
  public var signers: [VerifyingKey] = []

  /// The most signers that a statement names.
  static let mostSigners = 32

  /// The description of the bundle `edition` of the mission `mission`; texts go by the language's code.
  public init(
    mission: String, edition: String, profile: BundleProfile = .public, title: [String: String],
    notice: [String: String] = [:]
  ) {
    (self.mission, self.edition, self.profile) = (mission, edition, profile)
    (self.title, self.notice) = (title, notice)
  }

  /// Throws `BundleMessage.mission` or `.edition` where one is no identifier: up to 64 lower-case letters of ASCII,
  /// digits, `_` and `-`, the last not at the beginning; `.signers` for too many, or such as are out of order.
  func check() throws(BundleMessage) {
    func isIdentifier(_ text: String) -> Bool {
      let isSafe = text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
      return isSafe && (1...64).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: "-")
    }
    guard isIdentifier(mission) else { throw .mission(mission) }
    guard isIdentifier(edition) else { throw .edition(edition) }
    guard signers == Set(signers).sorted(), signers.count <= Self.mostSigners else { throw .signers }
  }
}

/// What a bundle vouches for. The hash of its bytes as they are stored is the bundle's identity, which signatures are about.
public struct BundleStatement: Hashable, Sendable {
  /// The number of this format, `veedor_bundle` in the statement.
  static let version = 2

  /// What the bundle is about.
  public var description: BundleDescription
  /// The number of files that the bundle was made with: one leaf each.
  public var leaves: Int
  /// Their content together, in bytes.
  public var size: Int
  /// The root of the tree of hashes over them.
  public var root: Hash32

  /// The bundle's identity: the hash of the statement as it is stored.
  public var identity: Hash32 { Hash32(of: canonicalJSON) }

  /// The statement as canonical JSON, which is how it is stored.
  public var canonicalJSON: [UInt8] {
    var members: [String: Value] = [
      "veedor_bundle": .integer(Self.version), "mission": .string(description.mission),
      "edition": .string(description.edition), "profile": .string(description.profile.rawValue),
      "title": Self.texts(description.title), "notice": Self.texts(description.notice), "leaves": .integer(leaves),
      "size": .integer(size), "root": .string(root.hex),
    ]
    if !signers.isEmpty { members["signers"] = .list(signers.map { .string($0.hex) }) }
    return Value.object(members).canonicalJSON
  }

  /// The keys that it names as its signers.
  var signers: [VerifyingKey] { description.signers }

  private static func texts(_ texts: [String: String]) -> Value { .object(texts.mapValues(Value.string)) }

  init(description: BundleDescription, leaves: Int, size: Int, root: Hash32) {
    (self.description, self.leaves, self.size, self.root) = (description, leaves, size, root)
  }

  /// The members that a statement has.
  private static let members: Set<String> = [
    "veedor_bundle", "mission", "edition", "profile", "title", "notice", "leaves", "size", "root", "signers",
  ]

  /// The statement stored as `bytes`, which must be canonical, of this format and nothing more: whatever else a statement
  /// says may change what it vouches for.
  init(parsing bytes: [UInt8]) throws(BundleMessage) {
    let value: Value
    do { value = try Value(json: bytes) } catch { throw .statement(error.sentence) }
    guard let version = value["veedor_bundle"]?.integer, let members = value.object else {
      throw .statement(Text(en: "'veedor_bundle' is not a number", es: "«veedor_bundle» no es un número"))
    }
    if version == 1 { throw .formatOne }
    guard version == Self.version else {
      throw .later(Text(en: "'veedor_bundle' \(version)", es: "«veedor_bundle» \(version)"))
    }
    if let other = members.keys.filter({ !Self.members.contains($0) }).min() {
      throw .later(Text(en: "the member '\(other)' of the statement", es: "el miembro «\(other)» de la declaración"))
    }
    func text(_ key: String) throws(BundleMessage) -> String {
      guard let text = value[key]?.string else {
        throw .statement(Text(en: "'\(key)' is not a text", es: "«\(key)» no es un texto"))
      }
      return text
    }
    func texts(_ key: String) throws(BundleMessage) -> [String: String] {
      guard let members = value[key]?.object else {
        throw .statement(Text(en: "'\(key)' is not an object of texts", es: "«\(key)» no es un objeto de textos"))
      }
      return members.compactMapValues(\.string)
    }
    func count(_ key: String) throws(BundleMessage) -> Int {
      guard let count = value[key]?.integer, count >= 0 else {
        throw .statement(Text(en: "'\(key)' is not a count", es: "«\(key)» no es una cantidad"))
      }
      return count
    }
    let name = try text("profile")
    guard let profile = BundleProfile(rawValue: name) else {
      throw .later(Text(en: "the profile '\(name)'", es: "el perfil «\(name)»"))
    }
    guard let root = Hash32(hex: try text("root")) else {
      throw .statement(Text(en: "'root' is not a hash", es: "«root» no es una huella"))
    }
    description = BundleDescription(
      mission: try text("mission"), edition: try text("edition"), profile: profile, title: try texts("title"),
      notice: try texts("notice"))
    if let signers = value["signers"] {
      description.signers = (signers.texts ?? []).compactMap { VerifyingKey(hex: $0) }
      guard !description.signers.isEmpty, description.signers.count == signers.list?.count else {
        throw .statement(
          Text(en: "'signers' is not a list of public keys", es: "«signers» no es una lista de claves públicas"))
      }
    }
    try description.check()
    (leaves, size, self.root) = (try count("leaves"), try count("size"), root)
    // Also finds texts that are none.
    guard bytes == canonicalJSON else {
      throw .statement(Text(en: "it is not canonical", es: "no está en forma canónica"))
    }
  }
}
