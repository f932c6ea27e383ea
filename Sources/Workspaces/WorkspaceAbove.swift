import Glibc

extension WorkspaceFolder {
  /// The nearest folder above `folder` that holds a workspace of whoever runs this, as a path with `..`; nil where `folder` holds one
  /// itself, or none above it does.
  ///
  /// A workspace of somebody else is not used: anybody could leave one above a shared folder.
  public static func above(_ folder: String) -> String? {
    func status(_ path: String) -> stat? {
      var status = stat()
      return stat(path, &status) == 0 ? status : nil
    }
    guard var here = status(folder), status("\(folder)/\(Workspace.fileName)") == nil else { return nil }
    var path = folder == "." ? ".." : "\(folder)/.."
    while let next = status(path), next.st_ino != here.st_ino || next.st_dev != here.st_dev {
      if let file = status("\(path)/\(Workspace.fileName)"), file.st_mode & S_IFMT == S_IFREG {
        return file.st_uid == geteuid() && next.st_uid == geteuid() ? path : nil
      }
      here = next
      path += "/.."
    }
    return nil
  }
}
