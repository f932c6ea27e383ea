import Archive

/// A saved part of the web in a WACZ archive (WACZ 1.x, specs.webrecorder.net/wacz/1.1.1), after all that it says of its own files
/// was held against these.
///
///     let archive = try file.reading { try WebArchive(checking: $0) }
///     for page in archive.pages.listed { print(page.time ?? "", page.address) }
///
/// Nothing is unpacked, and what the saved pages hold is not looked at. That the digests agree shows that nothing was damaged since the
/// archive was made, and not that the pages ever stood where it says.
public struct WebArchive: Sendable, Equatable {
  /// Who says that they made the archive. The program does not check signatures of archives.
  public enum Signature: Sendable, Equatable {
    /// Whoever held the certificate of this domain.
    case domain(String)
    /// Whoever held a key.
    case key
  }

  /// The version of the format, as the archive states it.
  public let version: String
  /// When it was made, as it states itself; nil where it does not.
  public let created: String?
  /// The files whose size and SHA-256 are the stated ones.
  public let files: Int
  /// Files that no digest in the archive covers, in the order of the archive.
  public let unlisted: [String]
  /// Whether a digest of `datapackage.json` is there, which then is the right one.
  public let isSealed: Bool
  /// The signature that it says it has.
  public let signature: Signature?
  /// The pages that it says it holds.
  public let pages: PageList

  /// The most bytes of each of the two files that say what the archive holds.
  static let largestList = 4 << 20
  /// The most files.
  static let mostFiles = 10_000
  /// The most bytes of all files together, unpacked, of an archive of `packed` bytes: what pages are packed to is no hundredth of them.
  static func largestContent(of packed: Int) -> Int { min(8 << 30, max(256 << 20, packed.multiplied(by: 100))) }

  /// The archive in `bytes`, checked.
  /// - Throws: ``WebArchiveMessage``, the first of what is wrong.
  public init(checking bytes: UnsafeRawBufferPointer) throws {
    do {
      try self.init(try WebArchiveFiles(bytes))
    } catch ArchiveMessage.tooLarge(let limit) {
      throw WebArchiveMessage.tooLarge(limit: limit)
    } catch let error as ArchiveMessage {
      throw WebArchiveMessage.archive(error)
    }
  }

  private init(_ files: WebArchiveFiles) throws {
    let list = try files.read(DataPackage.file) ?? { throw WebArchiveMessage.noPackage }()
    let package = try DataPackage(list)
    let seal = try files.read(PackageDigest.file).map { try PackageDigest($0) }
    try seal?.check(list)
    var pages = PageList()
    for resource in package.resources { try files.check(resource, &pages) }
    let listed = Set(package.resources.map { Array($0.path.utf8) })
    unlisted = files.paths.filter {
      !listed.contains(Array($0.utf8)) && $0 != DataPackage.file && $0 != PackageDigest.file
    }
    (version, created, self.files) = (package.version, package.created, package.resources.count)
    (isSealed, signature, self.pages) = (seal != nil, seal?.signature, pages)
  }

  /// What is to be told of it beside that it is whole.
  public var notes: [WebArchiveMessage] {
    var notes: [WebArchiveMessage] = []
    if !isSealed { notes.append(.noDigest) }
    switch signature {
    case .domain(let domain): notes.append(.domainNotChecked(domain))
    case .key: notes.append(.keyNotChecked)
    case nil: break
    }
    if let first = unlisted.first { notes.append(.unlisted(first: first, count: unlisted.count)) }
    if pages.unread > 0 { notes.append(.pagesUnread(pages.unread)) }
    return notes
  }
}

extension Int {
  /// The product, or the largest number where it is larger.
  fileprivate func multiplied(by factor: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max : product
  }
}
