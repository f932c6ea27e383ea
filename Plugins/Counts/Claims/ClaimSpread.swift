import ModuleKit

/// What many claims on one topic state together: a distribution instead of every pair of them.
///
/// Claims with numbers of one unit, measure and population are one distribution; claims that answer by a word are one
/// more. It takes no longer than sorting does.
struct ClaimSpread {
  /// Numbers in one unit, of one measure, among one population.
  struct Figures {
    /// The claims, and the least and the most that each of them states.
    let claims: [Claim]
    /// The least and the most that any of them states.
    let least, most: ExactDecimal?
    private let lows, highs: [ExactDecimal]
    private let stated: [StatedFigure]

    fileprivate init(_ claims: [(claim: Claim, figure: StatedFigure)]) {
      self.claims = claims.map(\.claim)
      stated = claims.map(\.figure)
      lows = stated.compactMap { $0.value ?? $0.low ?? $0.high }
      highs = stated.compactMap { $0.value ?? $0.high ?? $0.low }
      (least, most) = (lows.min(), highs.max())
    }

    var unit: String? { claims.first?.unit }

    /// The median of the numbers stated, where a range counts by the middle of its ends.
    var middle: Double? { ClaimSpread.median(zip(lows, highs).map { ($0.number + $1.number) / 2 }) }

    /// Those who state the least, and the most.
    var leastBy: [Claim] { zip(claims, lows).filter { $0.1 == least }.map(\.0) }
    var mostBy: [Claim] { zip(claims, highs).filter { $0.1 == most }.map(\.0) }

    /// Whether one number satisfies all of them: on a line, intervals of which each two meet have a common point, so
    /// that this is the same as asking every pair.
    var haveCommonNumber: Bool {
      guard let least = stated.compactMap(\.least).max(), let most = stated.compactMap(\.most).min() else {
        return true
      }
      return least < most
    }

    /// Whether they say the same, as far as they go: all are numbers of their own, and one satisfies them.
    var agree: Bool { haveCommonNumber && stated.allSatisfy { $0.value != nil && $0.sort.isNumber } }
  }

  /// One answer with those who give it.
  struct Answer {
    let word: String
    let claims: [Claim]
  }

  let figures: [Figures]
  /// The most frequent first, then in byte order.
  let answers: [Answer]

  init(_ claims: [Claim], tolerance: Double) {
    var groups: [[String?]: [(claim: Claim, figure: StatedFigure)]] = [:]
    var words: [String: [Claim]] = [:]
    for claim in claims {
      if let figure = StatedFigure(claim, tolerance: tolerance) {
        groups[[claim.unit, claim.measure, claim.population], default: []].append((claim, figure))
      } else if let word = claim.answer {
        words[word, default: []].append(claim)
      }
    }
    figures = groups.sorted { a, b in
      zip(a.key, b.key).first { $0 != $1 }.map { ($0 ?? "") < ($1 ?? "") } ?? false
    }.map { Figures($0.value) }
    answers = words.map(Answer.init).sorted { ($1.claims.count, $0.word) < ($0.claims.count, $1.word) }
  }

  /// The median of `values`; nil of none.
  static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

extension StatedFigure.Sort {
  /// Whether it is a number of its own, exact or about.
  fileprivate var isNumber: Bool {
    switch self {
    case .exact, .approximate: true
    case .bound, .range: false
    }
  }
}
