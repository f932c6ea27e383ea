/// Hartigan's dip: how far a sample is from any distribution with one peak.
///
/// The largest difference between the empirical distribution function and the nearest one that is convex up to a mode
/// and concave after it. Hartigan and Hartigan 1985, The Dip Test of Unimodality, Annals of Statistics 13:70; the way
/// to it, by greatest convex minorants and least concave majorants, is that of Hartigan 1985, Applied Statistics 34:320.
public struct Dip: Sendable, Hashable {
  /// How many values.
  public let count: Int
  /// The dip, from 0 to 1/4.
  ///
  /// At least 1/(2n), unless all values are the same: then one step is the whole distribution, and the dip is 0.
  public let statistic: Double

  /// The dip of `values`, in any order; nil without values, and where one is not finite.
  public init?(_ values: [Double]) {
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
    self.init(ascending: values.sorted())
  }

  /// The dip of values that are finite and in ascending order, in time proportional to their number.
  init(ascending x: [Double]) {
    count = x.count
    statistic = x.first == x.last ? 0 : Hulls(x).dip
  }

  /// How likely a dip at least as large is in a sample of as many values from a uniform distribution, the one-peaked
  /// distribution that gives the largest dips; nil for fewer than ten values. See ``DipNull``.
  public var p: Double? { DipNull.upperTail(of: statistic, count: count) }
}

/// The convex minorants and concave majorants of the points (x[i], i), for all stretches of them at once.
private struct Hulls {
  let x: [Double]
  /// For each i the corner before it on the greatest convex minorant of the points 0...i.
  let before: [Int]
  /// For each i the corner behind it on the least concave majorant of the points i...
  let behind: [Int]

  /// `x` in ascending order, not all the same.
  init(_ x: [Double]) {
    self.x = x
    let last = x.count - 1
    var (before, behind) = (Array(x.indices), Array(x.indices))
    for i in x.indices.dropFirst() {
      var corner = i - 1
      // A corner stays while the slope to it is less than the slope from it.
      while corner > 0 {
        let next = before[corner]
        if (x[i] - x[corner]) * Double(corner - next) < (x[corner] - x[next]) * Double(i - corner) { break }
        corner = next
      }
      before[i] = corner
    }
    for i in x.indices.dropLast().reversed() {
      var corner = i + 1
      while corner < last {
        let next = behind[corner]
        if (x[corner] - x[i]) * Double(next - corner) < (x[next] - x[corner]) * Double(corner - i) { break }
        corner = next
      }
      behind[i] = corner
    }
    (self.before, self.behind) = (before, behind)
  }

  /// Narrows the stretch that must hold the mode until both hulls over it are nearer to each other than the part
  /// outside is to its hull.
  ///
  /// In steps of the distribution function, so that its jump adds 1 to every distance; the dip is half of the largest.
  var dip: Double {
    var (low, high) = (0, x.count - 1)
    var largest = 1.0
    while low < high {
      let minorant = corners(from: high, downTo: low)
      let majorant = corners(from: low, upTo: high)
      let widest = gap(minorant, majorant)
      if widest.size <= largest { break }
      for (start, end) in zip(minorant, minorant.dropFirst()) where end <= widest.low {
        largest = max(largest, above(start, end))
      }
      for (start, end) in zip(majorant, majorant.dropFirst()) where start >= widest.high {
        largest = max(largest, below(start, end))
      }
      if (low, high) == (widest.low, widest.high) { break }
      (low, high) = (widest.low, widest.high)
    }
    return largest / Double(2 * x.count)
  }

  private func corners(from high: Int, downTo low: Int) -> [Int] {
    var corners = [high]
    var corner = high
    while corner > low {
      corner = before[corner]
      corners.append(corner)
    }
    return corners.reversed()
  }

  private func corners(from low: Int, upTo high: Int) -> [Int] {
    var corners = [low]
    var corner = low
    while corner < high {
      corner = behind[corner]
      corners.append(corner)
    }
    return corners
  }

  /// The largest distance between the two hulls, at a corner of one of them, and the stretch that it leaves for the
  /// mode: from the minorant's last corner up to there to the majorant's first one from there.
  private func gap(_ minorant: [Int], _ majorant: [Int]) -> (size: Double, low: Int, high: Int) {
    var widest = (size: 0.0, low: minorant[0], high: majorant[majorant.count - 1])
    var (i, j) = (1, 1)
    // Between minorant[i - 1] and minorant[i], and majorant[j - 1] and majorant[j], whichever ends first.
    while i < minorant.count, j < majorant.count {
      let (corner, other) = (minorant[i], majorant[j])
      if corner < other || corner == other && i + 1 < minorant.count {
        let size = line(majorant[j - 1], other, at: corner) - Double(corner) + 1
        if size >= widest.size { widest = (size, corner, other) }
        i += 1
      } else {
        let size = Double(other) - line(minorant[i - 1], corner, at: other) + 1
        if size >= widest.size { widest = (size, minorant[i - 1], other) }
        j += 1
      }
    }
    return widest
  }

  /// The height, at x[k], of the line from point `start` to point `end`.
  private func line(_ start: Int, _ end: Int, at k: Int) -> Double {
    let width = x[end] - x[start]
    guard width > 0 else { return Double(k) }
    return Double(start) + Double(end - start) * ((x[k] - x[start]) / width)
  }

  /// How far the points from `start` to `end` lie above the line between these.
  private func above(_ start: Int, _ end: Int) -> Double {
    (start...end).reduce(1) { max($0, Double($1) - line(start, end, at: $1) + 1) }
  }

  /// How far the points from `start` to `end` lie below the line between these.
  private func below(_ start: Int, _ end: Int) -> Double {
    (start...end).reduce(1) { max($0, line(start, end, at: $1) - Double($1) + 1) }
  }
}
