/// The ways of writing that a day, or a day with a clock time, can have been written in: `DD/MM/YYYY hh:mm` and the like.
struct DateForm {
  /// The patterns, as `time` of a column takes them, the likelier one first; two where day and month can stand for each other.
  let patterns: [String]

  /// The form of `text`; nil where it is no day between points, strokes or hyphens, with the year first or last.
  init?(_ text: String) {
    let halves = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let mark = halves[0].first(where: { "/.-".contains($0) }) else { return nil }
    let parts = halves[0].split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return nil }
    let numbers = parts.map { Int($0) ?? 0 }
    guard let clock = halves.count < 2 ? "" : Self.clock(halves[1]) else { return nil }
    /// `M` or `MM`: how a number of one digit is written, where there is one, tells it.
    let isLong = parts.allSatisfy { $0.count != 1 }
    let (day, month) = isLong ? ("DD", "MM") : ("D", "M")
    func isShort(_ part: Int) -> Bool { 1...2 ~= parts[part].count }
    var orders: [(days: Int, months: Int, form: [String])] = []
    if parts[0].count == 4, isShort(1), isShort(2) { orders = [(2, 1, ["YYYY", month, day])] }
    if parts[2].count == 4, isShort(0), isShort(1) {
      orders = [(0, 1, [day, month, "YYYY"]), (1, 0, [month, day, "YYYY"])]
    }
    patterns = orders.filter { 1...31 ~= numbers[$0.days] && 1...12 ~= numbers[$0.months] }.map {
      $0.form.joined(separator: String(mark)) + clock
    }
    if patterns.isEmpty { return nil }
  }

  /// The form of a clock time, with a blank before it; nil where it is none.
  private static func clock(_ text: String) -> String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard 2...3 ~= parts.count, parts.dropFirst().allSatisfy({ $0.count == 2 }), 1...2 ~= parts[0].count,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    return " " + [parts[0].count == 2 ? "hh" : "h", "mm", "ss"].prefix(parts.count).joined(separator: ":")
  }
}
