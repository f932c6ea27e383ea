internal import Archive
internal import Diagnostics
internal import Files
internal import Parallel

/// What holds a bundle's files, read once: the archive that was made, another one, or a folder.
struct BundleContainer {
  private(set) var facts = BundleFacts()
  /// What stands in it; nil where it cannot be read, and the facts say why.
  private(set) var content: BundleContent?
  /// Files that systems put there, which are left alone.
  private var systemFiles: [String] = []

  /// Reads the bundle in `bytes`, which may be anything, and holds how they are packed against how the writer packs where
  /// `packing` says so. Throws only where memory runs out.
  init(_ bytes: BundleBytes, limits: ArchiveLimits, packing: Bool) throws {
    do {
      try readStrictly(bytes, limits: limits, packing: packing)
    } catch let message as ArchiveMessage {
      (content, facts.container) = (nil, .bad)
      try readOtherwise(bytes, refused: message, limits: limits, packing: packing)
    }
  }

  // MARK: The archive that was made

  /// Reads an archive in the form in which bundles are written; throws the `ArchiveMessage` of the first rule that its
  /// headers break.
  private mutating func readStrictly(_ bytes: BundleBytes, limits: ArchiveLimits, packing: Bool) throws {
    let directory = try bytes.directory(limits)
    guard directory.entries.contains(where: { BundleLayout.isAboutBundle($0.path) }) else {
      return refuse([Diagnostic(Self.foreign(directory.entries.map(\.path)))])
    }
    var reading = BundleReading(into: BundleContent(count: directory.entries.count, limits: limits))
    for entry in directory.entries {
      try reading.add(entry.path, size: entry.size) { try bytes.read(entry, to: $0) }
    }
    let damage = try reading.finish().map { error in
      guard let message = error as? ArchiveMessage else { throw error }
      return message
    }
    guard damage.isEmpty else {
      let all = BundleMessage.damagedFiles(damage.count, of: directory.entries.count)
      return refuse(BundleCheck.first(damage) + [Diagnostic(all)])
    }
    facts.container = .good
    try checkForm(directory, bytes, packing: packing)
    content = reading.content
  }

  /// Holds headers against those of the writer, and what they are about as well where `packing` says so.
  private mutating func checkForm(_ directory: ArchiveDirectory, _ bytes: BundleBytes, packing: Bool) throws {
    var deviations = [directory.deviation].compactMap { $0 }
    if packing {
      let packed = concurrentMap(directory.entries.count) { number in
        Result { try PackingCheck.check(directory.entries[number], in: bytes.all) }
      }
      deviations += try packed.compactMap { try $0.get() }
    }
    facts.canonical = deviations.isEmpty ? (packing ? .good : .unknown) : .bad
    facts.notes += BundleCheck.first(deviations)
  }

  private mutating func refuse(_ problems: [Diagnostic]) {
    facts.container = .bad
    facts.problems += problems
  }

  // MARK: Another archive

  /// Says what `bytes` are, which are not the archive that was made, and reads the files that can be read all the same.
  private mutating func readOtherwise(
    _ bytes: BundleBytes, refused message: ArchiveMessage, limits: ArchiveLimits, packing: Bool
  ) throws {
    if case .tooLarge = message { return refuse([Diagnostic(message)]) }
    if case .tooManyEntries = message { return refuse([Diagnostic(message)]) }
    let damage = ArchiveDamage(of: bytes.all)
    let told = damage.map { Self.message($0, size: bytes.all.count) }
    if case .appended(let count) = damage, let told {
      self = try BundleContainer(bytes.dropLast(count), limits: limits, packing: packing)
      facts.canonical = .unknown
      return note([Diagnostic(told)], .otherArchive)
    }
    do {
      let archive = try LenientArchive(parsing: bytes.all, limits: limits)
      let paths = archive.entries.map(\.path)
      guard let root = Self.root(of: paths) else {
        return refuse([Diagnostic(told ?? Self.foreign(paths))])
      }
      try readLeniently(archive, below: root, bytes, limits: limits)
      let isOwn = ArchiveForm.isOwn(bytes.all)
      let reason = isOwn && told == nil ? [Diagnostic(message)] : []
      note(reason + [Diagnostic(told ?? (isOwn ? .headers : .zippedAgain))], .otherArchive)
    } catch let lenient as ArchiveMessage {
      content = nil
      if let told { return refuse([Diagnostic(told)]) }
      // That no end record stands there says nothing of an archive whose end is damaged.
      let isOwn = ArchiveForm.isOwn(bytes.all)
      let reason = isOwn ? (message == .noEndRecord ? [] : [Diagnostic(message)]) : [Diagnostic(lenient)]
      refuse(reason + [Diagnostic(isOwn ? BundleMessage.headers : .otherRefused)])
    }
  }

  /// Reads the files below `root`, which is empty or ends in a slash.
  private mutating func readLeniently(
    _ archive: LenientArchive, below root: String, _ bytes: BundleBytes, limits: ArchiveLimits
  ) throws {
    var content = BundleContent(count: archive.entries.count, limits: limits)
    let places = try archive.entries.map { try place(of: $0.path, below: root, in: &content, limits) }
    var reading = BundleReading(into: content)
    for case (let path?, let entry) in zip(places, archive.entries) {
      try reading.add(path, size: entry.size) { try bytes.read(entry, to: $0) }
    }
    try take(reading)
  }

