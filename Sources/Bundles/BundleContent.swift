internal import Archive
internal import Hashing
internal import Signatures

/// What stands in a bundle, wherever it was read from: the files' hashes, and of small ones that follow from others the
/// content.
struct BundleContent {
  struct File {
    var path: String
    var size: Int
    var hash: Hash32
  }

  /// What a file besides the payload may have, in bytes.
  private let tagLimit: Int
  /// The hash of each file's content, by path.
  private(set) var hashes: [String: Hash32] = [:]
  /// The files that have leaves.
  private(set) var files: [File] = []
  private(set) var crate: File?
  /// The content of the files that every bundle has besides.
  private(set) var tags: [String: [UInt8]] = [:]
  /// What keys vouch for about the statement.
  private(set) var attestations: [(path: String, bytes: [UInt8])] = []
  /// The signature for those who check with minisign.
  private(set) var minisig: [UInt8]?
  /// What has no place.
  private(set) var misplaced: [BundleMessage] = []

  /// Nothing yet of a bundle of `count` files.
  init(count: Int, limits: ArchiveLimits) { tagLimit = Self.tagLimit(files: count, limits) }

  /// What a file besides the payload may have, in bytes: enough for any manifest of so many files.
  static func tagLimit(files: Int, _ limits: ArchiveLimits) -> Int { (1 << 16) + files * (limits.pathLength + 67) }

  /// Takes in the file at `path`, of `size` bytes, which `read` hands on piece by piece.
  mutating func add(
    _ path: String, size: Int, _ read: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    let place = BundleLayout.place(path)
    let limit: Int? =
      switch place {
      case .tag: tagLimit
      case .attestation, .minisig: Envelope.largest
      case .crate, .file, .later, .none: nil
      }
    if let limit, size > limit { throw ArchiveMessage.tooLarge(limit: limit) }
    var hash = IncrementalHash()
    var content: [UInt8] = []
    try read {
      hash.update($0)
      if limit != nil { content.append(contentsOf: $0) }
    }
    let file = File(path: path, size: size, hash: hash.finalize())
    hashes[path] = file.hash
    switch place {
    case .tag: tags[path] = content
    case .crate: crate = file
    case .file: files.append(file)
    // Beyond the most that are read, their number is enough.
    case .attestation: attestations.append((path, attestations.count < SignatureCheck.most ? content : []))
    case .minisig: minisig = content
    case .later: misplaced.append(.later("'\(path)'"))
    case .none: misplaced.append(.unexpected(path))
    }
  }

  /// Takes in something at `path` that is no file.
  mutating func addUnexpected(_ path: String) { misplaced.append(.unexpected(path)) }

  /// Puts the files in the order of their leaves.
  mutating func sort() {
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    attestations.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
