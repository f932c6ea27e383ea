import Files
import Hashing
public import Signatures
public import Times

/// Cosigns the heads of other missions' feeds, on this machine alone.
///
/// What it saw last of each feed stands outside all workspaces and is on the disk before a cosignature leaves, so that it never
/// cosigns two heads that contradict each other. Two that do are both kept: they prove it.
public struct Witness: Sendable {
  /// The key with which it cosigns.
  public let key: SigningKey
  private let path: String?

  /// The witness with `key`, which keeps what it saw in the folder at `path`.
  public init(_ key: SigningKey, path: String?) { (self.key, self.path) = (key, path) }

  /// The witness with `key`, which keeps what it saw in `veedor/witnessed` of ``UserFolder/state``.
  public init(_ key: SigningKey) { self.init(key, path: UserFolder.state.map { "\($0)/veedor/witnessed" }) }

  /// A head that was cosigned.
  public struct Cosigned: Sendable, Equatable {
    /// The head with the signature of its feed's key and the cosignature.
    public let note: SignedNote
    /// What it says.
    public let checkpoint: Checkpoint
    /// The size that was seen of the feed before; nil where it was seen for the first time.
    public let seen: Int?
  }

  /// Cosigns the head of `request`, which stands in `file`, where `log` signed it and it continues what was seen of this feed.
  ///
  /// - Throws: `WitnessMessage` where it does not; the head is kept then, beside the one that was seen.
  public func cosign(_ request: CosignRequest, file: String, of log: NoteKey, at time: Instant) throws -> Cosigned {
    // Byte for byte, as what was seen is kept by the origin's bytes: one name can be written in two ways.
    guard let checkpoint = Checkpoint(request.note.text), log.name.utf8.elementsEqual(checkpoint.origin.utf8),
      log.hasSigned(request.note),
      let signed = log.signed(request.note)
    else { throw WitnessMessage.notSigned(file: file) }
    guard let path else { throw LedgerMessage.noKeyFolder }
    let folder = try Folder.made(path: "\(path)/\(key.verifier.hex.prefix(16))", mode: 0o700)
    let name = Hash32(of: Array(checkpoint.origin.utf8)).hex
    let lock = try folder.lock("\(name).lock", waits: true)
    return try withExtendedLifetime(lock) {
      let seen = try Self.seen(name, checkpoint.origin, in: folder)
      do throws(WitnessMessage) {
        try Self.check(request, checkpoint.head, continues: seen)
      } catch {
        let kept = Hash32(of: Array(signed.text.utf8)).hex.prefix(16)
        try folder.write(signed.bytes, to: "\(name).\(kept).refused", mode: 0o600)
        throw error
      }
      let note = try key.cosigned(signed, at: time.seconds)
      try folder.write(note.bytes, to: "\(name).head", mode: 0o600)
      return Cosigned(note: note, checkpoint: checkpoint, seen: seen?.size)
    }
  }

  private static func seen(_ name: String, _ origin: String, in folder: Folder) throws -> FeedHead? {
    guard let bytes = try folder.read("\(name).head", atMost: .small) else { return nil }
    guard let note = SignedNote(bytes.withUnsafeBytes(Array.init)), let seen = Checkpoint(note.text),
      seen.origin == origin
    else { throw FeedMessage.badHead(file: "\(folder.path)/\(name).head") }
    return seen.head
  }

  private static func check(
    _ request: CosignRequest, _ head: FeedHead, continues seen: FeedHead?
  ) throws(WitnessMessage) {
    guard let seen else { return }
    if head.size < seen.size { throw .shorter(size: head.size, seen: seen.size) }
    if head.size == seen.size {
      guard head.root == seen.root else { throw .contradicts(size: seen.size) }
      return
    }
    guard request.old == seen.size else { throw .otherOld(old: request.old, seen: seen.size) }
    guard seen.size == 0 || MerkleTree.extends(seen.size, seen.root, to: head.size, head.root, proof: request.proof)
    else { throw .doesNotContinue(size: head.size, seen: seen.size) }
  }
}
