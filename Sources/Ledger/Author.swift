import Hashing

/// Who writes a feed: one key on one device, under a pseudonym. The name says nothing of the person, and which key may
/// sign for it: `<pseudonym>.<first 16 digits of SHA-256(public key)>`.
public struct Author: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name.
  public let name: String

  /// The author of that name; nil where the name has another form.
  public init?(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, (4...32).contains(parts[0].utf8.count),
      parts[0].utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
      parts[1].utf8.count == 16, Hash32(hex: String(repeating: String(parts[1]), count: 4)) != nil
    else { return nil }
    self.name = name
  }

  /// A new author with `publicKey`, under a pseudonym of four random syllables.
  init(publicKey: [UInt8], _ generator: inout some RandomNumberGenerator) {
    let (consonants, vowels) = (Array("bcdfghjklmnprstv"), Array("aeiou"))
    let pseudonym = (0..<4).map { _ in
      String([
        consonants[Int.random(in: 0..<consonants.count, using: &generator)],
        vowels[Int.random(in: 0..<5, using: &generator)],
      ])
    }
    name = pseudonym.joined() + "." + Self.mark(of: publicKey)
  }

  /// Whether `publicKey` is the author's.
  func hasKey(_ publicKey: [UInt8]) -> Bool { name.hasSuffix("." + Self.mark(of: publicKey)) }

  private static func mark(of publicKey: [UInt8]) -> String { String(Hash32(of: publicKey).hex.prefix(16)) }

  /// The name.
  public var description: String { name }

  /// Authors come in the order of their names' bytes.
  public static func < (a: Author, b: Author) -> Bool { a.name.utf8.lexicographicallyPrecedes(b.name.utf8) }
}
