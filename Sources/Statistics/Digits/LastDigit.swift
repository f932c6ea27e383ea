/// Last digits against equal frequencies.
///
/// Beber and Scacco 2012, What the Numbers Say, Political Analysis 20:211: last digits of counts that are large and
/// spread out are close to uniform, whatever the counts measure. Small counts are not, so leave these out.
public enum LastDigit {
  /// The probabilities of 0 to 9.
  public static let uniform = [Double](repeating: 0.1, count: 10)

  /// The mean under these probabilities.
  public static let uniformMean = 4.5

  /// The last digits of those of `numbers` that are `least` or more; negative numbers have none.
  public static func counts(of numbers: [Int], atLeast least: Int = 0) -> DigitCounts {
    DigitCounts(numbers) { $0 >= max(least, 0) ? $0 % 10 : nil }
  }
}
