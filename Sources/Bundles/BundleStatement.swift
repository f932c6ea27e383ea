public import Hashing
internal import Schema

/// Whose secret the salts come from, and so what can be promised.
public enum BundleProfile: String, Sendable, CaseIterable {
  /// The key is published: clones of a mission make the same bundle, and nothing may be withheld from it.
  case `public`
}

/// What a bundle is about, apart from its files.
public struct BundleDescription: Hashable, Sendable {
  /// The mission's identifier, which begins the bundle's file name.
  public var mission: String
  /// Whose secret the salts come from.
  public var profile: BundleProfile
  /// The mission's title by language.
  public var title: [String: String]
  /// The notice that stands on every page, by language; empty where there is none.
  public var notice: [String: String]

  /// The description of a bundle of the mission `mission`; texts go by the language's code.
  public init(
    mission: String, profile: BundleProfile = .public, title: [String: String], notice: [String: String] = [:]
  ) {
    (self.mission, self.profile, self.title, self.notice) = (mission, profile, title, notice)
  }
}

/// What a bundle vouches for; signatures are over the bytes of this statement as they are stored.
public struct BundleStatement: Hashable, Sendable {
  /// The number of this layout, `veedor_bundle` in the statement.
  static let version = 1

  /// What the bundle is about.
  public var description: BundleDescription
  /// The number of files below `data/` that the bundle was made with.
  public var files: Int
  /// Their content together, in bytes.
  public var size: Int
  /// The root of the tree of hashes over them: the bundle's identity.
  public var root: Hash32

  /// The statement as canonical JSON, which is how it is stored.
  public var canonicalJSON: [UInt8] {
    let value: Value = [
      "veedor_bundle": .integer(Self.version), "mission": .string(description.mission),
      "profile": .string(description.profile.rawValue), "title": Self.texts(description.title),
      "notice": Self.texts(description.notice), "files": .integer(files), "size": .integer(size),
      "root": .string(root.hex),
    ]
    return value.canonicalJSON
  }

  private static func texts(_ texts: [String: String]) -> Value { .object(texts.mapValues(Value.string)) }

  init(description: BundleDescription, files: Int, size: Int, root: Hash32) {
    (self.description, self.files, self.size, self.root) = (description, files, size, root)
  }

  /// The statement stored as `bytes`, which must be canonical.
  init(parsing bytes: [UInt8]) throws(BundleMessage) {
    let value: Value
    do { value = try Value(json: bytes) } catch { throw .statement("\(error)") }
    guard value["veedor_bundle"]?.integer == Self.version else {
      throw .statement("'veedor_bundle' is not \(Self.version)")
    }
    func text(_ key: String) throws(BundleMessage) -> String {
      guard let text = value[key]?.string else { throw .statement("'\(key)' is not a text") }
      return text
    }
    func texts(_ key: String) throws(BundleMessage) -> [String: String] {
      guard let members = value[key]?.object else { throw .statement("'\(key)' is not an object of texts") }
      return members.compactMapValues(\.string)
    }
    func count(_ key: String) throws(BundleMessage) -> Int {
      guard let count = value[key]?.integer, count >= 0 else { throw .statement("'\(key)' is not a count") }
      return count
    }
    guard let profile = BundleProfile(rawValue: try text("profile")) else { throw .statement("unknown profile") }
    guard let root = Hash32(hex: try text("root")) else { throw .statement("'root' is not a hash") }
    description = BundleDescription(
      mission: try text("mission"), profile: profile, title: try texts("title"), notice: try texts("notice"))
    (files, size, self.root) = (try count("files"), try count("size"), root)
    // Also finds unknown members and texts that are none.
    guard bytes == canonicalJSON else { throw .statement("it is not canonical") }
  }
}
