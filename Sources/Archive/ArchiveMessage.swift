public import Diagnostics

/// Why an archive is refused; one case a rule.
///
/// The rules are those of a profile of ZIP (PKWARE's APPNOTE 6.3.10) that leaves nothing to a reader's taste: whatever
/// two programs could see differently is refused. Entries are named as `ArchiveName.shown` shows them.
public enum ArchiveMessage: Error, DiagnosticMessage, Hashable {
  // The frame.

  /// No end record stands at the very end.
  case noEndRecord
  /// A comment or other bytes follow the end record.
  case comment
  /// The archive is one part of several.
  case severalParts
  /// The end record's two counts of entries differ.
  case countsDiffer
  /// The ZIP64 end record or its locator breaks a rule, and which.
  case zip64End(String)
  /// The directory does not end where the end record begins.
  case directoryPlace
  /// The directory is cut short or damaged at entry `number`, from 1.
  case directoryDamaged(number: Int)
  /// The directory has bytes behind its last entry.
  case directorySize
  /// Bytes before the first entry, between entries or before the directory belong to nobody.
  case gap(at: Int)
  /// The entry begins before the one before it ends.
  case overlap(entry: String)
  /// The entry does not lie inside the archive.
  case outside(entry: String)

  // One entry's header.

  /// The flags say something other than "the name is UTF-8".
  case flags(entry: String, UInt16)
  /// The compression method is neither stored nor deflated.
  case method(entry: String, UInt16)
  /// The time is not the one that stands for "no time".
  case timestamp(entry: String)
  /// The entry asks for a later version of the format.
  case version(entry: String, UInt16)
  /// An extra field other than that of ZIP64, or a broken one.
  case extraField(entry: String)
  /// The ZIP64 field does not hold exactly what the header leaves out.
  case zip64Field(entry: String)
  /// The entry has a comment.
  case entryComment(entry: String)
  /// The entry is a folder, link, device or the like, or has unusual permissions.
  case notRegular(entry: String)
  /// The entry's name breaks a rule.
  case name(entry: String, ArchiveName.Fault)
  /// The local header and the directory differ in `part`.
  case headersDiffer(entry: String, part: String)
  /// A stored entry whose two sizes differ.
  case storedSizes(entry: String)
  /// The headers are valid, but not byte for byte those that this format's writer makes: told, not refused.
  case notCanonical(entry: String?)

  // The names together.

  /// The entry does not come behind the one before it in the order of the names' bytes.
  case order(entry: String)
  /// Two names that some file system takes for one.
  case collision(entry: String, with: String)

  // What a lenient reader refuses beyond that.

  /// The archive can be read from more than one end record.
  case severalEnds
  /// At this byte begins an entry that the directory does not list.
  case unlisted(at: Int)
  /// An extra field gives the entry another name.
  case anotherName(entry: String)
  /// A folder with content.
  case folderContent(entry: String)
  /// What stands behind the entry's data does not say what the directory says.
  case descriptor(entry: String)

  // Quotas.

  /// More entries than allowed.
  case tooManyEntries(Int, limit: Int)
  /// More content than allowed, in bytes.
  case tooLarge(limit: Int)

  // The content.

