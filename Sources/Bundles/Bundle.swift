public import Archive
internal import Diagnostics
public import Files
internal import Hashing
public import Signatures

/// A bundle in a file, or in the folder into which it was unpacked.
///
///     let bundle = try Bundle(path: "honduras_2017-1a2b3c4d.evb.zip")
///     let facts = try bundle.verify()
///     if facts.verdict == .intact { try bundle.extract(to: "honduras_2017") }
public struct Bundle: Sendable {
  enum Place {
    case file(MappedFile)
    case folder(Folder)
  }

  let place: Place
  let limits: ArchiveLimits

  /// The bundle in the file or folder at `path`, which is not looked at yet. Throws a `FileError`.
  public init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(FileError) {
    self.limits = limits
    do {
      place = .file(try MappedFile(path: path))
    } catch FileError.notRegular(let path) {
      guard let folder = try? Folder(path: path) else { throw .notRegular(path: path) }
      place = .folder(folder)
    }
  }

  /// What the bundle says of itself: its statement, and its files. Nothing is vouched for.
  public struct Inspection: Sendable {
    /// What the bundle vouches for.
    public var statement: BundleStatement
    /// Everything in it, ascending by the paths' bytes.
    public var entries: [ArchiveEntry]
  }

  /// Reads what the bundle says of itself, without its files' content.
  ///
  /// Throws a `DiagnosticsError` for what is no bundle in a file, a `BundleMessage` for a statement that is none, and
  /// `FileError.changed` where something writes to the file meanwhile.
  public func inspect() throws -> Inspection {
    switch place {
    case .file(let file):
      return try file.reading { bytes in
        do {
          return try inspected(Archive(file, limits: limits))
        } catch is ArchiveMessage {
          throw Self.refusal(try BundleContainer(BundleBytes(bytes, of: file), limits: limits, packing: false).facts)
        }
      }
    case .folder: throw DiagnosticsError([Diagnostic(BundleMessage.unpacked)])
    }
  }

  private func inspected(_ archive: Archive) throws -> Inspection {
    guard let entry = archive.entry(BundleLayout.statement) else {
      throw BundleMessage.missing(BundleLayout.statement)
    }
    let limit = BundleContent.tagLimit(files: archive.entries.count, limits)
    let statement = try BundleStatement(parsing: try archive.content(of: entry, limit: limit))
    return Inspection(statement: statement, entries: archive.entries)
  }

  /// Reads everything and says what is right and what is wrong; throws only where memory runs out, where something writes to
  /// the file meanwhile, and what `keys` throws.
  ///
  /// A signature that does not say of which key it is, such as one of minisign, is held against the keys that the bundle names and those
  /// that `keys` gives for its mission. Where `packing` says so, the files are deflated again, to tell whether they are packed as this
  /// program packs them; that takes several times as long.
  public func verify(
    packing: Bool = false, knowing keys: (_ mission: String) throws -> [VerifyingKey] = { _ in [] }
  ) throws -> BundleFacts {
    try check(packing: packing, keys).facts
  }

  private func check(packing: Bool = false, _ keys: BundleCheck.KnownKeys = { _ in [] }) throws -> BundleCheck {
    switch place {
    case .file(let file):
      try file.reading {
        try BundleCheck(BundleBytes($0, of: file), limits: limits, packing: packing, knowing: keys)
      }
    case .folder(let folder): try BundleCheck(folder, limits: limits, knowing: keys)
    }
  }

  /// Checks the bundle in `bytes`, which may be anything; for bytes at hand, and for fuzzing.
  public static func verify(
    _ bytes: UnsafeRawBufferPointer, limits: ArchiveLimits = ArchiveLimits(), packing: Bool = false
  ) throws -> BundleFacts {
    try BundleCheck(BundleBytes(bytes), limits: limits, packing: packing).facts
  }

  /// Writes the bag below a new folder at `path`, which appears when it is complete.
  ///
  /// Everything is verified before anything is written, and what is written is what was verified. Throws a
  /// `DiagnosticsError` with the problems where the bundle is not intact.
  @discardableResult
  public func extract(to path: String) throws -> BundleFacts {
    let check = try check()
    guard check.facts.verdict == .intact, case .file(let file) = place else {
      throw Self.refusal(check.facts)
    }
    try AtomicFolder.create(path) { folder in
      try file.reading {
        try Self.extract(BundleBytes($0, of: file), checked: check, limits: limits, to: folder, naming: file.path)
      }
    }
    return check.facts
  }

  /// What stops whoever needs the archive that was made. That it is another one is a warning where the files are enough.
  static func refusal(_ facts: BundleFacts) -> DiagnosticsError {
    guard facts.problems.isEmpty else { return DiagnosticsError(facts.problems + facts.notes) }
    return DiagnosticsError(
      facts.notes.map {
        var note = $0
        note.severity = .error
        return note
      })
  }

  private static func extract(
    _ bytes: BundleBytes, checked check: BundleCheck, limits: ArchiveLimits, to folder: Folder,
    naming path: String
  ) throws {
    for entry in try bytes.directory(limits).entries {
      let output = try folder.create(entry.path)
      var hash = IncrementalHash()
      try bytes.read(entry) {
        hash.update($0)
        try output.write($0)
      }
      // Something may have written to the bundle since.
      guard check.hashes[entry.path] == hash.finalize() else { throw FileError.changed(path: path) }
      try output.flush()
    }
  }
}
