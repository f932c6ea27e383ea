import Hashing
import Language
public import Signatures

/// That an entry stands in a feed, to be checked offline with the author's public key alone: C2SP tlog-proof. It carries the entry
/// itself as its extra data.
///
///     let proof = try ledger.proof(of: "5aed2491")
///     let entry = try EntryProof(proof.bytes, file: "one.tlog-proof").verified(by: key, file: "one.tlog-proof")
public struct EntryProof: Sendable, Equatable {
  /// The most bytes of a proof: an entry in base64, a path, a head.
  public static let largest = 2 * Entry.largest

  private let entry: Entry
  private let path: [Hash32]
  private let note: SignedNote

  init(of entry: Entry, in ids: [Hash32], under note: SignedNote) {
    (self.entry, self.note) = (entry, note)
    path = MerkleTree.inclusionProof(of: entry.seq, in: ids)
  }

  /// The proof that `bytes` of `file` write.
  public init(_ bytes: [UInt8], file: String) throws(FeedMessage) {
    guard bytes.count <= Self.largest, let proof = Self.read(bytes) else { throw .badProof(file: file, .noProof) }
    self = proof
  }

  private init(entry: Entry, path: [Hash32], note: SignedNote) {
    (self.entry, self.path, self.note) = (entry, path, note)
  }

  private static func read(_ bytes: [UInt8]) -> EntryProof? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let gap = lines.firstIndex(of: ""), gap >= 3, gap <= 3 + 64, lines[0] == firstLine,
      lines[1].hasPrefix("extra "),
      let extra = base64Bytes(lines[1].dropFirst(6)), let entry = try? Entry(extra), lines[2] == "index \(entry.seq)",
      let note = SignedNote(Array(lines[(gap + 1)...].joined(separator: "\n").utf8))
    else { return nil }
    let path = lines[3..<gap].compactMap { line in
      base64Bytes(line).flatMap { $0.count == 32 ? $0.withUnsafeBytes { Hash32($0, at: 0) } : nil }
    }
    return path.count == gap - 3 ? EntryProof(entry: entry, path: path, note: note) : nil
  }

  private static let firstLine = "c2sp.org/tlog-proof@v1"

  /// The proof as a file holds it.
  public var bytes: [UInt8] {
    let lines =
      [Self.firstLine, "extra \(base64Text(entry.bytes))", "index \(entry.seq)"] + path.map { base64Text($0.bytes) }
    return Array(lines.map { $0 + "\n" }.joined().utf8) + [UInt8(ascii: "\n")] + note.bytes
  }

  /// The entry, where `key` has signed a head of its author's feed under which it stands; and the size of that head.
  public func verified(by key: NoteKey, file: String) throws(FeedMessage) -> (entry: Entry, size: Int) {
    guard let checkpoint = Checkpoint(note.text), key.purpose == .heads, key.name == checkpoint.origin,
      key.hasSigned(note),
      let author = Author(entry.author), author.hasKey(key.publicKey), checkpoint.origin.hasSuffix("/\(author.name)")
    else { throw .badProof(file: file, .notSigned) }
    let head = checkpoint.head
    guard MerkleTree.includes(entry.id, at: entry.seq, size: head.size, root: head.root, proof: path) else {
      throw .badProof(file: file, .notIncluded)
    }
    return (entry, head.size)
  }
}

/// Why a proof shows nothing.
public enum ProofFault: Sendable, Hashable {
  /// It is not written as proofs of entries are.
  case noProof
  /// Its head is not signed by the key, or is another feed's.
  case notSigned
  /// The entry does not stand under the head.
  case notIncluded

  /// The reason, as part of a sentence.
  var words: Text {
    switch self {
    case .noProof: Text(en: "it is no proof of an entry", es: "no es la prueba de una entrada")
    case .notSigned:
      Text(
        en: "the key has signed no head of this feed in it",
        es: "la clave no ha firmado ninguna cabecera de estas entradas en ella")
    case .notIncluded:
      Text(en: "the entry does not stand under the head in it", es: "la entrada no está bajo la cabecera que contiene")
    }
  }
}

extension Ledger {
  /// The proof that the entry whose id begins with the digits `prefix` stands under the head that its author signed.
  public func proof(of prefix: String) throws -> EntryProof {
    let found = try layouts().flatMap { layout in
      layout.feed.prefix(layout.signedSize).compactMap(\.entry).filter {
        !prefix.isEmpty && $0.id.hex.hasPrefix(prefix)
      }
      .compactMap { entry in layout.head.map { (entry, layout, $0) } }
    }
    guard let (entry, layout, note) = found.first else { throw LedgerMessage.notSigned(prefix) }
    guard found.count == 1 else { throw LedgerMessage.severalRecords(prefix, count: found.count) }
    return EntryProof(of: entry, in: layout.feed.prefix(layout.signedSize).map(\.id), under: note)
  }
}
