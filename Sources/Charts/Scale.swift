/// Where the values of an axis stand: straight within each of its stretches, and between two in the gap of a break.
public struct Scale: Sendable {
  /// What a break takes, in units of the figure.
  static let gap = 22.0

  /// A stretch of values and where it lies.
  struct Piece: Sendable {
    let values: ClosedRange<Double>
    let start, end: Double
  }

  /// At least one, in order of values.
  let pieces: [Piece]

  /// Lays `stretches` out from `start` to `end`, each by its length; at least one, none empty, in order of values.
  init(_ stretches: [ClosedRange<Double>], from start: Double, to end: Double) {
    let length = stretches.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    let gap = end < start ? -Self.gap : Self.gap
    let room = end - start - gap * Double(stretches.count - 1)
    var at = start
    pieces = stretches.map { stretch in
      let piece = Piece(values: stretch, start: at, end: at + room * (stretch.upperBound - stretch.lowerBound) / length)
      at = piece.end + gap
      return piece
    }
  }

  /// Where `value` stands, in units of the figure. A value beyond the stretches stands at their end.
  public func position(of value: Double) -> Double {
    var before: Piece?
    for piece in pieces {
      if value < piece.values.lowerBound {
        guard let before else { return piece.start }
        let share = (value - before.values.upperBound) / (piece.values.lowerBound - before.values.upperBound)
        return before.end + share * (piece.start - before.end)
      }
      if value <= piece.values.upperBound {
        let share = (value - piece.values.lowerBound) / (piece.values.upperBound - piece.values.lowerBound)
        return piece.start + share * (piece.end - piece.start)
      }
      before = piece
    }
    return before?.end ?? 0
  }

  /// Whether the way from `a` to `b` passes a break.
  public func isBroken(from a: Double, to b: Double) -> Bool {
    zip(pieces, pieces.dropFirst()).contains { min(a, b) <= $0.values.upperBound && max(a, b) >= $1.values.lowerBound }
  }
}
