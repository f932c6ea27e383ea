public import Hashing
import Language
public import Schema
import Signatures
public import Times

/// One entry of a feed: what one author wrote on one device at one place of the feed. It never changes.
///
/// Written it is canonical JSON of six members, `author`, `body`, `prev`, `salt`, `seq`, `time`; its id is its leaf in the tree
/// of RFC 6962, section 2.1.
public struct Entry: Sendable, Hashable {
  /// The most bytes of an entry.
  public static let largest = 64 << 10

  /// The canonical JSON.
  public let bytes: [UInt8]
  /// SHA-256(0x00 || canonical JSON).
  public let id: Hash32
  /// Who wrote it.
  public let author: String
  /// Its place in the feed, from 0.
  public let seq: Int
  /// The id of the author's entry before it; nil for the first one.
  public let prev: Hash32?
  /// When it was recorded, by the author's clock: a statement, never an order.
  public let time: Instant
  /// Whether it has a salt: one without cannot be withheld, since whoever guesses it can tell that it was there.
  public let isSalted: Bool
  private let bodyRange: Range<Int>

  /// The entry that `bytes` write, which must be canonical to the last one.
  public init(_ bytes: some Sequence<UInt8>) throws(EntryFault) {
    let bytes = Array(bytes)
    guard bytes.count <= Self.largest else { throw .tooLarge(bytes: bytes.count) }
    let parts: Parts
    do {
      parts = try bytes.withUnsafeBytes { try Parts($0) }
    } catch let fault as CanonicalScanner.Fault {
      throw .notCanonical(offset: fault.offset)
    } catch {
      throw error as? EntryFault ?? .notCanonical(offset: 0)
    }
    self.bytes = bytes
    id = MerkleTree.leaf(bytes)
    (author, seq, prev, time) = (parts.author, parts.seq, parts.prev, parts.time)
    (isSalted, bodyRange) = (parts.isSalted, parts.body)
  }

  /// A new entry; the time is told in whole minutes of UTC.
  public init(
    author: String, seq: Int, prev: Hash32?, time: Instant, salt: [UInt8], body: [String: Value]
  ) throws(EntryFault) {
    let minute = Instant(seconds: time.seconds - time.seconds % 60)
    let members: Value = [
      "author": .string(author), "body": .object(body), "prev": Value(prev?.hex), "salt": .string(hexDigits(salt)),
      "seq": .integer(seq), "time": .string(minute.rfc3339),
    ]
    try self.init(members.ledgerText)
  }

  /// What it says.
  public var body: [String: Value] { (try? Value(json: bytes[bodyRange]).object) ?? [:] }

  /// What kind of entry it is: `<module>.<name>`; empty where it does not say.
  public var kind: String { body["kind"]?.string ?? "" }

  /// Whether `text` stands anywhere in it: asked of many entries before the bodies of few are parsed.
  func mentions(_ text: String) -> Bool {
    let sought = Array(text.utf8)
    return bytes.withUnsafeBytes { bytes in
      bytes.indices.contains { bytes[$0] == sought.first && bytes[$0...].starts(with: sought) }
    }
  }

  /// The members of an entry, read in their canonical order.
  private struct Parts {
    let author: String
    let body: Range<Int>
    let prev: Hash32?
    let isSalted: Bool
    let seq: Int
    let time: Instant

    init(_ bytes: UnsafeRawBufferPointer) throws {
      var scanner = CanonicalScanner(bytes)
      try scanner.pass(#"{"author":"#)
      author = try scanner.plainText()
      guard Entry.isAuthor(author) else { throw EntryFault.badMember("author") }
      try scanner.pass(#","body":"#)
      let start = scanner.at
      guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { throw EntryFault.badMember("body") }
      try scanner.value()
      body = start..<scanner.at
      try scanner.pass(#","prev":"#)
      if scanner.passes("null") {
        prev = nil
      } else {
        guard let hash = Hash32(hex: try scanner.plainText()) else { throw EntryFault.badMember("prev") }
        prev = hash
      }
      isSalted = scanner.passes(#","salt":"#)
      if isSalted {
        let salt = try scanner.plainText()
        guard salt.utf8.count == 32, Hash32(hex: salt + salt) != nil else { throw EntryFault.badMember("salt") }
      }
      try scanner.pass(#","seq":"#)
      seq = try scanner.integer()
      guard seq >= 0, (seq == 0) == (prev == nil) else { throw EntryFault.badMember("seq") }
      try scanner.pass(#","time":"#)
      guard let instant = Instant(rfc3339: try scanner.plainText()) else { throw EntryFault.badMember("time") }
      time = instant
      try scanner.pass("}")
      guard scanner.isAtEnd else { throw CanonicalScanner.Fault(offset: scanner.at) }
    }
  }

  /// Small letters, digits, points and dashes, a letter or digit first, 64 at most: a name that no path can be led astray by.
  static func isAuthor(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-") else { return false }
    return name.utf8.count <= 64
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}

/// Why bytes are no entry.
public enum EntryFault: Error, Sendable, Hashable {
  /// It has more bytes than an entry may have.
  case tooLarge(bytes: Int)
  /// At this byte it is not, or no longer, canonical JSON with the members of an entry.
  case notCanonical(offset: Int)
  /// A member is not what it must be.
  case badMember(String)

  /// The reason, as part of a sentence.
  var words: Text {
    switch self {
    case .tooLarge(let bytes):
      Text(
        en: "it has \(bytes) bytes, and an entry has at most \(Entry.largest)",
        es: "tiene \(bytes) bytes, y una entrada tiene \(Entry.largest) como máximo")
    case .notCanonical(let offset):
      Text(en: "it is not canonical at byte \(offset)", es: "no es canónica en el byte \(offset)")
    case .badMember(let name):
      Text(en: "its '\(name)' is not what it must be", es: "su «\(name)» no es lo que debe ser")
    }
  }
}
