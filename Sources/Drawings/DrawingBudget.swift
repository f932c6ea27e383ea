/// What a drawing asks of whoever shows it.
///
/// A `use`, a pattern, a marker or a clip path draws elements that stand elsewhere, which may do the same: a document of
/// a thousand bytes could ask for more elements than there are atoms. So what is drawn is counted with everything that
/// is repeated, before anybody draws it.
struct DrawingBudget {
  /// The most elements that are drawn, repetitions included.
  static let most = 250_000
  /// The most references one behind the other. A circle has no end, and is refused with them.
  static let deepest = 16

  /// What showing an element asks for: elements to draw, and references one behind the other.
  private struct Cost {
    var elements = 1
    var depth = 0
  }

  private let root: DrawingElement
  private var named: [String: DrawingElement] = [:]
  private var known: [String: Cost] = [:]

  init(_ root: DrawingElement) { self.root = root }

  /// - Throws: `DrawingRefusal` for a drawing that asks for too much, or names two elements alike.
  mutating func check() throws(DrawingRefusal) {
    try name(root)
    _ = try cost(root, behind: 0)
  }

  private mutating func name(_ element: DrawingElement) throws(DrawingRefusal) {
    if let id = element["id"], named.updateValue(element, forKey: id) != nil {
      throw .identifierTwice(id)
    }
    for case .element(let child) in element.children { try name(child) }
  }

  /// The cost of `element`, to which `behind` references led. What fills, clips or marks it may be drawn again for each
  /// element within, and a marker for each point of a line.
  private mutating func cost(_ element: DrawingElement, behind: Int) throws(DrawingRefusal) -> Cost {
    var cost = Cost()
    for case .element(let child) in element.children { try Self.add(try self.cost(child, behind: behind), to: &cost) }
    if let target = element["href"] { try Self.add(try self.cost(of: target.dropFirst(), behind: behind), to: &cost) }
    let inner = cost.elements
    for (name, value) in element.attributes {
      guard let target = DrawingStyle.fragment(value) else { continue }
      // No number takes less than a digit and a blank.
      let points = name.hasPrefix("marker") ? ((element["d"] ?? element["points"])?.utf8.count ?? 0) / 2 : 0
      try Self.add(try self.cost(of: target, behind: behind), times: inner + points, to: &cost)
    }
    return cost
  }

  private mutating func cost(of id: Substring, behind: Int) throws(DrawingRefusal) -> Cost {
    let id = String(id)
    if let cost = known[id] { return cost }
    guard let element = named[id] else { return Cost(elements: 0) }
    guard behind < Self.deepest else { throw .tooDeep }
    var cost = try cost(element, behind: behind + 1)
    cost.depth += 1
    guard cost.depth <= Self.deepest else { throw .tooDeep }
    known[id] = cost
    return cost
  }

  private static func add(_ part: Cost, times: Int = 1, to cost: inout Cost) throws(DrawingRefusal) {
    let (product, overflows) = part.elements.multipliedReportingOverflow(by: times)
    guard !overflows, product <= most, cost.elements + product <= most else {
      throw .tooManyElements
    }
    cost = Cost(elements: cost.elements + product, depth: max(cost.depth, part.depth))
  }
}
