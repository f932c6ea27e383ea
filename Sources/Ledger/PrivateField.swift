import Files
import Hashing
public import Schema
import Times

/// A private field of an entry, as it stands here.
public struct PrivateField: Sendable, Equatable {
  /// What is here of it.
  public enum State: Sendable, Equatable {
    /// The value, which is the one that the entry has the hash of; and the erasure that waits for the operator, where there is one.
    case here(Value, Erasure?)
    /// Nothing, since it was erased.
    case erased(Erasure)
    /// Nothing.
    case absent
    /// Something else than the entry has the hash of, or what cannot be read.
    case wrong(PrivateMessage)
  }

  /// The field.
  public let name: String
  /// What is here.
  public let state: State
}

extension Ledger {
  /// The private fields of `entry` as they stand here, by name.
  public func privateFields(of entry: Entry) throws -> [PrivateField] {
    try privateFields(of: [entry]).first ?? []
  }

  /// The private fields of each of `entries`; the ledger is read once.
  public func privateFields(of entries: [Entry]) throws -> [[PrivateField]] {
    guard entries.contains(where: { !$0.privateHashes.isEmpty }), let ledger = try opened() else {
      return entries.map { _ in [] }
    }
    let erasures = Erasures(try self.entries())
    return try entries.map { entry in
      let file = Result { try ledger.privateFile(of: entry.id) }
      return try entry.privateFields.map { name in
        PrivateField(name: name, state: try state(of: name, of: entry, file, erasures[entry.id, name], in: ledger))
      }
    }
  }

  private func state(
    of name: String, of entry: Entry, _ file: Result<PrivateFile?, any Error>, _ erasure: Erasure?, in ledger: Folder
  ) throws -> PrivateField.State {
    do {
      guard let value = try file.get()?.values[name] else { return erasure.map { .erased($0) } ?? .absent }
      guard value.hash(in: name).hex == entry.privateHashes[name] else {
        let path = "\(ledger.path)/\(PrivateFile.path(of: entry.id))"
        return .wrong(.wrongValue(file: path, field: name, entry: entry.id.hex))
      }
      return .here(value.value, erasure)
    } catch let error as PrivateMessage {
      return .wrong(error)
    } catch let error as FileError {
      return .wrong(.unread(error))
    }
  }

  /// Where the file of that name that an entry attached stands.
  public func attachmentPath(_ name: String) -> String { "\(Self.folderName)/\(Attachment.path(name))" }
}

extension Erasure {
  /// The day on which it was said, in UTC.
  public var day: String { ClockTime(time, offset: 0).day.iso }
}
