internal import Glibc

/// How many of the votes drawn have each of two weights, in a walk that ends once the logarithms of their factors, with those of a third
/// weight, come to a barrier: followed vote by vote, over all counts that are worth anything.
///
/// What is cut off is below 1e-13 of all a vote.
struct WeightedWalk {
  /// The probabilities of the three weights, and what a vote of each adds.
  private let shares, steps: [Double]
  private let barrier: Double
  /// The mass by counts of the first weight from `low.a` on, and of the second from `low.b` on, in rows of `width`.
  private var mass: [Double] = [1]
  private var low = (a: 0, b: 0)
  private var width = 1
  /// The votes so far, and what has ended.
  private var votes = 0
  private(set) var ended = 0.0

  init(shares: [Double], steps: [Double], barrier: Double) {
    (self.shares, self.steps, self.barrier) = (shares, steps, barrier)
  }

  /// Goes on until it has ended with `probability`; after how many votes it first has.
  mutating func advance(toStopping probability: Double) -> Int {
    while ended < probability { go() }
    return votes
  }

  /// One vote.
  private mutating func go() {
    let (rows, next) = (mass.count / width + 1, width + 1)
    votes += 1
    var (out, done) = ([Double](repeating: 0, count: rows * next), ended)
    // The second count at which the walk ends, for a row, is at most this.
    let (base, slope) = (Double(votes) * steps[2] - barrier, steps[0] - steps[2])
    out.withUnsafeMutableBufferPointer { out in
      mass.withUnsafeBufferPointer { mass in
        for row in 0..<rows {
          let a = low.a + row
          let most = Int(((base + Double(a) * slope) / (steps[2] - steps[1]) + 1e-9).rounded(.down)) - low.b
          for place in 0..<next {
            var sum = 0.0
            if row > 0, place < width { sum += shares[0] * mass[(row - 1) * width + place] }
            if row < rows - 1 {
              if place > 0 { sum += shares[1] * mass[row * width + place - 1] }
              if place < width { sum += shares[2] * mass[row * width + place] }
            }
            if place <= most { done += sum } else { out[row * next + place] = sum }
          }
        }
      }
    }
    (mass, width, ended) = (out, next, done)
    trim(rows)
  }

  /// Leaves out rows and columns at the edges that are all but empty.
  private mutating func trim(_ rows: Int) {
    func row(_ it: Int) -> Double { (0..<width).reduce(0) { $0 + mass[it * width + $1] } }
    func column(_ it: Int) -> Double { (0..<rows).reduce(0) { $0 + mass[$1 * width + it] } }
    let least = 1e-14
    var (top, bottom, left, right) = (0, rows, 0, width)
    while top < bottom - 1, row(top) < least { top += 1 }
    while bottom - 1 > top, row(bottom - 1) < least { bottom -= 1 }
    while left < right - 1, column(left) < least { left += 1 }
    while right - 1 > left, column(right - 1) < least { right -= 1 }
    guard (top, bottom, left, right) != (0, rows, 0, width) else { return }
    let (old, wide) = (mass, width)
    width = right - left
    mass = [Double](unsafeUninitializedCapacity: (bottom - top) * width) { out, count in
      for row in top..<bottom {
        for place in left..<right { out[(row - top) * (right - left) + place - left] = old[row * wide + place] }
      }
      count = (bottom - top) * (right - left)
    }
    low = (low.a + top, low.b + left)
  }
}
