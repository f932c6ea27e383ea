import Files
import Hashing
public import Times

extension Ledger {
  /// Says that the private `field` of the record that `record` opens is to be erased, and erases it here; the erasure.
  ///
  /// That it was said is on the disk before anything is erased. Where it throws behind that, the erasure waits.
  /// - Throws: ``PrivateMessage/noPrivateField(_:known:)``, ``PrivateMessage/alreadyErased(field:author:day:)``.
  public func erase(_ field: String, of record: Entry, why: String, as key: AuthorKey, at time: Instant) throws
    -> Erasure
  {
    try checkErasable(field, of: record)
    let entry = try append([Erasure.body(field, of: record.id, why: why)], as: key, at: time)[0]
    guard let erasure = Erasure(entry) else { preconditionFailure("an erasure is read as one") }
    try carryOut([erasure])
    return erasure
  }

  /// Throws where `field` of `record` cannot be erased, or somebody has said already that it is to be.
  public func checkErasable(_ field: String, of record: Entry) throws {
    let fields = try privateFields(of: record)
    guard let found = fields.first(where: { $0.name == field }) else {
      throw PrivateMessage.noPrivateField(field, known: fields.map(\.name))
    }
    switch found.state {
    case .erased(let erasure), .here(_, let erasure?):
      throw PrivateMessage.alreadyErased(field: field, author: erasure.author, day: erasure.day)
    case .here(_, nil), .absent, .wrong: break
    }
  }

  /// Erases what `erasures` say, value and salt, and the attached file where it is one; and removes `leftovers` that still are such.
  ///
  /// Copies elsewhere, backups, and what a disk keeps of removed files are not reached.
  public func carryOut(_ erasures: [Erasure], leftovers: [String] = []) throws {
    guard let ledger = try opened() else { return }
    try holdingApart {
      let attached = erasures.contains { $0.field == Attachment.field } ? try attachedNames() : [:]
      for erasure in erasures {
        // The file before its name's salt, without which nobody could tell which one it is.
        if erasure.field == Attachment.field, let name = attached[erasure.entry] {
          try ledger.removeIfThere(Attachment.path(name))
        }
        guard var file = try ledger.privateFile(of: erasure.entry) else { continue }
        file.values[erasure.field] = nil
        try ledger.write(file, of: erasure.entry)
      }
      let stillLeft = leftovers.isEmpty ? [] : Set(try apart().leftovers)
      for path in leftovers where stillLeft.contains(path) { try ledger.removeIfThere(path) }
    }
  }

  private func attachedNames() throws -> [Hash32: String] {
    Dictionary(try entries().compactMap { entry in entry.attachedName.map { (entry.id, $0) } }) { first, _ in first }
  }

  /// Holds the lock of all that stands apart, which is always taken before that of a feed.
  func holdingApart<Success>(_ body: () throws -> Success) throws -> Success {
    let lock = try home.lock("\(Self.lockFolder)/apart.lock", waits: true)
    return try withExtendedLifetime(lock, body)
  }
}

extension Folder {
  /// Removes the file at `inner`, so that it stays away; nothing where there is none.
  fileprivate func removeIfThere(_ inner: String) throws {
    do throws(FileError) {
      try remove(inner)
    } catch {
      guard error.isAbsence else { throw error }
      return
    }
    try folder(String(inner.prefix { $0 != "/" })).sync()
  }
}
