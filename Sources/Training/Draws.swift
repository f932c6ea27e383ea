internal import Statistics

/// Draws from the distributions that the model needs.
///
/// They use integers, `+ - * /` and square roots alone, all of which are exactly rounded: the same seed gives the same
/// election on any processor, which functions of a mathematical library would not promise.
extension SplitMix64 {
  /// The generator of stream `index` for `purpose`: streams are independent of the order in which they are used.
  init(seed: UInt64, _ purpose: Purpose, _ index: Int = 0) {
    var first = SplitMix64(seed: seed)
    var second = SplitMix64(seed: first.next() ^ purpose.rawValue)
    self.init(seed: second.next() ^ UInt64(bitPattern: Int64(index)))
  }

  /// What a stream is for. Never renumber: the numbers are part of the generator.
  enum Purpose: UInt64 {
    case territory = 1, region, municipality, place
    case party, preliminary, sample
    case faultAtTheSheet, faultInTheEntry, slipInPreliminary, slipInParty
    case previousRegion, previousMunicipality, previousPlace
  }

  /// A number from 0 up to, not including, 1, in steps of 2⁻⁵³.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A draw of mean 0 and standard deviation 1: twelve 16-bit uniforms added up, centred.
  ///
  /// The Irwin-Hall distribution of order 12: bell-shaped, within ±6, kurtosis 2.9 where the normal has 3.
  mutating func bell() -> Double {
    var sum: UInt64 = 0
    for _ in 0..<3 {
      let lanes = next()
      sum += lanes & 0xFFFF
      sum += lanes >> 16 & 0xFFFF
      sum += lanes >> 32 & 0xFFFF
      sum += lanes >> 48
    }
    // Each uniform has the mean 65,535/2; the sum is exact in a double.
    return (Double(sum) - 6 * 65_535) / 65_536
  }

  /// A draw from the binomial distribution, exact for `probability` as a 53-bit fraction.
  ///
  /// 64 trials at a time: each lane compares a uniform number with the probability, bit by bit from the highest, until
  /// all lanes are decided, which takes eight words on average. It counts the lanes below.
  mutating func binomial(_ trials: Int, _ probability: Double) -> Int {
    guard trials > 0, probability > 0 else { return 0 }
    guard probability < 1 else { return trials }
    let threshold = UInt64(probability * 0x1p53)
    var (successes, left) = (0, trials)
    while left > 0 {
      var undecided = left >= 64 ? UInt64.max : 1 << UInt64(left) - 1
      var bit: UInt64 = 1 << 52
      while undecided != 0, bit != 0 {
        let word = next()
        if threshold & bit != 0 {
          successes += (undecided & ~word).nonzeroBitCount
          undecided &= word
        } else {
          undecided &= ~word
        }
        bit >>= 1
      }
      left -= 64
    }
    return successes
  }
}

/// A stand-in for the exponential function that needs no mathematical library: positive, 1 at 0, slope 1 there, and
/// `tilt(-x) = 1 / tilt(x)`.
func tilt(_ x: Double) -> Double { x < 0 ? 1 / tilt(-x) : x + (x * x + 1).squareRoot() }
