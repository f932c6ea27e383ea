/// What happened to an archive that cannot be read as one, as far as its bytes tell.
///
/// A guess for people, made of what copying, mail and downloads do to files; whether an archive is one is decided
/// elsewhere. Costs a look at the ends, and one through the whole where bytes follow the end.
public enum ArchiveDamage: Sendable, Hashable {
  /// There is nothing.
  case empty
  /// It is something else, whose name is known where it begins as such a file does.
  case other(String?)
  /// It is an archive that was written as text, in the encoding of that name.
  case asText(String)
  /// Its bytes were changed as if they were text: line ends, or bytes that are no letters.
  case convertedAsText
  /// The end is missing; so many bytes of zeros stand in its place.
  case cutShort(zeros: Int)
  /// So many bytes follow the end.
  case appended(Int)
  /// So many bytes stand before the beginning.
  case prepended(Int)

  /// What happened to the archive in `bytes`; nil where it has beginning and end, so that what is wrong lies between.
  public init?(of bytes: UnsafeRawBufferPointer) {
    if bytes.isEmpty {
      self = .empty
    } else if Self.beginsAsArchive(bytes) {
      if Self.isConverted(bytes) {
        self = .convertedAsText
      } else if let end = ArchiveFrame.lastEnd(in: bytes) {
        if end == bytes.count { return nil }
        self = .appended(bytes.count - end)
      } else if Self.hasEndRecord(bytes) {
        return nil
      } else {
        self = .cutShort(zeros: bytes.reversed().prefix { $0 == 0 }.count)
      }
    } else if ArchiveFrame.isEnd(bytes.count - ZipRecords.endSize, of: bytes) {
      // Only the first bytes are wrong, or something was put before them that the offsets count.
      return nil
    } else if let start = ArchiveFrame.start(in: bytes) {
      self = .prepended(start)
    } else {
      let head = Array(bytes.prefix(512))
      self = Self.encoding(head).map(Self.asText) ?? .other(Self.kind(head))
    }
  }

  /// Whether the first bytes, as many as there are, are those of an entry or of an archive without any.
  private static func beginsAsArchive(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let head = bytes.prefix(4)
    return [[0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6]].contains { $0.prefix(head.count).elementsEqual(head) }
  }

  /// Whether an end record stands where one belongs, or may have stood there before a byte of its signature changed.
  private static func hasEndRecord(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let place = bytes.count - ZipRecords.endSize
    guard place >= 0 else { return false }
    let signature: [UInt8] = [0x50, 0x4b, 5, 6]
    return zip(bytes[place..<(place + 4)], signature).count { $0 == $1 } >= 3
  }

  /// Whether the beginning, packed data among it, is such as only a text can be.
  private static func isConverted(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let head = Array(bytes.prefix(1 << 12))
    guard head.count >= 256 else { return false }
    let ends = head.indices.filter { head[$0] == UInt8(ascii: "\n") }
    if ends.count >= 4, ends.allSatisfy({ $0 > 0 && head[$0 - 1] == UInt8(ascii: "\r") }) { return true }
    // A character may be cut at the end of what is looked at.
    return head.contains { $0 >= 0x80 }
      && (0..<4).contains { String(validating: head.dropLast($0), as: UTF8.self) != nil }
  }

  /// The encoding in which the text that begins with `head` holds an archive.
  private static func encoding(_ head: [UInt8]) -> String? {
    var text = head.drop { $0 == 0xef || $0 == 0xbb || $0 == 0xbf || $0 <= 0x20 }
    if text.starts(with: "data:".utf8), let comma = text.firstIndex(of: UInt8(ascii: ",")) {
      text = text[(comma + 1)...]
    }
    let beginnings = [
      ("UEsDB", "base64"), ("504b0304", "hexadecimal"), ("504B0304", "hexadecimal"), ("PK=03=04", "quoted-printable"),
      ("begin 6", "uuencode"),
    ]
    return beginnings.first { text.starts(with: $0.0.utf8) }?.1
  }

  /// What begins as `head` does.
  private static func kind(_ head: [UInt8]) -> String? {
    let beginnings: [([UInt8], String)] = [
      ([0x1f, 0x8b], "gzip"), (Array("BZh".utf8), "bzip2"), ([0xfd, 0x37, 0x7a, 0x58, 0x5a], "XZ"),
      ([0x28, 0xb5, 0x2f, 0xfd], "Zstandard"), ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], "7-Zip"),
      (Array("Rar!".utf8), "RAR"), (Array("%PDF-".utf8), "PDF"), (Array("age-encryption.org/".utf8), "age"),
      (Array("-----BEGIN AGE".utf8), "age"), (Array("-----BEGIN PGP".utf8), "OpenPGP"),
    ]
    if let known = beginnings.first(where: { head.starts(with: $0.0) }) { return known.1 }
    if head.dropFirst(257).starts(with: "ustar".utf8) { return "tar" }
    if head.allSatisfy({ $0 == 0 }) { return "zeros" }
    let text = String(decoding: head.drop { $0 <= 0x20 }.prefix(16), as: UTF8.self).lowercased()
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html") ? "HTML" : nil
  }
}

extension ArchiveFrame {
  /// Where the last thing in `bytes` ends that is the end of an archive which begins where `bytes` does; nil where there
  /// is none.
  static func lastEnd(in bytes: UnsafeRawBufferPointer) -> Int? {
    var place = bytes.count - ZipRecords.endSize
    while place >= 0 {
      let end = place + ZipRecords.endSize
      if bytes[place] == 0x50, isEnd(place, of: bytes) {
        let comment = Int(bytes.little(place + 20, as: UInt16.self))
        if comment <= bytes.count - end { return end + comment }
      }
      place -= 1
    }
    return nil
  }

  /// Whether an end record stands at `place` of an archive that begins where `bytes` does.
  static func isEnd(_ place: Int, of bytes: UnsafeRawBufferPointer) -> Bool {
    place >= 0 && bytes.little(place, as: UInt32.self) == ZipRecords.endSignature
      && directoryEnd(place, in: bytes) == place
  }

  /// Where the archive begins whose end record is the last thing in `bytes`; nil where there is none that begins behind
  /// other bytes.
  static func start(in bytes: UnsafeRawBufferPointer) -> Int? {
    let place = bytes.count - ZipRecords.endSize
    guard place >= 0, bytes.little(place, as: UInt32.self) == ZipRecords.endSignature,
      let directory = directoryEnd(place, in: bytes), directory < place
    else { return nil }
    let start = place - directory
    return bytes.little(start, as: UInt32.self) == ZipRecords.localSignature ? start : nil
  }

  /// Where the directory ends, and what belongs to its end in ZIP64, by the end record at `place`.
  private static func directoryEnd(_ place: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    let size = bytes.little(place + 12, as: UInt32.self)
    let offset = bytes.little(place + 16, as: UInt32.self)
    if size != ZipRecords.left32, offset != ZipRecords.left32 { return Int(size) + Int(offset) }
    let long = place - ZipRecords.zip64LocatorSize - ZipRecords.zip64EndSize
    guard long >= 0, bytes.little(long, as: UInt32.self) == ZipRecords.zip64EndSignature else { return nil }
    let (sum, overflow) = bytes.little(long + 40, as: UInt64.self).addingReportingOverflow(
      bytes.little(long + 48, as: UInt64.self))
    return overflow || sum != UInt64(long) ? nil : place
  }
}
