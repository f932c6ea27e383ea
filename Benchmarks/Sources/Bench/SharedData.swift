import Foundation

/// Results of real elections, which are not part of the repository: VEEDOR_SHARED, or the folder beside it.
enum SharedData {
  private static let folder =
    ProcessInfo.processInfo.environment["VEEDOR_SHARED"] ?? Bench.package + "/../../shared"

  /// The file `name` of the folder's data; nil where it is not there.
  static func file(_ name: String) -> String? {
    let path = "\(folder)/data/\(name)"
    return byteCount(path) == nil ? nil : path
  }

  /// The same where nothing else will do.
  static func needed(_ name: String) throws(Failure) -> String {
    guard let path = file(name) else { throw Failure("VEEDOR_SHARED has no data/\(name)") }
    return path
  }
}
