import Foundation

/// The reference results, which are not part of the repository: VEEDOR_SHARED, or the folder beside it.
enum SharedVectors {
  static let folder =
    ProcessInfo.processInfo.environment["VEEDOR_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).appending(path: "../../../../shared").standardizedFileURL

  static let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "vectors").path)

  static func decode<T: Decodable>(_ type: T.Type, from path: String) throws -> T {
    try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: path)))
  }
}
