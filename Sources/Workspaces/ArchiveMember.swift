import Archive
import Diagnostics
import Files
import Tables

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
