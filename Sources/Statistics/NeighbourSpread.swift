/// How far the margins of neighbours lie apart, found by leaving each out: the variance of the early sheets of a place
/// around what the place has in common.
///
/// A sheet with v valid votes is taken to vary around its place's margin with variance a + b / v: a for what differs
/// between sheets of any size, b for what evens out in large ones, as the draw of voters does. Predicted from the rest
/// of its place, R votes in sheets of w each, its error in votes has the mean square
///
///     a v² (1 + Σ w² / R²) + b (v + v² / R)
///
/// Over the sheets of all places with two or more, a and b are those for which the squared errors, and the squared
/// errors per vote, add up to what they should. Where one of them came out negative it is zero; where sheets are all
/// of about one size the two cannot be told apart, and b is zero.
///
/// Beside it stands what the draw of voters alone makes: of v valid votes with shares p and q for the two options the
/// margin has the variance v (p + q - (p - q)²), as in a multinomial draw. No estimate is to be below that.
public struct NeighbourSpread: Sendable, Hashable {
  /// The variance of a sheet's margin, as a share of its v votes, is `constant` + `perVote` / v.
  public struct Variance: Sendable, Hashable {
    /// a and b above.
    public let constant, perVote: Double

    /// The variance of the margin in votes of all sheets in `tally` together, each around the margin of its place.
    func ofVotes(_ tally: VoteTally) -> Double { constant * tally.squares + perVote * tally.valid }
  }

  /// Sums over sheets: of squared errors and of the factors of a and b, as they are and per vote.
  private var sums = SIMD4<Double>(), perVote = SIMD4<Double>()
  /// The valid votes of all sheets, and the variance of their margins by the draw of voters.
  private var votes = 0.0, drawn = 0.0
  /// The sheets with others beside them in their place, less the places that have two or more.
  public private(set) var degrees = 0.0

  /// Nothing yet.
  public init() {}

  /// Leaves out a sheet of a place.
  ///
  /// - Parameters:
  ///   - valid: the sheet's valid votes; `margin`, one option's lead over the other in them; `both`, the votes of both.
  ///   - place: the votes of all of the place's sheets, this one too.
  public mutating func add(valid: Double, margin: Double, both: Double, place: VoteTally) {
    let others = place.valid - valid
    guard valid > 0 else { return }
    votes += valid
    drawn += max(both - margin * margin / valid, 0)
    guard others > 0 else { return }
    // Over the sheets of a place it adds up to their number less one.
    degrees += others / place.valid
    let error = margin - valid * (place.margin - margin) / others
    let spread = max(place.squares - valid * valid, 0) / (others * others)
    let terms = SIMD4(error * error, valid * valid * (1 + spread), valid + valid * valid / others, 0)
    sums += terms
    perVote += terms / valid
  }

  /// What the draw of voters alone makes.
  public var draw: Variance { Variance(constant: 0, perVote: votes > 0 ? drawn / votes : 0) }

  /// The variance between sheets; nil where no place has two or more.
  public var variance: Variance? {
    guard sums[1] > 0 else { return nil }
    let constantAlone = Variance(constant: sums[0] / sums[1], perVote: 0)
    let determinant = sums[1] * perVote[2] - sums[2] * perVote[1]
    guard determinant > 1e-9 * sums[1] * perVote[2] else { return constantAlone }
    let constant = (sums[0] * perVote[2] - sums[2] * perVote[0]) / determinant
    let each = (sums[1] * perVote[0] - sums[0] * perVote[1]) / determinant
    if each < 0 { return constantAlone }
    return constant < 0
      ? Variance(constant: 0, perVote: sums[0] / sums[2]) : Variance(constant: constant, perVote: each)
  }
}
