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

  /// The lines on which those of `rows`, from 0, begin in what ``read(_:name:member:)`` reads; JSON has none.
  func lines(
    of rows: Set<Int>, in file: MappedFile, name: String, member: String?
  ) throws(DiagnosticsError) -> [Int: Int] {
    if (member ?? name).hasSuffix(".json") { return [:] }
    guard let member else { return try lines(of: rows, in: file, name: name) }
    return try lines(of: rows, in: try ArchiveMember(member, of: name).content(of: file), name: "\(name)/\(member)")
  }
}
