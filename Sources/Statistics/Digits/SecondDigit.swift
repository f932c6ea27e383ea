internal import Glibc

/// Second significant digits against Benford's law for them, the “2BL” test.
///
/// Mebane 2006, Election Forensics: The Second-digit Benford's Law Test (Political Methodology meeting); Mebane 2008 in
/// Alvarez, Hall and Hyde, Election Fraud. That the digits of undisputed elections often fail it, and those of disputed
/// ones often pass, is shown by Deckert, Myagkov and Ordeshook 2011, Political Analysis 19:245.
public enum SecondDigit {
  /// The probabilities of 0 to 9: the sum over first digits k of log10(1 + 1 / (10 k + d)).
  public static let benford: [Double] = (0..<10).map { digit in
    (1..<10).reduce(0.0) { $0 + log10(1 + 1 / Double(10 * $1 + digit)) }
  }

  /// The mean under these probabilities: 4.18739.
  public static let benfordMean = zip(benford, 0...).reduce(0.0) { $0 + $1.0 * Double($1.1) }

  /// The second digits of those of `numbers` that are 10 or more.
  public static func counts(of numbers: [Int]) -> DigitCounts {
    DigitCounts(numbers) { number in
      guard number >= 10 else { return nil }
      var rest = number
      while rest >= 100 { rest /= 10 }
      return rest % 10
    }
  }
}
