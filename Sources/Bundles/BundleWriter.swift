internal import Archive
public import Files
internal import Hashing
public import Parallel
internal import Signatures

/// Writes bundles.
///
///     let writer = BundleWriter(BundleDescription(
///       mission: "honduras_2017", edition: "partners", title: ["en": "Honduras 2017"]))
///     let file = BundleFile("workspace/veedor.yaml", .file { try home.file("veedor.yaml") })
///     let bundle = try writer.write([file], into: home.makeFolder("bundles"))
///
/// Each file is read once: hashed, checksummed and deflated on the way through, never held as a whole. The same files
/// give the same bytes, for one version of zlib and any number of threads, and the same identity for any version.
public struct BundleWriter: Sendable {
  private let description: BundleDescription
  private let signers: [BundleSigner]
  private let threads: Int

  /// What was written.
  public struct Written: Hashable, Sendable {
    /// The bundle's path.
    public var path: String
    /// What it vouches for.
    public var statement: BundleStatement
    /// Its size in bytes.
    public var packedSize: Int
  }

  /// A writer of bundles that are about `description` and are signed by `signers`, whom their statement names with those that the
  /// description names; it works on up to `threads` threads. Throws `BundleMessage.mission`, `.edition` or `.signers`.
  public init(
    _ description: BundleDescription, signedBy signers: [BundleSigner] = [], threads: Int = ProcessorCount.online
  ) throws(BundleMessage) {
    var description = description
    description.signers = Set(description.signers + signers.map(\.key.verifier)).sorted()
    try description.check()
    (self.description, self.signers, self.threads) = (description, signers, threads)
  }

  /// Writes a bundle of `files` to `<mission>-<first eight digits of the identity>.evb.zip` in `folder`.
  ///
  /// It is written beside, synced and renamed, so that no half-written bundle ever stands there. Throws a
  /// `BundleMessage`, an `ArchiveMessage` for names that no archive may hold, or a `FileError`.
  public func write(_ files: [BundleFile], into folder: Folder) throws -> Written {
    let payload = try Payload(files, description)
    let (path, written) = try folder.replace { output in
      let statement = try write(payload, to: output)
      let name = "\(description.mission)-\(statement.identity.hex.prefix(8))\(BundleLayout.nameEnd)"
      return (name, (statement: statement, size: output.position))
    }
    return Written(path: path, statement: written.statement, packedSize: written.size)
  }

  /// Writes a bundle of `files` to `path`, whatever its name; as the other.
  public func write(_ files: [BundleFile], to path: String) throws -> Written {
    let payload = try Payload(files, description)
    let (statement, size) = try AtomicFile.replace(path) { output in
      (try write(payload, to: output), output.position)
    }
    return Written(path: path, statement: statement, packedSize: size)
  }

  private func write(_ payload: Payload, to output: OutputFile) throws -> BundleStatement {
    let archive = try ArchiveWriter(output)
    var tags: [(path: String, hash: Hash32)] = []
    func addTag(_ path: String, _ bytes: [UInt8]) throws { tags.append((path, try archive.add(path, bytes))) }
    try addTag(
      BundleLayout.info,
      BagInfo.write(description, files: payload.files.count, size: payload.size + payload.crateSize))
    try addTag(BundleLayout.declaration, BagManifest.declaration)
    var (leaves, salts): ([Hash32], [UInt8]) = ([], [])
    var manifest: [(path: String, hash: Hash32)] = []
    let entries = payload.files.map { $0.file.entry(at: $0.path, size: $0.size) }
    try archive.add(entries, threads: threads) { index, content in
      let file = payload.files[index]
      if let digest = file.file.digest, digest != content { throw FileError.changed(path: file.file.path) }
      manifest.append((file.path, content))
      if file.path == BundleLayout.crate { return }
      let salt = Salt(path: file.path, content: content, key: Salt.publicKey)
      leaves.append(MerkleTree.leaf(salt: salt.bytes, path: file.path, size: file.size, content: content))
      salts += salt.bytes
    }
    let statement = BundleStatement(
      description: description, leaves: leaves.count, size: payload.size, root: MerkleTree.root(leaves))
    let signatures = try signers.map { try $0.signature(of: statement) }.sorted { $0.path < $1.path }
    for (path, bytes) in signatures where path != BundleLayout.minisig { try addTag(path, bytes) }
    try addTag(BundleLayout.leaves, leaves.flatMap(\.bytes))
    try addTag(BundleLayout.salts, salts)
    try addTag(BundleLayout.statement, statement.canonicalJSON)
    for (path, bytes) in signatures where path == BundleLayout.minisig { try addTag(path, bytes) }
    try addTag(BundleLayout.manifest, BagManifest.write(manifest))
    try addTag(BundleLayout.tagManifest, BagManifest.write(tags))
    try archive.finish()
    return statement
  }
}

/// What goes below `data/`, in the order in which it is written.
private struct Payload {
  /// All files, the crate among them.
  var files: [(path: String, size: Int, file: BundleFile)] = []
  /// Bytes of all but the crate.
  var size = 0
  var crateSize = 0

  init(_ given: [BundleFile], _ description: BundleDescription) throws {
    for file in given {
      let path = BundleLayout.payload + file.path
      guard BundleLayout.place(path) == .file else { throw BundleMessage.place(file.path) }
      // Before anything is read, which may take long.
      try ArchiveName.check(path)
      files.append((path, try file.size, file))
    }
    sort()
    size = files.reduce(0) { $0 + $1.size }
    let crate = ResearchCrate.metadata(description, files: files.map { ($0.path, $0.size) })
    crateSize = crate.count
    files.append((BundleLayout.crate, crate.count, BundleFile("", .bytes(crate))))
    sort()
  }

  private mutating func sort() { files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
}
