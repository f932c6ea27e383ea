public import Hashing
public import Signatures

/// What a witness needs in order to cosign a head: the head, and the proof that it continues the one that the witness saw before. The
/// form is the body of an add-checkpoint request of C2SP tlog-witness, so that it can also be given to a witness on a network.
public struct CosignRequest: Sendable, Equatable {
  /// The most bytes of a request that is read.
  public static let largest = SignedNote.largest + 64 * 46

  /// The size of the head that the witness saw before; 0 where it saw none.
  public let old: Int
  /// The proof that the head continues that one: RFC 6962, section 2.1.2.
  public let proof: [Hash32]
  /// The signed head.
  public let note: SignedNote

  init(old: Int, proof: [Hash32], note: SignedNote) { (self.old, self.proof, self.note) = (old, proof, note) }

  /// The request that `bytes` write; nil where they are none.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.largest, let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let gap = lines.firstIndex(of: ""), (1...64).contains(gap), lines[0].hasPrefix("old "),
      let old = Int(lines[0].dropFirst(4)), old >= 0, "old \(old)" == lines[0],
      let note = SignedNote(Array(lines[(gap + 1)...].joined(separator: "\n").utf8))
    else { return nil }
    let proof = lines[1..<gap].compactMap { line in
      base64Bytes(line).flatMap { $0.count == 32 ? $0.withUnsafeBytes { Hash32($0, at: 0) } : nil }
    }
    guard proof.count == gap - 1 else { return nil }
    self.init(old: old, proof: proof, note: note)
  }

  /// The request as a file holds it.
  public var bytes: [UInt8] {
    let lines = ["old \(old)"] + proof.map { base64Text($0.bytes) } + [""]
    return Array(lines.map { $0 + "\n" }.joined().utf8) + note.bytes
  }
}

extension Ledger {
  /// The request that a witness cosign the head that `key` last signed here. `old` is the size of the head that the witness
  /// cosigned before; 0 where it is the first.
  public func cosignRequest(of key: AuthorKey, old: Int) throws -> CosignRequest {
    guard let layout = try feeds().feeds.first(where: { $0.folder.author == key.author })?.layout,
      let note = layout.head
    else { throw WitnessMessage.nothingSigned(author: key.author.name) }
    let ids = layout.feed.prefix(layout.signedSize).map(\.id)
    guard old >= 0, old <= ids.count else { throw WitnessMessage.shorter(size: ids.count, seen: old) }
    let proof = old == 0 ? [] : MerkleTree.consistencyProof(from: old, in: ids)
    return CosignRequest(old: old, proof: proof, note: note)
  }
}
