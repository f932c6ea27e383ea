/// Jumps at cuts where nothing is said to have happened, against which the jump at the real cut is held.
///
/// Under no jump at all the real cut is one like any other, so that p = (1 + jumps as large) / (1 + cuts). Fifty cuts
/// give no p below 1/51, about .02, and cuts whose windows overlap are dependent: p is a rank among them, no more.
public struct PlaceboCuts: Sendable, Hashable {
  /// One cut and its jump.
  public struct Cut: Sendable, Hashable {
    /// Where it is, and its jump.
    public let place, jump: Double
    /// Half the width of the jump's 95 % interval; nil where there is none.
    public let reach: Double?
  }

  /// The cuts, in order.
  public let cuts: [Cut]

  /// `count` cuts spread evenly over where a window of `bandwidth` to both sides lies within the data and does not
  /// reach the real `cut`; cuts at which no line can be fitted are left out.
  ///
  /// - Parameter clusters: by which the intervals are made; nil for none.
  public init(
    _ data: LocalLinear, count: Int, bandwidth: Double, around cut: Double, clusters: LocalLinear.Clusters? = nil
  ) {
    guard let range = data.range, bandwidth > 0 else {
      cuts = []
      return
    }
    let free = [
      (from: range.lowerBound + bandwidth, to: cut - bandwidth),
      (from: cut + bandwidth, to: range.upperBound - bandwidth),
    ].filter { $0.from < $0.to }
    let length = free.reduce(0) { $0 + $1.to - $1.from }
    cuts = (0..<(free.isEmpty ? 0 : count)).compactMap { number in
      var way = (Double(number) + 0.5) / Double(count) * length
      for (from, to) in free {
        if way <= to - from {
          let place = from + way
          return data.jumpSize(at: place, bandwidth: bandwidth).map { jump in
            let error = clusters.flatMap { data.clusteredError(at: place, bandwidth: bandwidth, by: $0) }
            return Cut(place: place, jump: jump, reach: error?.error.reach)
          }
        }
        way -= to - from
      }
      return nil
    }
  }

  /// The share of cuts, the real one among them, with a jump as large as `jump` either way; nil where there are none.
  public func p(_ jump: Double) -> Double? {
    guard !cuts.isEmpty else { return nil }
    let asLarge = cuts.count { abs($0.jump) >= abs(jump) }
    return Double(1 + asLarge) / Double(1 + cuts.count)
  }

  /// How often the intervals left out 0, of the cuts that have one.
  public var record: IntervalRecord {
    cuts.reduce(into: IntervalRecord()) { record, cut in
      if let reach = cut.reach { record.add(isMissed: abs(cut.jump) > reach) }
    }
  }

  /// The smallest and the largest jump; nil where there are no cuts.
  public var range: ClosedRange<Double>? {
    guard let low = cuts.map(\.jump).min(), let high = cuts.map(\.jump).max() else { return nil }
    return low...high
  }
}