  /// The compressed data break the rules of deflate.
  case damaged(entry: String)
  /// The compressed data end too early.
  case cutShort(entry: String)
  /// Bytes follow the end of the compressed data.
  case trailingBytes(entry: String)
  /// The content is larger or smaller than stated.
  case size(entry: String, stated: Int)
  /// The content's checksum is not the one stated.
  case checksum(entry: String)
  /// The content is right, but not packed as the writer packs it with this version of zlib: told, not refused.
  case packing(entry: String, zlib: String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .noEndRecord: .init("Z001", "this is no ZIP archive, or it is cut short: no end record stands at its end")
    case .comment: .init("Z002", "the archive has a comment, or bytes behind its end record")
    case .severalParts: .init("Z003", "the archive is one part of several")
    case .countsDiffer: .init("Z004", "the end record states two different numbers of entries")
    case .zip64End(let rule): .init("Z005", "the ZIP64 end record is wrong: \(rule)")
    case .directoryPlace: .init("Z006", "the directory does not end where the end record begins")
    case .directoryDamaged(let number): .init("Z007", "the directory is damaged at entry \(number)")
    case .directorySize: .init("Z008", "the directory has bytes behind its last entry")
    case .gap(let offset): .init("Z009", "the bytes from \(offset) on belong to no entry")
    case .overlap(let entry): .init("Z010", "'\(entry)' overlaps the entry before it")
    case .outside(let entry): .init("Z011", "'\(entry)' does not lie inside the archive")
    case .flags(let entry, let flags):
      .init("Z012", "'\(entry)' has flags that are not allowed: 0x\(String(flags, radix: 16))")
    case .method(let entry, let method):
      .init("Z013", "'\(entry)' is neither stored nor deflated but packed by method \(method)")
    case .timestamp(let entry): .init("Z014", "'\(entry)' has a time other than 1980-01-01 00:00")
    case .version(let entry, let version):
      .init("Z015", "'\(entry)' needs version \(version) of the format, and 45 is the last allowed")
    case .extraField(let entry): .init("Z016", "'\(entry)' has an extra field that is not allowed")
    case .zip64Field(let entry): .init("Z017", "the ZIP64 field of '\(entry)' does not hold what its header leaves out")
    case .entryComment(let entry): .init("Z018", "'\(entry)' has a comment")
    case .notRegular(let entry): .init("Z019", "'\(entry)' is not a regular file with ordinary permissions")
    case .name(let entry, let fault): .init("Z020", "the name '\(entry)' is not allowed: \(fault.words)")
    case .headersDiffer(let entry, let part): .init("Z021", "the two headers of '\(entry)' state a different \(part)")
    case .storedSizes(let entry): .init("Z022", "'\(entry)' is stored, but its two sizes differ")
    case .notCanonical(let entry):
      .init(
        "Z023",
        entry.map { "the headers of '\($0)' are not written as this format writes them" }
          ?? "the end record is not written as this format writes it")
    case .order(let entry): .init("Z024", "'\(entry)' is out of order: names must ascend by their bytes")
    case .collision(let entry, let other): .init("Z025", "'\(entry)' and '\(other)' would be one file on some systems")
    case .tooManyEntries(let count, let limit):
      .init(
        "Z026", "the archive has \(count) entries, and \(limit) are allowed",
        hint: "if you trust where it comes from, allow more")
    case .tooLarge(let limit):
      .init(
        "Z027", "the archive's content is larger than the \(limit) bytes allowed",
        hint: "if you trust where it comes from, allow more")
    case .damaged(let entry): .init("Z028", "the compressed data of '\(entry)' are damaged")
    case .cutShort(let entry): .init("Z029", "the compressed data of '\(entry)' are cut short")
    case .trailingBytes(let entry): .init("Z030", "bytes follow the compressed data of '\(entry)'")
    case .size(let entry, let stated): .init("Z031", "'\(entry)' does not have the \(stated) bytes that it states")
    case .checksum(let entry): .init("Z032", "the checksum of '\(entry)' does not match")
    case .packing(let entry, let zlib):
      .init(
        "Z033", "'\(entry)' is not packed as this format is with zlib \(zlib)",
        hint: "another version of zlib packs otherwise; the content is what counts")
    case .severalEnds: .init("Z034", "the archive has more than one end record, from each of which it can be read")
    case .unlisted(let offset): .init("Z035", "the directory does not list the entry that begins at byte \(offset)")
    case .anotherName(let entry): .init("Z036", "an extra field gives '\(entry)' another name")
    case .folderContent(let entry): .init("Z037", "'\(entry)' is a folder, but has content")
    case .descriptor(let entry):
      .init("Z038", "the checksum and sizes behind the data of '\(entry)' are not those of the directory")
    }
  }

  /// A warning where the archive is merely written otherwise.
  public var severity: Diagnostic.Severity {
    switch self {
    case .notCanonical, .packing: .warning
    case .noEndRecord, .comment, .severalParts, .countsDiffer, .zip64End, .directoryPlace, .directoryDamaged,
      .directorySize, .gap, .overlap, .outside, .flags, .method, .timestamp, .version, .extraField, .zip64Field,
      .entryComment, .notRegular, .name, .headersDiffer, .storedSizes, .order, .collision, .tooManyEntries, .tooLarge,
      .severalEnds, .unlisted, .anotherName, .folderContent, .descriptor, .damaged, .cutShort, .trailingBytes, .size,
      .checksum:
      .error
    }
  }
}
