import Diagnostics

/// The problems found so far: the first ones in full, the rest counted, so that a hostile file cannot fill the memory.
struct ProblemList {
  private let file: String
  private let limit: Int
  private var found: [Diagnostic] = []
  private var unshown = 0

  init(file: String, limit: Int) { (self.file, self.limit) = (file, limit) }

  mutating func add(_ message: YAMLMessage, at range: MarkRange?) {
    guard found.count < limit else {
      unshown += 1
      return
    }
    found.append(Diagnostic(message, at: .init(file: file, range: range)))
  }

  /// What was found, in the order of the text; those without a place come first.
  var diagnostics: [Diagnostic] {
    let start = Mark(line: 0, column: 0)
    let order = found.indices.sorted { a, b in
      let (first, second) = (found[a].location?.range?.start ?? start, found[b].location?.range?.start ?? start)
      return first == second ? a < b : first < second
    }
    let sorted = order.map { found[$0] }
    return unshown == 0 ? sorted : sorted + [Diagnostic(YAMLMessage.moreProblems(unshown), at: .init(file: file))]
  }
}