  /// Takes in what is read of files that stand in another order than that of a bundle; throws what the first threw that cannot
  /// be read.
  private mutating func take(_ files: BundleReading) throws {
    var files = files
    if let failure = files.finish().first { throw failure }
    var content = files.content
    content.sort()
    self.content = content
  }

  /// Tells what the files were read from, which is not the archive that was made.
  private mutating func note(_ messages: [Diagnostic], _ form: BundleFacts.Form) {
    facts.form = form
    facts.container = .bad
    facts.notes += BundleCheck.first(systemFiles.map(BundleMessage.systemFile))
    systemFiles = []
    // Whoever is content with the files is not stopped by them.
    facts.notes += messages.map {
      var message = $0
      message.severity = .warning
      return message
    }
  }

  private static func message(_ damage: ArchiveDamage, size: Int) -> BundleMessage {
    switch damage {
    case .empty: .empty
    case .other(let kind): .notArchive(kind)
    case .asText(let encoding): .asText(encoding)
    case .convertedAsText: .convertedAsText
    case .cutShort(let zeros): .cutShort(zeros: zeros)
    case .appended(let count): .appended(count, size: size - count)
    case .prepended(let count): .prepended(count)
    }
  }

  /// What an archive of files at `paths` is, none of which is a statement.
  private static func foreign(_ paths: [String]) -> BundleMessage {
    paths.first { $0.hasSuffix(BundleLayout.nameEnd) }.map(BundleMessage.wrapped) ?? .foreign
  }

  // MARK: A folder

  /// Reads the bundle that was unpacked into `folder`. Throws a `FileError` for what cannot be read.
  init(_ folder: Folder, limits: ArchiveLimits) throws {
    do {
      try readFolder(folder, limits: limits)
    } catch let message as ArchiveMessage {
      content = nil
      refuse([Diagnostic(message)])
    }
    facts.form = .folder
  }

  /// Bytes of a file that are looked at together.
  private static let piece = 1 << 20

  private mutating func readFolder(_ folder: Folder, limits: ArchiveLimits) throws {
    var found = FolderFiles(limits: limits)
    try found.collect(folder)
    guard let root = Self.root(of: found.files) else {
      // A bundle that lacks its statement is none of others.
      let isBag =
        found.files.contains(BundleLayout.declaration) && !found.files.contains(where: BundleLayout.isAboutBundle)
      return refuse([Diagnostic(isBag ? BundleMessage.otherBag : .noBundleInFolder)])
    }
    var content = BundleContent(count: found.files.count, limits: limits)
    let places = try found.files.map { try place(of: $0, below: root, in: &content, limits) }
    for path in found.others { content.addUnexpected(path) }
    var reading = BundleReading(into: content)
    for case (let place?, let path) in zip(places, found.files) {
      let stated = try folder.file(path).count
      try reading.add(place, size: stated) { sink in
        let file = try folder.file(path)
        guard file.count == stated else { throw FileError.changed(path: path) }
        try file.reading { bytes in
          for start in stride(from: 0, to: bytes.count, by: Self.piece) {
            let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + Self.piece, bytes.count)])
            try sink(piece)
            file.giveBack(piece)
          }
        }
      }
    }
    try take(reading)
    note([Diagnostic(BundleMessage.unpacked)], .folder)
  }

  // MARK: Places

  /// What stands before the layout's paths in `paths`: nothing, or a folder and a slash; nil where no statement does.
  private static func root(of paths: [String]) -> String? {
    if paths.contains(BundleLayout.statement) { return "" }
    let roots = paths.filter { $0.hasSuffix("/" + BundleLayout.statement) }.map {
      String($0.dropLast(BundleLayout.statement.utf8.count))
    }
    // Two bundles are none.
    return roots.count == 1 ? roots.first : nil
  }

  /// The path in the layout of the file at `path`, which must be one that a bundle can hold; nil where it has none, which
  /// is told.
  private mutating func place(
    of path: String, below root: String, in content: inout BundleContent, _ limits: ArchiveLimits
  ) throws(ArchiveMessage) -> String? {
    // Some systems write names with their accents apart.
    let name = ArchiveName.composed(path)
    if SystemFile.isOne(name) {
      systemFiles.append(name)
      return nil
    }
    guard name.hasPrefix(root) else {
      content.addUnexpected(name)
      return nil
    }
    let place = String(name.dropFirst(root.count))
    try ArchiveName.check(place, limits: limits)
    return place
  }
}

/// The files below a folder, and what stands there besides.
private struct FolderFiles {
  let limits: ArchiveLimits
  /// Paths of regular files.
  var files: [String] = []
  /// Paths of links, devices and the like.
  var others: [String] = []

  init(limits: ArchiveLimits) { self.limits = limits }

  mutating func collect(_ folder: Folder, below path: String = "", depth: Int = 0) throws {
    for entry in try folder.list() {
      let inner = path + entry.name
      switch entry.kind {
      case .file: files.append(inner)
      case .folder:
        guard depth < limits.depth else { throw FileError.tooDeep(folder: folder.path, limit: limits.depth) }
        try collect(try folder.folder(entry.name), below: inner + "/", depth: depth + 1)
      case .link, .other: others.append(inner)
      }
      if files.count > limits.entries { throw ArchiveMessage.tooManyEntries(files.count, limit: limits.entries) }
    }
  }
}
