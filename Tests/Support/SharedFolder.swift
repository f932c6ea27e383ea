public import FoundationEssentials

/// The data of real elections and the reference results, which are not part of the repository: the folder that
/// `VEEDOR_SHARED` names, or `shared` beside the repository.
public enum SharedFolder {
  /// The folder.
  public static let path = ProcessInfo.processInfo.environment["VEEDOR_SHARED"] ?? Repository.path + "/../shared"

  /// Whether it is there; suites that need it are skipped where it is not.
  public static let isPresent = has("data") && has("vectors")

  private static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// The path of the file `name` of its data.
  public static func data(_ name: String) -> String { path + "/data/" + name }

  /// The bytes of its file `name`.
  public static func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path + "/" + name)) }

  /// What its JSON file `name` holds.
  public static func decode<Content: Decodable>(_ type: Content.Type, from name: String) throws -> Content {
    try JSONDecoder().decode(type, from: bytes(name))
  }
}
