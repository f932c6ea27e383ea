import ModuleKit
import Statistics

/// What follows for the whole contest, and for the boxes that nobody recounted, from the recounted ones: by arithmetic
/// alone. Docs/methods/recount.md, “Partial recount”.
struct RestOfBoxes {
  let boxes, recounted: Int
  /// The margin inside the recounted boxes, in points of their votes.
  let margin: Rational

  /// The share of all votes that stand in the recounted boxes, whose mean size is `size` times that of the others:
  /// `w = size n / (size n + N − n)`.
  private func weight(size: Rational) -> Rational? {
    let inside = size * Rational(recounted)
    return inside.divided(by: inside + Rational(boxes - recounted))
  }

  /// The margin of the whole contest for equal boxes, whatever the others hold: `w m − 100 (1 − w)` to
  /// `w m + 100 (1 − w)`, as a box can hold no more margin than it holds votes.
  var bound: (low: Rational, high: Rational)? {
    guard let weight = weight(size: 1) else { return nil }
    let (inside, outside) = (weight * margin, 100 * weight.complement)
    return (inside - outside, inside + outside)
  }

  /// The margin of the others by the identity `(M − w m) / (1 − w)`, where `whole` is that of the contest.
  func rest(whole: Rational, size: Rational) -> Rational? {
    weight(size: size).flatMap { (whole - $0 * margin).divided(by: $0.complement) }
  }
}
