public import Files
public import Hashing
public import Schema

/// A file that was kept with a record, byte for byte, in `ledger/attachments/<name>`. Its name tells nothing of it: it is
/// SHA-256(salt || digest), where the salt is that of the private field `file`.
public struct Attachment: Sendable, Equatable {
  /// The folder's name in the ledger's.
  static let folder = "attachments"
  /// The private field that says what the file is.
  public static let field = "file"
  /// The media type of WACZ archives, which are opened where they are captures.
  public static let webArchive = "application/wacz"
  /// The most bytes of one.
  static let largest = FileLimit(bytes: 1 << 30)
  /// The most bytes of all.
  static let largestTogether = FileLimit(bytes: 16 << 30)

  /// The file's name as it was given.
  public let name: String
  /// Its media type, by the ending of its name.
  public let mediaType: String
  /// Its bytes.
  public let size: Int
  /// Its SHA-256.
  public let digest: Hash32

  /// What `file`, whose name is `name`, would be kept as.
  /// - Throws: `FileError` where it is too large to be kept, or cannot be read.
  public init(of file: MappedFile, named name: String) throws(FileError) {
    try file.check(Self.largest)
    self.init(name: name, size: file.count, digest: try Hash32(of: file))
  }

  init(name: String, size: Int, digest: Hash32) {
    (self.name, self.size, self.digest) = (name, size, digest)
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.lowercased() ?? ""
    mediaType = Self.mediaTypes[ending] ?? "application/octet-stream"
  }

  /// The attachment that the private field's `value` says; nil where it says none.
  public init?(_ value: Value) {
    guard let name = value["name"]?.string, let mediaType = value["media_type"]?.string,
      let size = value["size"]?.integer, let digest = value["digest"]?.string.flatMap({ Hash32(hex: $0) })
    else { return nil }
    (self.name, self.mediaType, self.size, self.digest) = (name, mediaType, size, digest)
  }

  var value: Value {
    [
      "name": .string(name), "media_type": .string(mediaType), "size": .integer(size), "digest": .string(digest.hex),
    ]
  }

  /// The name under which a file with that `digest` stands.
  static func storedName(_ salt: Salt, _ digest: Hash32) -> String { Hash32(of: salt.bytes + digest.bytes).hex }

  /// Where a file of that name stands in a ledger's folder.
  static func path(_ storedName: String) -> String { "\(folder)/\(storedName)" }

  private static let mediaTypes = [
    "csv": "text/csv", "gif": "image/gif", "heic": "image/heic", "htm": "text/html", "html": "text/html",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg", "json": "application/json", "m4a": "audio/mp4", "mp3": "audio/mpeg", "mp4": "video/mp4",
    "odt": "application/vnd.oasis.opendocument.text", "ogg": "audio/ogg", "opus": "audio/opus",
    "mhtml": "multipart/related", "pdf": "application/pdf", "png": "image/png", "tif": "image/tiff",
    "tiff": "image/tiff",
    "txt": "text/plain", "wacz": Self.webArchive, "warc": "application/warc", "webm": "video/webm",
    "webp": "image/webp",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ]
}

extension EntryKind {
  /// A file that was kept with a record: a record of its own that names it.
  public static let attachment = EntryKind(
    "ledger.attachment", version: 1, en: "a file that was kept with a record",
    es: "un archivo que se guardó con una ficha",
    isFixed: true,
    [
      .init("of", .string(.filled), required: true, en: "the record", es: "la ficha"),
      .init(
        "name", .string(.filled), required: true, en: "the name under which the file is kept",
        es: "el nombre con que se guarda el archivo"),
      .init(
        Attachment.field,
        .object([
          .init("name", Schema(.string(.filled)), required: true),
          .init("media_type", Schema(.string(.filled)), required: true),
          .init("size", Schema(.integer(0...Attachment.largest.bytes)), required: true),
          .init("digest", Schema(.string(.filled)), required: true),
        ]), required: true, isPrivate: true, en: "what the file is", es: "qué es el archivo"),
    ], disclosure: .none)
}

extension Entry {
  /// The name of the file that it keeps with a record; nil where it is another kind's.
  public var attachedName: String? {
    guard mentions(EntryKind.attachment.id), kind == EntryKind.attachment.id, let name = body["name"]?.string else {
      return nil
    }
    return Hash32(hex: name) == nil ? nil : name
  }
}
