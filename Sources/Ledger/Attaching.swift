public import Diagnostics
public import Files
public import Hashing
import Schema
public import Times

extension Ledger {
  /// Keeps a copy of `file`, whose name is `name`, with `record`; the entry that says so.
  ///
  /// The copy is on the disk before what tells what it is, and this before the entry.
  public func attach(
    _ file: MappedFile, named name: String, to record: Hash32, why: String?, as key: AuthorKey, at time: Instant,
    told: (Diagnostic) -> Void = { _ in }
  ) throws -> Entry {
    try file.check(Attachment.largest)
    return try holdingApart {
      let salt = Salt()
      let folder = try home.makeFolder(Self.folderName).makeFolder(Attachment.folder)
      let stored = try folder.replace(mode: 0o600) { out in
        let digest = try out.copy(file)
        return (Attachment.storedName(salt, digest), Attachment(name: name, size: file.count, digest: digest))
      }
      let storedName = Attachment.storedName(salt, stored.result.digest)
      do {
        // The folder of a first attachment must survive a power cut as well.
        try home.folder(Self.folderName).sync()
        var fields: [String: Value] = [
          "of": .string(record.hex), "name": .string(storedName), Attachment.field: stored.result.value,
        ]
        fields["why"] = why.map(Value.string)
        let body = try EntryKind.attachment.opening(fields)
        let sealed = SealedBody(body, [Attachment.field: PrivateValue(value: stored.result.value, salt: salt)])
        return try append(sealed: [sealed], as: key, at: time, told: told)[0]
      } catch {
        try? folder.remove(storedName)
        throw error
      }
    }
  }
}

extension Ledger {
  /// The file of that name that an entry attached, after size and digest were held against `stated`, which a private field says.
  /// - Throws: ``PrivateMessage`` where it is not here, is another one, or cannot be read.
  public func attachedFile(_ name: String, _ stated: Attachment) throws -> MappedFile {
    try home.folder(Self.folderName).attachedFile(name, stated)
  }
}

extension Folder {
  /// The same in this folder of a ledger.
  func attachedFile(_ name: String, _ stated: Attachment) throws(PrivateMessage) -> MappedFile {
    let file: MappedFile
    let digest: Hash32?
    do throws(FileError) {
      file = try self.file(Attachment.path(name))
      // A file of another size need not be read.
      digest = file.count == stated.size ? try Hash32(of: file) : nil
    } catch {
      throw error.isAbsence ? .absent(file: "\(path)/\(Attachment.path(name))") : .unread(error)
    }
    guard let digest else { throw .wrongSize(file: file.path, bytes: file.count, stated: stated.size) }
    guard digest == stated.digest else { throw .wrongContent(file: file.path) }
    return file
  }
}

extension OutputFile {
  /// Appends the content of `file` piece by piece, so that little of it is ever held; its digest.
  func copy(_ file: MappedFile) throws -> Hash32 {
    try file.reading { bytes in
      var hash = IncrementalHash()
      let step = 1 << 20
      for start in stride(from: 0, to: bytes.count, by: step) {
        let part = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + step, bytes.count)])
        hash.update(part)
        try write(part)
        file.giveBack(part)
      }
      return hash.finalize()
    }
  }
}
