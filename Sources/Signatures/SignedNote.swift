import Hashing

/// A text with signatures of keys that have names: C2SP signed-note. It ends with an empty line, then one line for each
/// signature.
public struct SignedNote: Sendable, Hashable {
  /// The most bytes of a note that is read.
  public static let largest = 16 << 10
  /// The most signatures of a note that is read.
  public static let mostSignatures = 64

  /// One signature line.
  public struct Signature: Sendable, Hashable {
    /// The key's name.
    public let name: String
    /// What tells keys of one name apart: four bytes.
    public let keyID: [UInt8]
    /// What the key made.
    public let bytes: [UInt8]

    /// What `key` made: `bytes`.
    public init(by key: NoteKey, _ bytes: [UInt8]) { self.init(name: key.name, keyID: key.keyID, bytes: bytes) }

    /// What the key that `name` and `keyID` tell of made: `bytes`.
    public init(name: String, keyID: [UInt8], bytes: [UInt8]) {
      (self.name, self.keyID, self.bytes) = (name, keyID, bytes)
    }

    /// The line, with its line break.
    var line: String { "— \(name) \(base64Text(keyID + bytes))\n" }
  }

  /// What is signed, with its last line break.
  public let text: String
  /// The signatures, in the order of their lines' bytes.
  public let signatures: [Signature]

  /// `text` with `signatures`.
  public init(text: String, signatures: some Sequence<Signature>) {
    self.text = text
    self.signatures = Set(signatures).sorted { $0.line.utf8.lexicographicallyPrecedes($1.line.utf8) }
  }

  /// The note that `bytes` write; nil where they are none, or are not written as notes are.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.largest, let note = String(validating: bytes, as: UTF8.self),
      bytes.allSatisfy({ $0 >= 0x20 || $0 == UInt8(ascii: "\n") }), note.utf8.last == UInt8(ascii: "\n")
    else { return nil }
    var lines = note.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    guard let gap = lines.lastIndex(of: ""), gap > 0 else { return nil }
    let signatures = lines[(gap + 1)...].map(Self.signature)
    guard !signatures.isEmpty, signatures.count <= Self.mostSignatures, signatures.allSatisfy({ $0 != nil }) else {
      return nil
    }
    lines.removeSubrange(gap...)
    self.init(text: lines.joined(separator: "\n") + "\n", signatures: signatures.compactMap(\.self))
  }

  /// The note as it stands in a file.
  public var bytes: [UInt8] { Array((text + "\n" + signatures.map(\.line).joined()).utf8) }

  /// The same text with the signatures of both.
  public func joined(with other: SignedNote) -> SignedNote {
    SignedNote(text: text, signatures: signatures + other.signatures)
  }

  private static func signature(_ line: Substring) -> Signature? {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "—", NoteKey.isName(parts[1]), let bytes = base64Bytes(parts[2]),
      bytes.count > 4
    else { return nil }
    return Signature(name: String(parts[1]), keyID: Array(bytes.prefix(4)), bytes: Array(bytes.dropFirst(4)))
  }
}

/// A key that can be held against a note's signatures: its name, type and bytes.
public struct NoteKey: Sendable, Hashable {
  /// What a key signs.
  public enum Purpose: UInt8, Sendable {
    /// The text itself, with Ed25519: type 0x01 of signed-note.
    case heads = 0x01
    /// A time and the text, with Ed25519: type 0x04, cosignature/v1 of tlog-cosignature.
    case cosignatures = 0x04
  }

  /// The key's name.
  public let name: String
  /// What it signs.
  public let purpose: Purpose
  /// The 32 bytes of the Ed25519 key (RFC 8032).
  public let publicKey: [UInt8]

  /// The key `publicKey` under `name`.
  public init(name: String, purpose: Purpose, publicKey: [UInt8]) {
    (self.name, self.purpose, self.publicKey) = (name, purpose, publicKey)
  }

  /// The key that `text` writes: `<name>+<four bytes in hexadecimal>+<type and key in base64>`.
  public init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, Self.isName(parts[0]), let bytes = base64Bytes(parts[2]), bytes.count == 33,
      let purpose = Purpose(rawValue: bytes[0])
    else { return nil }
    self.init(name: String(parts[0]), purpose: purpose, publicKey: Array(bytes.dropFirst()))
    guard hexDigits(keyID) == parts[1] else { return nil }
  }

  /// The key as text.
  public var text: String {
    "\(name)+\(hexDigits(keyID))+\(base64Text([purpose.rawValue] + publicKey))"
  }

  /// SHA-256(name || 0x0A || type || key)[:4].
  var keyID: [UInt8] { Array(Hash32(of: Array(name.utf8) + [0x0A, purpose.rawValue] + publicKey).bytes.prefix(4)) }

  /// Whether `note` has a signature of the key over its text, and each one that says so is.
  public func hasSigned(_ note: SignedNote) -> Bool {
    let count = note.signatures.count(where: isNamed)
    return count > 0 && signed(note)?.signatures.count == count
  }

  /// `note` with no other signatures than those that the key made over its text; nil where it made none.
  public func signed(_ note: SignedNote) -> SignedNote? {
    guard purpose == .heads, let key = VerifyingKey(publicKey) else { return nil }
    let text = Array(note.text.utf8)
    let mine = note.signatures.filter { isNamed($0) && key.isValid($0.bytes, for: text) }
    return mine.isEmpty ? nil : SignedNote(text: note.text, signatures: mine)
  }

  /// Whether `signature` says that it is of the key.
  func isNamed(_ signature: SignedNote.Signature) -> Bool {
    signature.name == name && signature.keyID == keyID
  }

  static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && !text.unicodeScalars.contains { $0 == "+" || $0.properties.isWhitespace }
  }
}
