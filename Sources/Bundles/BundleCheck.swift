internal import Archive
internal import Diagnostics
internal import Hashing
internal import Schema

/// The check of a whole bundle, from its bytes: one pass over the content, then bag and identity from what it gave.
struct BundleCheck {
  /// How many problems of one part are told in full.
  static let told = 20
  /// What a file besides the payload may have, in bytes: enough for any manifest of so many files.
  static func tagLimit(files: Int, _ limits: ArchiveLimits) -> Int { (1 << 16) + files * (limits.pathLength + 67) }

  private(set) var facts = BundleFacts()
  /// The hash of each entry's content, by path.
  private(set) var hashes: [String: Hash32] = [:]
  private var sizes: [String: Int] = [:]
  /// The payload's paths, ascending.
  private var payload: [String] = []
  /// The content of the files that every bundle has besides.
  private var tags: [String: [UInt8]] = [:]
  /// The paths of all others.
  private var strays: [String] = []

  /// Checks the bundle in `bytes`, which may be anything.
  init(_ bytes: UnsafeRawBufferPointer, limits: ArchiveLimits) throws {
    guard try readContainer(bytes, limits: limits) else { return }
    checkBag()
    checkIdentity()
  }

  // MARK: Container

  private mutating func readContainer(_ bytes: UnsafeRawBufferPointer, limits: ArchiveLimits) throws -> Bool {
    do {
      let entries = try ArchiveDirectory(parsing: bytes, limits: limits, isCanonical: true).entries
      let tagLimit = Self.tagLimit(files: entries.count, limits)
      for entry in entries { try read(entry, bytes, tagLimit: tagLimit) }
    } catch let message as ArchiveMessage {
      facts.container = .bad
      facts.problems += [Diagnostic(message), Diagnostic(BundleMessage.container)]
      return false
    }
    facts.container = .good
    return true
  }

  private mutating func read(_ entry: ArchiveEntry, _ bytes: UnsafeRawBufferPointer, tagLimit: Int) throws {
    let isTag = BundleLayout.tagFiles.contains(entry.path)
    if isTag, entry.size > tagLimit { throw ArchiveMessage.tooLarge(limit: tagLimit) }
    var hash = IncrementalHash()
    var content: [UInt8] = []
    try entry.read(from: bytes) {
      hash.update($0)
      if isTag { content.append(contentsOf: $0) }
    }
    hashes[entry.path] = hash.finalize()
    sizes[entry.path] = entry.size
    if isTag {
      tags[entry.path] = content
    } else if entry.path.hasPrefix(BundleLayout.payload) {
      payload.append(entry.path)
    } else {
      strays.append(entry.path)
    }
  }

  // MARK: Bag

  private mutating func checkBag() {
    var problems: [BundleMessage] = []
    for path in BundleLayout.tagFiles where tags[path] == nil { problems.append(.missing(path)) }
    problems += (strays + payload.filter { !BundleLayout.allows($0) }).map(BundleMessage.unexpected)
    if let bytes = tags[BundleLayout.declaration], bytes != BagManifest.declaration() { problems.append(.declaration) }
    if let bytes = tags[BundleLayout.manifest] {
      problems += BagManifest.problems(of: BundleLayout.manifest, bytes, required: payload, hashes: hashes)
    }
    if let bytes = tags[BundleLayout.tagManifest] {
      let required = BundleLayout.tagFiles.filter { $0 != BundleLayout.tagManifest }
      problems += BagManifest.problems(of: BundleLayout.tagManifest, bytes, required: required, hashes: hashes)
    }
    let oxum = BagInfo.oxum(files: payload.count, size: payload.reduce(0) { $0 + (sizes[$1] ?? 0) })
    if let bytes = tags[BundleLayout.info], BagInfo(parsing: bytes)["Payload-Oxum"] != oxum { problems.append(.oxum) }
    facts.bag = problems.isEmpty ? .good : .bad
    tell(problems)
  }

  // MARK: Identity

  private mutating func checkIdentity() {
    guard let stored = tags[BundleLayout.statement], let leaves = tags[BundleLayout.leaves],
      let salts = tags[BundleLayout.salts]
    else { return facts.identity = .bad }
    var problems: [BundleMessage] = []
    do throws(BundleMessage) {
      let statement = try BundleStatement(parsing: stored)
      facts.statement = statement
      facts.missing = statement.files - payload.count
      problems = problemsOfIdentity(statement, leaves: leaves, salts: salts)
    } catch {
      problems = [error]
    }
    facts.identity = problems.isEmpty ? .good : .bad
    tell(problems)
  }

  private mutating func problemsOfIdentity(
    _ statement: BundleStatement, leaves: [UInt8], salts: [UInt8]
  ) -> [BundleMessage] {
    guard leaves.count % 32 == 0, leaves.count / 32 == statement.files else {
      return [.lengthOf(BundleLayout.leaves)]
    }
    guard salts.count == statement.files * Salt.size else { return [.lengthOf(BundleLayout.salts)] }
    var problems: [BundleMessage] = []
    let list = leaves.withUnsafeBytes { bytes in (0..<statement.files).map { Hash32(bytes, at: $0 * 32) } }
    let root = MerkleTree.root(list)
    facts.computedRoot = root
    if root != statement.root { problems.append(.rootDiffers(stated: statement.root, computed: root)) }
    guard payload.count == statement.files else {
      return problems + [.fileCount(stated: statement.files, found: payload.count)]
    }
    var size = 0
    for (index, path) in payload.enumerated() {
      guard let content = hashes[path], let fileSize = sizes[path] else { continue }
      let salt = salts[(index * Salt.size)..<((index + 1) * Salt.size)]
      if !salt.elementsEqual(Salt(path: path, content: content, key: Salt.publicKey).bytes) {
        problems.append(.saltDiffers(path: path))
      } else if MerkleTree.leaf(salt: salt, path: path, size: fileSize, content: content) != list[index] {
        problems.append(.leafDiffers(path: path))
      }
      size += fileSize
    }
    if size != statement.size { problems.append(.statement("'size' is not that of the files")) }
    return problems
  }

  private mutating func tell(_ problems: [BundleMessage]) {
    facts.problems += problems.prefix(Self.told).map { Diagnostic($0) }
    if problems.count > Self.told { facts.problems.append(Diagnostic(BundleMessage.more(problems.count - Self.told))) }
  }
}
