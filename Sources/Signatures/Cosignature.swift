/// That a witness saw a head: cosignature/v1 of C2SP tlog-cosignature, with Ed25519. As of its time, the head is the longest that the
/// witness had seen of the feed, and continues those before.
public struct Cosignature: Sendable, Hashable {
  /// Whose it is.
  public let witness: NoteKey
  /// When it was made by the witness's clock, in seconds since 1970-01-01T00:00Z.
  public let seconds: Int64

  /// What is signed over the text of a note.
  fileprivate static func message(_ seconds: Int64, _ text: String) -> [UInt8] {
    Array("cosignature/v1\ntime \(seconds)\n\(text)".utf8)
  }

  /// Time and signature that `bytes` write; nil where they have another length, or a time that no clock shows.
  fileprivate static func read(_ bytes: [UInt8]) -> (seconds: Int64, signature: [UInt8])? {
    guard bytes.count == 8 + VerifyingKey.signatureSize else { return nil }
    let seconds = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int64(exactly: seconds).map { ($0, Array(bytes.dropFirst(8))) }
  }
}

extension NoteKey {
  /// The key's cosignatures of `note` that hold, by their time.
  public func cosignatures(of note: SignedNote) -> [Cosignature] {
    guard purpose == .cosignatures, let key = VerifyingKey(publicKey) else { return [] }
    let times = note.signatures.filter(isNamed).compactMap { made -> Int64? in
      guard let (seconds, signature) = Cosignature.read(made.bytes),
        key.isValid(signature, for: Cosignature.message(seconds, note.text))
      else { return nil }
      return seconds
    }
    return Set(times).sorted().map { Cosignature(witness: self, seconds: $0) }
  }
}

extension SigningKey {
  /// `note` with a cosignature of the key more, made `seconds` after 1970-01-01T00:00Z, which are not negative.
  public func cosigned(_ note: SignedNote, at seconds: Int64) throws -> SignedNote {
    precondition(purpose == .cosignatures && seconds >= 0, "a key for cosignatures, and a time of this century")
    let time = (0..<8).map { UInt8(truncatingIfNeeded: seconds >> (56 - 8 * Int64($0))) }
    let made = try signature(of: Cosignature.message(seconds, note.text))
    return SignedNote(text: note.text, signatures: note.signatures + [.init(by: cosigner, time + made)])
  }
}
