internal import Glibc

/// A folder held open, with everything in it reached through the handle and never through a symbolic link.
///
/// Paths inside are relative, with `/` between components; each component is opened with `O_NOFOLLOW`, so that a link
/// put there, now or meanwhile, ends in an error and never outside the folder.
public final class Folder: Sendable {
  /// The path as the caller gave it.
  public let path: String
  let descriptor: Descriptor

  /// The folder at `path`; symbolic links in `path` itself are followed. Throws a `FileError`.
  public init(path: String) throws(FileError) {
    self.path = path
    descriptor = try Descriptor.open(path, O_RDONLY | O_DIRECTORY)
  }

  /// The folder at `path`, made with the permissions `mode` where it is not there yet, as are those above it; symbolic
  /// links in `path` are followed.
  public static func made(path: String, mode: UInt32) throws(FileError) -> Folder {
    var (missing, here, status) = ([String](), path, stat())
    while stat(here, &status) != 0, errno == ENOENT, !missing.contains(here) {
      missing.append(here)
      here = Files.folder(of: here)
    }
    for path in missing.reversed() where mkdir(path, mode) != 0 && errno != EEXIST { throw .last(.create, path) }
    return try Folder(path: path)
  }

  private init(_ descriptor: Descriptor, path: String) { (self.descriptor, self.path) = (descriptor, path) }

  /// The path of something inside the folder, as messages name it.
  func shown(_ inner: String) -> String { path == "." ? inner : "\(path)/\(inner)" }

  // MARK: Reading

  /// What stands in the folder itself, in the order of the names' bytes.
  public func list() throws(FileError) -> [FolderEntry] {
    let names = try names()
    var entries: [FolderEntry] = []
    entries.reserveCapacity(names.count)
    for name in names {
      var status = stat()
      let path = shown(name)
      _ = try Descriptor.check(.inspect, path) { fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW) }
      entries.append(FolderEntry(name: name, status))
    }
    return entries
  }

  /// The paths of all regular files in the folder and the folders below it, in the order of their bytes.
  ///
  /// Links, devices and the like are left out. Throws `FileError.tooDeep` where more than `depth` folders nest.
  public func files(depth: Int = 64) throws(FileError) -> [String] {
    var found: [String] = []
    try collect(into: &found, before: "", depth: depth, limit: depth)
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The folder at `inner`.
  public func folder(_ inner: String) throws(FileError) -> Folder {
    try descend(try components(of: inner), making: false)
  }

  /// The content of the regular file at `inner`, mapped.
  public func file(_ inner: String) throws(FileError) -> MappedFile {
    let (parent, name, path) = try place(inner, making: false)
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let opened = try Descriptor.check(.open, path) { openat(parent.descriptor.number, name, flags) }
    return try MappedFile(Descriptor(opened), path: path)
  }

  /// What tells the folder from every other on the machine as long as it exists: the numbers of its file system and
  /// its own.
  public func identity() throws(FileError) -> (device: UInt64, inode: UInt64) {
    let status = try descriptor.status(path)
    return (UInt64(status.st_dev), UInt64(status.st_ino))
  }

  // MARK: Writing

  /// The folder at `inner`, made with all folders above it where it does not exist yet.
  @discardableResult
  public func makeFolder(_ inner: String) throws(FileError) -> Folder {
    try descend(try components(of: inner), making: true)
  }

  /// A new file at `inner` with the permissions `mode` less the process's umask; missing folders above it are made.
  ///
  /// Where anything stands there already, that is an error.
  public func create(_ inner: String, mode: UInt32 = 0o644) throws(FileError) -> OutputFile {
    let (parent, name, path) = try place(inner, making: true)
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let opened = try Descriptor.check(.create, path) { openat(parent.descriptor.number, name, flags, mode) }
    return OutputFile(Descriptor(opened), path: path)
  }

  /// Takes the lock of the file at `inner`, as ``FileLock`` does.
  public func lock(_ inner: String, waits: Bool = false) throws(FileError) -> FileLock {
    let (parent, name, path) = try place(inner, making: true)
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let opened = try Descriptor.check(.create, path) { openat(parent.descriptor.number, name, flags, 0o644) }
    return try FileLock(Descriptor(opened), path: path, shared: false, waits: waits)
  }

  /// Removes the file, link or empty folder at `inner`.
  public func remove(_ inner: String) throws(FileError) {
    let (parent, name, path) = try place(inner, making: false)
    if unlinkat(parent.descriptor.number, name, 0) == 0 { return }
    guard errno == EISDIR || errno == EPERM else { throw .last(.remove, path) }
    _ = try Descriptor.check(.remove, path) { unlinkat(parent.descriptor.number, name, AT_REMOVEDIR) }
  }

  /// Removes everything in the folder; links are removed, not followed.
  public func removeContent() throws(FileError) {
    for entry in try list() {
      if entry.kind == .folder { try folder(entry.name).removeContent() }
      try remove(entry.name)
    }
  }

  /// Makes sure that what was created, renamed or removed in the folder itself survives a power cut.
  public func sync() throws(FileError) { try descriptor.sync(path) }

  // MARK: Walking

  private func components(of inner: String) throws(FileError) -> [String] {
    let parts = inner.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
      String($0) ?? ""
    }
    for part in parts where part.isEmpty || part == "." || part == ".." || part.utf8.contains(0) {
      throw .badPath(inner)
    }
    return parts
  }

  func place(_ inner: String, making: Bool) throws(FileError) -> (parent: Folder, name: String, path: String) {
    var parts = try components(of: inner)
    let name = parts.removeLast()
    return (try descend(parts, making: making), name, shown(inner))
  }

  private func descend(_ parts: [String], making: Bool) throws(FileError) -> Folder {
    var here = self
    for part in parts {
      let path = here.shown(part)
      if making, mkdirat(here.descriptor.number, part, 0o755) != 0, errno != EEXIST { throw .last(.create, path) }
      let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      let opened = try Descriptor.check(.open, path) { openat(here.descriptor.number, part, flags) }
      here = Folder(Descriptor(opened), path: path)
    }
    return here
  }

  private func collect(into found: inout [String], before: String, depth: Int, limit: Int) throws(FileError) {
    for entry in try list() {
      switch entry.kind {
      case .file: found.append(before + entry.name)
      case .folder:
        guard depth > 0 else { throw .tooDeep(folder: path, limit: limit) }
        try folder(entry.name).collect(
          into: &found, before: "\(before)\(entry.name)/", depth: depth - 1, limit: limit)
      case .link, .other: break
      }
    }
  }

  private func names() throws(FileError) -> [String] {
    // A handle of its own: the position in the folder belongs to the handle.
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let opened = try Descriptor.check(.list, path) { openat(descriptor.number, ".", flags) }
    guard let stream = fdopendir(opened) else {
      close(opened)
      throw .last(.list, path)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .last(.list, path) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      }
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw .nameNotUTF8(String(decoding: bytes, as: UTF8.self), folder: path)
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }
}

/// Something that stands in a folder.
public struct FolderEntry: Hashable, Sendable {
  /// What it is.
  public enum Kind: Sendable { case file, folder, link, other }

  /// Its name, without a folder.
  public var name: String
  /// What it is; a link is not followed.
  public var kind: Kind
  /// What tells whether it is still the same.
  public var stamp: FileStamp

  init(name: String, _ status: stat) {
    self.name = name
    stamp = FileStamp(status)
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
  }
}
