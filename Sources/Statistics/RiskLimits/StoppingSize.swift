/// How large a round must be to stop with a given probability. The probability goes up and down like a saw as the round grows,
/// because counts are whole: so there are two answers.
public struct StoppingSize: Sendable, Equatable {
  /// The smallest size with the probability.
  public let first: Int
  /// The smallest size from which on every size has it.
  public let stable: Int

  /// The sizes for `probability`, below 1, of an audit that stops with the probability `of` a size, if `share` is true.
  ///
  /// A tooth of the saw is no higher than one count is likely, `0.4 / σ`. Outside the sizes where the probability is nearer
  /// than that to the one asked for, none can be an answer; inside, each is looked at.
  init(_ probability: Double, share: Double, of stopping: (Int) -> Double) {
    precondition(probability < 1, "no size of a round is sure to stop")
    func tooth(_ size: Int) -> Double { 0.5 / (Double(size) * share * (1 - share)).squareRoot() }
    var high = 1
    while high < 1 << 40, stopping(high) - tooth(high) < probability { high *= 2 }
    func least(_ holds: (Int) -> Bool) -> Int {
      var (low, high) = (0, high)
      while high - low > 1 {
        let middle = (low + high) / 2
        if holds(middle) { high = middle } else { low = middle }
      }
      return high
    }
    let begin = least { stopping($0) + tooth($0) >= probability }
    let end = least { stopping($0) - tooth($0) >= probability }
    var (first, last) = (Int?.none, begin - 1)
    for size in max(1, begin - 4)...end + 4 {
      if stopping(size) < probability {
        last = size
      } else if first == nil {
        first = size
      }
    }
    (self.first, stable) = (first ?? last + 1, last + 1)
  }
}
