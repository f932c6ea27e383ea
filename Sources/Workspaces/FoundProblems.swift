import ModuleKit

/// The problems of a workspace file found so far: the first ones in full, the rest counted.
struct FoundProblems {
  /// The most problems that are told in full.
  static let limit = 50

  /// Those that are told in full, in the order in which they were found.
  private(set) var told: [Diagnostic] = []
  private var untold = 0

  /// Whether a further problem is told in full.
  var hasRoom: Bool { told.count < Self.limit }

  /// Whether nothing was found but warnings.
  var isSound: Bool { untold == 0 && told.allSatisfy { $0.severity == .warning } }

  /// Adds a problem, for which there is room.
  mutating func add(_ problem: Diagnostic) { told.append(problem) }

  /// Counts a problem that is not told.
  mutating func skip() { untold += 1 }

  /// How many more there are in the file named `file`, where there are any.
  func more(in file: String) -> [Diagnostic] {
    untold == 0 ? [] : [Diagnostic(WorkspaceMessage.moreProblems(untold), at: .init(file: file))]
  }
}
