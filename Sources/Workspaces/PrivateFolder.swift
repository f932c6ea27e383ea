public import Files

/// The folder in a workspace for what is the machine's own: caches, locks, circumstances of runs. Never part of a
/// bundle; made when something is first kept in it.
public struct PrivateFolder: Sendable {
  /// Its name.
  public static let name = ".veedor"

  private let home: Folder

  /// The one in the workspace's folder `home`.
  public init(in home: Folder) { self.home = home }

  /// The folder, made where it is not there yet.
  public func made() throws(FileError) -> Folder { try home.makeFolder(Self.name) }

  /// The folder, where it is there.
  public func opened() throws(FileError) -> Folder { try home.folder(Self.name) }
}
