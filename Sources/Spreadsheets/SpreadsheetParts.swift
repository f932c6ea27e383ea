internal import Archive

/// The parts of a spreadsheet, each a file of the archive that it is.
struct SpreadsheetParts: @unchecked Sendable {
  // Sendable because the bytes are only read, and their owner outlives the parts.

  /// How many times its packed size a part may hold; those that people made hold thirty times as much.
  static let expansion = 250
  /// Bytes that a part may hold however small it is packed.
  static let freelyExpanded = 64 << 20
  /// The most entries of the archive: a spreadsheet has one a sheet, a picture and a comment.
  static let entries = 10_000

  private let bytes: UnsafeRawBufferPointer
  private let archive: LenientArchive

  /// The parts in `bytes`, which must outlive them.
  init(_ bytes: UnsafeRawBufferPointer) throws(SpreadsheetMessage) {
    var limits = ArchiveLimits()
    limits.entries = Self.entries
    self.bytes = bytes
    do throws(ArchiveMessage) {
      archive = try LenientArchive(parsing: bytes, limits: limits)
    } catch .flags(_, let flags) where flags & 1 != 0 {
      throw .password
    } catch {
      throw .archive(error)
    }
  }

  /// Whether there is a part of the name.
  func has(_ name: String) -> Bool { archive.entry(name) != nil }

  /// A reader of the part named `name`, piece by piece.
  func reader(_ name: String) throws(SpreadsheetMessage) -> PartReader {
    guard let entry = archive.entry(name) else { throw .missingPart(name) }
    return try PartReader(entry, in: bytes)
  }

  /// Reads the whole part named `name` with `handler`.
  func read(_ name: String, with handler: XMLHandler) throws(SpreadsheetMessage) {
    var reader = try reader(name)
    let xml = try XMLReader(handler, part: name)
    while try reader.next(into: xml) {}
    try xml.finish()
  }

  /// The first bytes of the part named `name`, as text.
  func head(_ name: String) -> String? {
    guard let entry = archive.entry(name), entry.size <= 1 << 10 else { return nil }
    var content: [UInt8] = []
    guard (try? entry.read(from: bytes, to: { content.append(contentsOf: $0) })) != nil else { return nil }
    return String(decoding: content, as: UTF8.self)
  }
}

/// Reads a part piece by piece, within what it may hold.
struct PartReader {
  private var reader: EntryReader
  private let entry: ArchiveEntry
  private var count = 0

  init(_ entry: ArchiveEntry, in bytes: UnsafeRawBufferPointer) throws(SpreadsheetMessage) {
    self.entry = entry
    do {
      reader = try EntryReader(entry, in: bytes)
    } catch {
      throw .outOfMemory
    }
  }

  /// The part that was read, from 0 to 1.
  var share: Double { reader.share }

  /// Hands the next piece to `xml`; false behind the last.
  mutating func next(into xml: XMLReader) throws(SpreadsheetMessage) -> Bool {
    var count = count
    defer { self.count = count }
    do {
      return try reader.next { piece in
        count += piece.count
        if count > SpreadsheetParts.freelyExpanded, count / SpreadsheetParts.expansion > entry.packedSize {
          throw SpreadsheetMessage.tooDense(part: entry.path, times: SpreadsheetParts.expansion)
        }
        try xml.feed(piece)
      }
    } catch let message as SpreadsheetMessage {
      throw message
    } catch let message as ArchiveMessage {
      throw .archive(message)
    } catch {
      throw .outOfMemory
    }
  }
}
