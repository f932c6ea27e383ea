import Files
import Glibc

/// A workspace in a folder of its own, removed with it.
public final class ScratchWorkspace {
  private let folder: ScratchFolder
  /// The folder of whoever works on it, where the key stands that vouches for results.
  public let user: ScratchFolder
  /// The folder.
  public var path: String { folder.path }

  /// An empty workspace.
  public init() throws { (folder, user) = (try ScratchFolder(), try ScratchFolder()) }

  /// Writes `text` to the file at `inner`, making its folders.
  public func write(_ text: String, to inner: String, mode: UInt32 = 0o644) throws {
    try write(Array(text.utf8), to: inner, mode: mode)
  }

  /// Writes `bytes` to the file at `inner`, making its folders.
  public func write(_ bytes: [UInt8], to inner: String, mode: UInt32 = 0o644) throws {
    let parts = inner.split(separator: "/").map(String.init)
    if parts.count > 1 { try Folder(path: path).makeFolder(parts.dropLast().joined(separator: "/")) }
    try AtomicFile.write(bytes, to: "\(path)/\(inner)", mode: mode)
  }

  /// The content of the file at `inner` as text.
  public func text(_ inner: String) throws -> String {
    String(decoding: try MappedFile(path: "\(path)/\(inner)").content, as: UTF8.self)
  }

  /// Puts a link to `target` at `inner`.
  public func link(_ target: String, from inner: String) throws {
    guard symlink(target, "\(path)/\(inner)") == 0 else {
      throw FileError.system(.create, path: inner, reason: SystemReason(number: errno))
    }
  }

  /// The beginning of every workspace file: a mission and one contest.
  public static let mission = """
    veedor: 1
    mission:
      id: rehearsal
      title: {en: "Rehearsal", es: "Ensayo"}
      election_day: 2017-11-26
      time_zone: America/Tegucigalpa
      languages: [en, es]
    contests:
      president:
        rule: plurality
        options:
          amapola: {name: "Amapola"}
          bromelia: {name: "Bromelia"}

    """
}
