internal import Archive
internal import Diagnostics
internal import Files
internal import Hashing
import Language
internal import Schema
internal import Signatures

/// The check of a whole bundle: one pass over the content, wherever it stands, then statement, leaves and bag from what
/// it gave. What follows from statement and files is made again, as the writer makes it, and compared byte for byte.
struct BundleCheck {
  /// How many problems of one part are told in full.
  static let told = 20
  private(set) var facts: BundleFacts
  private let content: BundleContent

  /// Checks the bundle in `bytes`, which may be anything, and where `packing` says so how it is packed.
  init(
    _ bytes: BundleBytes, limits: ArchiveLimits, packing: Bool = false, knowing keys: KnownKeys = { _ in [] }
  ) throws {
    try self.init(try BundleContainer(bytes, limits: limits, packing: packing), keys)
  }

  /// Checks the bundle that was unpacked into `folder`, which may hold anything.
  init(_ folder: Folder, limits: ArchiveLimits, knowing keys: KnownKeys) throws {
    try self.init(try BundleContainer(folder, limits: limits), keys)
  }

  /// The keys that are known of a mission, beside those that a bundle names.
  typealias KnownKeys = (_ mission: String) throws -> [VerifyingKey]

  /// The hash of each entry's content, by path.
  var hashes: [String: Hash32] { content.hashes }
  private var files: [BundleContent.File] { content.files }
  private var tags: [String: [UInt8]] { content.tags }

  private init(_ container: BundleContainer, _ keys: KnownKeys) throws {
    (facts, content) = (container.facts, container.content ?? BundleContent(count: 0, limits: ArchiveLimits()))
    if container.content == nil { return }
    let required = BundleLayout.tagFiles + [BundleLayout.crate]
    let layout = required.filter { hashes[$0] == nil }.map(BundleMessage.missing) + content.misplaced
    tell(layout)
    if !layout.isEmpty { facts.bag = .bad }
    guard let statement = readStatement() else { return }
    checkLeaves(of: statement)
    checkSignatures(of: statement, knowing: try keys(statement.description.mission))
    let problems = problemsOfBag(statement)
    tell(problems)
    facts.bag = layout.isEmpty && problems.isEmpty ? .good : .bad
  }

  // MARK: Identity

  private mutating func readStatement() -> BundleStatement? {
    guard let stored = tags[BundleLayout.statement] else { return nil }
    do throws(BundleMessage) {
      let statement = try BundleStatement(parsing: stored)
      facts.statement = statement
      facts.missing = max(0, statement.leaves - files.count)
      return statement
    } catch {
      facts.identity = .bad
      tell([error])
      return nil
    }
  }

  private mutating func checkLeaves(of statement: BundleStatement) {
    guard let leaves = tags[BundleLayout.leaves], let salts = tags[BundleLayout.salts] else { return }
    guard leaves.count % 32 == 0, leaves.count / 32 == statement.leaves else {
      (facts.identity, facts.leaves) = (.bad, .bad)
      return tell([.lengthOf(BundleLayout.leaves)])
    }
    let list = leaves.withUnsafeBytes { bytes in (0..<statement.leaves).map { Hash32(bytes, at: $0 * 32) } }
    let root = MerkleTree.root(list)
    facts.computedRoot = root
    let ofIdentity = root == statement.root ? [] : [BundleMessage.rootDiffers(stated: statement.root, computed: root)]
    facts.identity = ofIdentity.isEmpty ? .good : .bad
    var ofLeaves = problemsOfLeaves(list, salts: salts)
    if ofLeaves.isEmpty, statement.size != files.reduce(0, { $0 + $1.size }) {
      ofLeaves.append(.statement(Text(en: "'size' is not that of the files", es: "«size» no es el de los archivos")))
    }
    facts.leaves = ofLeaves.isEmpty ? .good : .bad
    tell(ofIdentity)
    tell(ofLeaves)
  }

  private func problemsOfLeaves(_ list: [Hash32], salts: [UInt8]) -> [BundleMessage] {
    guard salts.count == list.count * Salt.size else { return [.lengthOf(BundleLayout.salts)] }
    let made = files.map(Self.leaf)
    guard files.count == list.count else {
      let known = Set(list)
      return [.fileCount(stated: list.count, found: files.count)]
        + files.indices.filter { !known.contains(made[$0].leaf) }.map { .leafDiffers(path: files[$0].path) }
    }
    return files.indices.compactMap { index in
      let (salt, leaf) = made[index]
      if leaf != list[index] { return .leafDiffers(path: files[index].path) }
      let stored = salts[(index * Salt.size)..<((index + 1) * Salt.size)]
      return stored.elementsEqual(salt.bytes) ? nil : .saltDiffers(path: files[index].path)
    }
  }

