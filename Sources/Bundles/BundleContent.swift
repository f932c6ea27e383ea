internal import Archive
internal import Hashing
import Language
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
  private var attestationCount = 0
  /// The signature for those who check with minisign.
  private(set) var minisig: [UInt8]?
  /// What has no place.
  private(set) var misplaced: [BundleMessage] = []

  /// Nothing yet of a bundle of `count` files.
  init(count: Int, limits: ArchiveLimits) { tagLimit = Self.tagLimit(files: count, limits) }

  /// What a file besides the payload may have, in bytes: enough for any manifest of so many files.
  static func tagLimit(files: Int, _ limits: ArchiveLimits) -> Int { (1 << 16) + files * (limits.pathLength + 67) }

  /// What is done with a file's content.
  enum Keeping { case hash, content }

  /// What a file was read to.
  struct Reading: Sendable {
    var hash: Hash32
    /// Where it is kept.
    var content: [UInt8]
  }

  /// What is done with the content of the file at `path`, of `size` bytes, the next to be read. Throws where it would be kept
  /// and is too large.
  mutating func keeping(_ path: String, size: Int) throws(ArchiveMessage) -> Keeping {
    switch BundleLayout.place(path) {
    case .tag: return try keeping(size, atMost: tagLimit)
    case .minisig: return try keeping(size, atMost: Envelope.largest)
    case .attestation:
      let keeping = try keeping(size, atMost: Envelope.largest)
      attestationCount += 1
      // Beyond the most that are read, their number is enough.
      return attestationCount <= SignatureCheck.most ? keeping : .hash
    case .crate, .file, .later, .none: return .hash
    }
  }

  private func keeping(_ size: Int, atMost limit: Int) throws(ArchiveMessage) -> Keeping {
    if size > limit { throw .tooLarge(limit: limit) }
    return .content
  }

  /// Takes in the file at `path`, of `size` bytes, which was read.
  mutating func add(_ path: String, size: Int, _ reading: Reading) {
    let file = File(path: path, size: size, hash: reading.hash)
    hashes[path] = file.hash
    switch BundleLayout.place(path) {
    case .tag: tags[path] = reading.content
    case .crate: crate = file
    case .file: files.append(file)
    case .attestation: attestations.append((path, reading.content))
    case .minisig: minisig = reading.content
    case .later: misplaced.append(.later(Text(en: "'\(path)'", es: "«\(path)»")))
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
