import Schema
import Tables

/// Where a value stands in a JSON document: names of members between points, and in brackets the one of a list whose
/// member has a value, or its place from 0.
///
///     totals.sheets
///     results[party=Partido Roble].votes
///     results[0].votes
struct JSONPath {
  /// Why there is not one value at a path.
  enum Fault: Error, Equatable {
    /// So many members of a list have the value that one is selected by.
    case several(Int, selector: String)
    /// An object or a list stands there.
    case noText
  }

  private enum Step {
    case member(String)
    case place(Int)
    case selected(member: String, value: String)
  }

  private let steps: [Step]

  /// The path that `text` writes; nil where it writes none.
  init?(_ text: String) {
    var steps: [Step] = []
    var rest = Substring(text)
    while true {
      let name = rest.prefix { $0 != "." && $0 != "[" }
      rest = rest.dropFirst(name.count)
      guard !name.isEmpty else { return nil }
      steps.append(.member(String(name)))
      while rest.first == "[" {
        guard let end = rest.firstIndex(of: "]") else { return nil }
        let selector = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
        if let sign = selector.firstIndex(of: "=") {
          let (member, value) = (selector[..<sign], selector[selector.index(after: sign)...])
          guard !member.isEmpty else { return nil }
          steps.append(.selected(member: String(member), value: String(value)))
        } else if let place = Int(selector), place >= 0 {
          steps.append(.place(place))
        } else {
          return nil
        }
      }
      guard let next = rest.first else { break }
      guard next == "." else { return nil }
      rest = rest.dropFirst()
    }
    self.steps = steps
  }

  /// The text of the value in `document`, a number with `mark` before its fraction; nil where the path leads nowhere, or
  /// to null.
  func text(in document: Value, _ mark: CSVFormat.DecimalMark = .point) throws(Fault) -> String? {
    var here = document
    for step in steps {
      let next: Value?
      switch step {
      case .member(let name): next = here[name]
      case .place(let place): next = here.list.flatMap { place < $0.count ? $0[place] : nil }
      case .selected(let member, let value):
        let found = (here.list ?? []).filter { $0[member].flatMap { Self.text($0, .point) } == value }
        guard found.count < 2 else { throw .several(found.count, selector: "[\(member)=\(value)]") }
        next = found.first
      }
      guard let next else { return nil }
      here = next
    }
    if case .null = here { return nil }
    guard let text = Self.text(here, mark) else { throw .noText }
    return text
  }

  private static func text(_ value: Value, _ mark: CSVFormat.DecimalMark) -> String? {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    case .number(let number): canonicalNumber(number)?.replacing(".", with: mark == .comma ? "," : ".")
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .null, .list, .object: nil
    }
  }
}
