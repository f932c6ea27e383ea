internal import Glibc

/// The lead of a walk that goes up with probability `share`, down else, and ends where it meets a barrier that rises slowly.
///
/// Between two rises the barrier stands still, and paths that touch it are taken out all at once: as many paths lead from i
/// over a barrier D to j as from 2D − i to j (the reflection principle; Feller 1968, An Introduction to Probability Theory
/// and Its Applications 1, III.1). With the factor (p / (1 − p))^(lead / 2) taken out, all paths between two leads weigh the
/// same. So a stretch is one convolution of what is left, continued beyond the barrier with the opposite sign, with a
/// symmetric binomial law. What is cut off is below 1e-16 of all a stretch.
struct BarrierWalk {
  /// ln(p / (1 − p)) / 2 and ln(4 p (1 − p)) / 2.
  private let tilt, shrink: Double
  /// The barrier after n votes is `start + n rise`, rounded up.
  private let start, rise: Double
  /// What is left at the leads `low`, `low + 2`, …, the tilt taken out.
  private var mass: [Double] = [1]
  private var low = 0
  /// The steps so far.
  private var steps = 0
  /// The law of the ups of the last length of a stretch, from the up `first` on.
  private var kernel: (length: Int, first: Int, weights: [Double]) = (0, 0, [1])

  /// The walk of a race with the reported `share` below 1, up to the barrier of BRAVO.
  init(share: Double, risk: Double) {
    let (up, down) = (log(2 * share), log(2 * (1 - share)))
    tilt = (up - down) / 2
    shrink = (up + down) / 2
    start = -2 * log(risk) / (up - down)
    rise = -(up + down) / (up - down)
  }

  /// The least lead at which the walk ends after `steps`.
  private func barrier(_ steps: Int) -> Int { Int((start + Double(steps) * rise - 1e-9).rounded(.up)) }

  /// The probability that it has not ended.
  private var remaining: Double {
    var sum = 0.0
    for (place, it) in mass.enumerated() { sum += it * exp(tilt * Double(low + 2 * place)) }
    return sum
  }

  /// Goes on until the walk has ended with `probability`; after how many steps it first has.
  mutating func advance(toStopping probability: Double) -> Int {
    while 1 - remaining < probability {
      let (before, length) = (self, stretch)
      go(length)
      guard 1 - remaining >= probability, length > 1 else { continue }
      self = before
      repeat { go(1) } while 1 - remaining < probability
    }
    return steps
  }

  /// For how many steps the barrier stays where it is after the next one.
  private var stretch: Int {
    let height = barrier(steps + 1)
    var (low, high) = (1, 2)
    while barrier(steps + high) == height { (low, high) = (high, 2 * high) }
    while high - low > 1 {
      let middle = (low + high) / 2
      if barrier(steps + middle) == height { low = middle } else { high = middle }
    }
    return low
  }

  /// `length` steps under the barrier of the first of them.
  private mutating func go(_ length: Int) {
    let height = barrier(steps + 1)
    // The lead 2 height − (low + 2 place) stands at height − low − place.
    var wide = [Double](repeating: 0, count: height - low + 1)
    for (place, it) in mass.enumerated() where low + 2 * place < height {
      wide[place] += it
      wide[height - low - place] -= it
    }
    prepareKernel(length)
    let scale = exp(shrink * Double(length))
    let places = (height - 1 - low + length) / 2 + 1
    let (first, weights) = (kernel.first, kernel.weights)
    mass = [Double](unsafeUninitializedCapacity: places) { next, count in
      wide.withUnsafeBufferPointer { wide in
        weights.withUnsafeBufferPointer { weights in
          for place in 0..<places {
            // From the place `place − up`, which must lie on the grid.
            let (least, most) = (max(0, place - first - (wide.count - 1)), min(weights.count - 1, place - first))
            var sum = 0.0
            if least <= most { for it in least...most { sum += wide[place - first - it] * weights[it] } }
            next[place] = sum * scale
          }
        }
      }
      count = places
    }
    (low, steps) = (low - length, steps + length)
    trim()
  }

  /// The symmetric law of the ups in `length` steps, as far as it is worth anything.
  private mutating func prepareKernel(_ length: Int) {
    guard kernel.length != length else { return }
    let law = BinomialDistribution(trials: length, probability: 0.5)
    let reach = Int((4.5 * Double(length).squareRoot()).rounded(.up)) + 1
    let first = max(0, length / 2 - reach)
    kernel = (length, first, (first...length - first).map { law.probability(of: $0) })
  }

  /// Leaves out the lowest leads, which are all but never reached.
  private mutating func trim() {
    var (sum, places) = (0.0, 0)
    while places < mass.count - 1 {
      sum += mass[places] * exp(tilt * Double(low + 2 * places))
      if sum > 1e-16 { break }
      places += 1
    }
    mass.removeFirst(places)
    low += 2 * places
  }
}
