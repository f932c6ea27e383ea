/// Looks for analyses that use each other, and for chains of uses so long that whoever follows them runs out of stack.
struct UsesCheck {
  /// The most analyses of which each uses the next.
  static let deepest = 100

  /// What is wrong with the uses.
  enum Fault: Equatable {
    /// Analyses use each other: their names, the first again at the end.
    case cycle([String])
    /// The analysis stands at the beginning of too long a chain.
    case tooDeep(String)
  }

  private let uses: [String: [String]]
  /// How many analyses stand in the longest chain from one on, itself counted.
  private var lengths: [String: Int] = [:]
  /// The first fault; nil where there is none.
  private(set) var fault: Fault?

  /// Checks what each of `analyses` uses.
  init(_ analyses: [(name: String, uses: [String])]) {
    uses = Dictionary(analyses) { first, _ in first }
    for (name, _) in analyses where fault == nil { visit(name, []) }
  }

  private mutating func visit(_ name: String, _ way: [String]) {
    if let start = way.firstIndex(of: name) {
      fault = .cycle(Array(way[start...]) + [name])
      return
    }
    guard lengths[name] == nil else { return }
    // A circle is told as one, however long: the way is followed beyond the limit, as far as the limit once more.
    guard way.count < 2 * Self.deepest else {
      fault = .tooDeep(way[0])
      return
    }
    var length = 1
    for next in uses[name] ?? [] {
      visit(next, way + [name])
      guard fault == nil else { return }
      length = max(length, 1 + lengths[next, default: 0])
    }
    lengths[name] = length
    if length > Self.deepest { fault = .tooDeep(name) }
  }
}
