import Files
import Hashing
import Schema

/// What stands apart of one entry, in `ledger/private/<entry>.json`, for its user alone: the values and their salts by field.
///
///     {"contact": {"salt": "<32 digits>", "value": "+504 …"}}
struct PrivateFile: Sendable, Equatable {
  /// The folder's name in the ledger's.
  static let folder = "private"
  /// The most bytes of a file.
  static let largest = FileLimit(bytes: 64 << 10)

  /// The values by field.
  var values: [String: PrivateValue]

  init(_ values: [String: PrivateValue] = [:]) { self.values = values }

  /// The file that holds `bytes`; nil where they are none.
  init?(_ bytes: [UInt8]) {
    guard let members = (try? Value(json: bytes))?.object else { return nil }
    values = [:]
    for (name, member) in members {
      guard let parts = member.object, parts.count == 2, let value = parts["value"],
        let salt = parts["salt"]?.string.flatMap({ Salt(hex: $0) })
      else { return nil }
      values[name] = PrivateValue(value: value, salt: salt)
    }
  }

  var bytes: [UInt8] {
    let members = values.mapValues { Value.object(["salt": .string($0.salt.hex), "value": $0.value]) }
    return Value.object(members).ledgerText + [UInt8(ascii: "\n")]
  }

  /// Where it stands in a ledger's folder.
  static func path(of entry: Hash32) -> String { "\(folder)/\(entry.hex).json" }

  /// The entry whose file has that name; nil where none has.
  static func entry(_ name: String) -> Hash32? {
    name.hasSuffix(".json") ? Hash32(hex: String(name.dropLast(5))) : nil
  }

  /// The field whose value is not the one that `entry` has the hash of, the first by name; nil where all are.
  func wrongField(of entry: Entry) -> String? {
    let hashes = entry.privateHashes
    return values.filter { $0.value.hash(in: $0.key).hex != hashes[$0.key] }.keys.min()
  }
}

extension Folder {
  /// What stands apart of the entry `id` in this ledger's folder; nil where there is nothing.
  func privateFile(of id: Hash32) throws -> PrivateFile? {
    guard let file = try read(PrivateFile.path(of: id), atMost: PrivateFile.largest) else { return nil }
    guard let read = PrivateFile(try file.content(atMost: PrivateFile.largest)) else {
      throw PrivateMessage.noPrivateFile(file: file.path)
    }
    return read
  }

  /// What the file that `entry` attached is, where that is known here.
  func attachment(of entry: Entry) -> Attachment? {
    guard let file = try? privateFile(of: entry.id), file.wrongField(of: entry) == nil else { return nil }
    return file.values[Attachment.field].flatMap { Attachment($0.value) }
  }

  /// Keeps `file` apart of the entry `id`; where it holds nothing, none is left.
  func write(_ file: PrivateFile, of id: Hash32) throws {
    let path = PrivateFile.path(of: id)
    guard file.values.isEmpty else { return try write(file.bytes, to: path, mode: 0o600) }
    try remove(path)
    try folder(PrivateFile.folder).sync()
  }
}
