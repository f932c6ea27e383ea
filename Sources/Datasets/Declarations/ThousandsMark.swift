/// What stands between groups of three digits.
public enum ThousandsMark: String, Sendable, CaseIterable {
  case comma, point, space, apostrophe

  /// The mark itself.
  private var text: String {
    switch self {
    case .comma: ","
    case .point: "."
    case .space: " "
    case .apostrophe: "'"
    }
  }

  /// `number` without the marks where they part groups of three digits; as it is where they do not.
  func removed(from number: String) -> String {
    let groups = number.split(separator: text, omittingEmptySubsequences: false)
    let first = groups[0].hasPrefix("-") ? groups[0].dropFirst() : groups[0]
    guard groups.count > 1, 1...3 ~= first.utf8.count, first.utf8.allSatisfy({ 48...57 ~= $0 }) else { return number }
    for (place, group) in groups.enumerated().dropFirst() {
      let whole = place == groups.count - 1 ? group.prefix { "0"..."9" ~= $0 } : group
      guard whole.utf8.count == 3, whole.utf8.allSatisfy({ 48...57 ~= $0 }) else { return number }
    }
    return groups.joined()
  }
}