  private static func leaf(of file: BundleContent.File) -> (salt: Salt, leaf: Hash32) {
    let salt = Salt(path: file.path, content: file.hash, key: Salt.publicKey)
    return (salt, MerkleTree.leaf(salt: salt.bytes, path: file.path, size: file.size, content: file.hash))
  }

  // MARK: Signatures

  /// Holds the signatures against `statement`: `keys` are tried where nothing says which key it was.
  private mutating func checkSignatures(of statement: BundleStatement, knowing keys: [VerifyingKey]) {
    let check = SignatureCheck(content.attestations, minisig: content.minisig, of: statement, knowing: keys)
    facts.signatures = check.signatures
    facts.missingSigners = statement.signers.filter { key in !check.signatures.contains { $0.key == key } }
    facts.signatureProblems = Self.first(check.problems)
    if !check.signatures.isEmpty, facts.identity != .good || facts.leaves != .good {
      facts.signatureProblems.append(Diagnostic(signedOtherFiles()))
    }
    facts.unread = check.unread
    facts.notes += Self.first(check.unread.map(BundleMessage.unread))
  }

  /// Why signatures that hold are not of these files.
  private func signedOtherFiles() -> SignatureMessage {
    guard facts.identity == .good, let stored = tags[BundleLayout.leaves] else { return .otherLeaves }
    let leaves = stored.withUnsafeBytes { bytes in
      Set((0..<bytes.count / 32).map { Hash32(bytes, at: $0 * 32) })
    }
    return files.contains { leaves.contains(Self.leaf(of: $0).leaf) } ? .editedAfterSigning : .replayedStatement
  }

  // MARK: Bag

  /// Where a file that follows from `statement` and files differs from what follows. Each is held against the others as
  /// they are stored, so that one difference is told once.
  private func problemsOfBag(_ statement: BundleStatement) -> [BundleMessage] {
    var problems: [BundleMessage] = []
    let metadata = ResearchCrate.metadata(statement.description, files: files.map { ($0.path, $0.size) })
    if let crate = content.crate, crate.hash != Hash32(of: metadata) {
      problems.append(.derived(crate.path, line: nil))
    }
    let payload = Self.sorted(files + [content.crate].compactMap { $0 })
    let size = payload.reduce(0) { $0 + $1.size }
    let derived = [
      (BundleLayout.declaration, BagManifest.declaration),
      (BundleLayout.info, BagInfo.write(statement.description, files: payload.count, size: size)),
      (BundleLayout.manifest, BagManifest.write(payload.map { ($0.path, $0.hash) })),
      (BundleLayout.tagManifest, tagManifest()),
    ]
    for (path, made) in derived {
      if let stored = tags[path], stored != made {
        problems.append(.derived(path, line: Self.firstDifference(stored, made)))
      }
    }
    return problems
  }

  /// The manifest of all files but the payload, and an `attestation` more.
  func tagManifest(with attestation: (path: String, bytes: [UInt8])? = nil) -> [UInt8] {
    let paths = BundleLayout.tagFiles.filter { $0 != BundleLayout.tagManifest } + content.attestations.map(\.path)
    var others = (paths + [BundleLayout.minisig]).compactMap { path in
      hashes[path].map { BundleContent.File(path: path, size: 0, hash: $0) }
    }
    if let (path, bytes) = attestation { others.append(.init(path: path, size: 0, hash: Hash32(of: bytes))) }
    return BagManifest.write(Self.sorted(others).map { ($0.path, $0.hash) })
  }

  private static func sorted(_ files: [BundleContent.File]) -> [BundleContent.File] {
    files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The line, from 1, in which two texts first differ.
  private static func firstDifference(_ one: [UInt8], _ other: [UInt8]) -> Int {
    let common = zip(one, other).prefix { $0 == $1 }
    return 1 + common.count { $0.0 == UInt8(ascii: "\n") }
  }

  // MARK: Telling

  private mutating func tell(_ problems: [BundleMessage]) { facts.problems += Self.first(problems) }

  /// The first of `messages`, and how many more there are.
  static func first(_ messages: [some DiagnosticMessage]) -> [Diagnostic] {
    let first = messages.prefix(told).map { Diagnostic($0) }
    return messages.count > told ? first + [Diagnostic(BundleMessage.more(messages.count - told))] : first
  }
}
