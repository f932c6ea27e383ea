public import ModuleKit

/// What looks as if it told of a person, and is meant to be public: an entry of `disclose:`.
public struct Disclosed: Sendable, Equatable {
  /// What of the files it is.
  public enum Scope: Sendable, Equatable {
    /// This value, wherever it stands.
    case value(String)
    /// The field, or all, of the file at this path in the workspace, or of those that a ``PathPattern`` names.
    case file(String, field: String?)
  }

  /// What it is.
  public var scope: Scope
  /// Why it may be public.
  public var reason: String
  /// Where the workspace file says so.
  public var place: Diagnostic.Location

  static let schema = Schema(
    .list(
      Schema(
        .object([
          .init("value", Schema(.string(.filled), "the value, such as the mission's own telephone number")),
          .init(
            "file", Schema(.string(.path), "the file, or a pattern of files, where all that is found in it is meant")),
          .init("field", Schema(.string(.filled), "of the file the column or member alone")),
          .init("reason", Schema(.string(.filled), "why it may be public"), required: true),
        ])), atLeast: 1),
    "what the scan of public bundles takes for something of a person, and is meant to be public")
}

extension WorkspaceChecker {
  /// What is meant to be public; each entry names a value or a file.
  mutating func disclosed() -> [Disclosed] {
    (document.value(["disclose"])?.list ?? []).enumerated().compactMap { index, value in
      let place = ["disclose"] as Path / index
      guard let reason = value["reason"]?.string else { return nil }
      let location = document.location(of: place)
      switch (value["value"]?.string, value["file"]?.string, value["field"]?.string) {
      case (let text?, nil, nil): return Disclosed(scope: .value(text), reason: reason, place: location)
      case (nil, let file?, let field):
        return Disclosed(scope: .file(file, field: field), reason: reason, place: location)
      case (nil, nil, _), (_?, _, _):
        add(.disclosesNothing, at: place)
        return nil
      }
    }
  }
}
