import Archive
import Diagnostics
import Files
import ModuleKit
import Tables

extension CSVReader {
  /// The rows of `file`, which messages call `name`, in the form that its name says: CSV, a `.gz` of it or JSON; or of the
  /// `member` of an archive.
  ///
  /// Throws a `DiagnosticsError` with what is wrong with the file.
  func read(_ file: MappedFile, name: String, member: String?) throws(DiagnosticsError) -> Table {
    if let member {
      let bytes = try ArchiveMember(member, of: name).content(of: file)
      let inner = "\(name)/\(member)"
      guard member.hasSuffix(".json") else { return try read(bytes, name: inner) }
      return try read(json: bytes, name: inner)
    }
    guard name.hasSuffix(".json") else { return try read(file, name: name) }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try file.content
    } catch {
      throw DiagnosticsError(error, at: .init(file: name))
    }
    return try read(json: bytes, name: name)
  }
}

extension CSVReader {
  /// The lines on which those of `rows`, from 0, begin in what ``read(_:name:member:)`` reads; JSON has none.
  func lines(
    of rows: Set<Int>, in file: MappedFile, name: String, member: String?
  ) throws(DiagnosticsError) -> [Int: Int] {
    if (member ?? name).hasSuffix(".json") { return [:] }
    guard let member else { return try lines(of: rows, in: file, name: name) }
    return try lines(of: rows, in: try ArchiveMember(member, of: name).content(of: file), name: "\(name)/\(member)")
  }
}

/// One file inside a ZIP archive.
struct ArchiveMember {
  private let member: String
  private let archive: String

  /// The member `member` of the archive that messages call `archive`.
  init(_ member: String, of archive: String) { (self.member, self.archive) = (member, archive) }

  /// How many times its own size a packed file may hold, and what may come out of it however small it is.
  private static let expansion = 100, freely = 16 << 20

  /// Its bytes, from the archive in `file`. Throws a `DiagnosticsError`.
  func content(of file: MappedFile) throws(DiagnosticsError) -> [UInt8] {
    do {
      return try file.reading { bytes in
        let archive = try LenientArchive(parsing: bytes)
        guard let entry = archive.entry(member) else {
          throw WorkspaceMessage.noMember(member, known: archive.entries.map(\.path))
        }
        guard entry.size <= max(Self.freely, entry.packedSize * Self.expansion)
        else { throw WorkspaceMessage.memberTooDense(member, times: Self.expansion) }
        guard entry.size < MemoryAtHand.bytes / 2 else { throw TableMessage.tooMuchMemory }
        // JSON is held as a whole, and no more of it is read of an archive than of a file.
        let limit = FileLimit.stored.bytes
        if member.hasSuffix(".json"), entry.size > limit {
          throw FileError.tooLarge(path: "\(self.archive)/\(member)", bytes: entry.size, limit: limit)
        }
        var content: [UInt8] = []
        content.reserveCapacity(entry.size)
        try entry.read(from: bytes) { content.append(contentsOf: $0) }
        return content
      }
    } catch let error as any DiagnosticMessage {
      throw DiagnosticsError(error, at: .init(file: archive))
    } catch {
      throw DiagnosticsError(TableMessage.tooMuchMemory, at: .init(file: archive))
    }
  }
}
