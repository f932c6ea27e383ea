import ModuleKit

/// A figure that somebody stated and that the mission computes as well, by the topic of the claim.
///
/// The topics are `silence`, a length of time without a bulletin; `counted_share`, the percentage of the sheets that was
/// counted at the claim's hour; `lead`, the lead at that hour.
struct ComputedFigure {
  /// What is computed, in the unit of the claim: from the lowest to the highest value that the published times and
  /// counts leave open.
  let low, high: Double
  /// Of a lead, the option that is ahead by it, or behind where it is negative; nil for anything else.
  var option: Text?
  /// Of what it is the figure, in words behind it.
  let basis: Text
  /// The rows that it rests on.
  let evidence: [Evidence]

  /// What the stated figure is to the computed one.
  enum Verdict: Int, Comparable {
    /// No value satisfies both.
    case contradiction
    /// Some of the computed values satisfy the statement.
    case tension
    /// All of them do.
    case agreement

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// How far a figure given as approximate may be off, as a share of it: as `counts.claims` has it.
  static let tolerance = 0.1

  /// The verdict on `stated`; a claim that is not certain to speak of this contradicts nothing.
  func verdict(on stated: StatedFigure, isCertain: Bool) -> Verdict {
    let (least, most) = (stated.leastNumber ?? -.infinity, stated.mostNumber ?? .infinity)
    if least <= low, high <= most { return .agreement }
    return isCertain && (most < low || high < least) ? .contradiction : .tension
  }

  /// The figure as a quantity of `unit`.
  func quantity(_ unit: Unit) -> Quantity {
    Self.quantity(low...high, unit)
  }

  private static func quantity(_ range: ClosedRange<Double>, _ unit: Unit) -> Quantity {
    range.lowerBound == range.upperBound
      ? Quantity(range.lowerBound, unit)
      : Quantity(nil, unit, low: range.lowerBound, high: range.upperBound, interval: .reportedRange)
  }

  /// The figure in words, behind “the mission computes”: a negative lead is one that the option was behind by.
  func words(_ unit: Unit) -> Text {
    guard let option, low < 0 else { return Text { quantity(unit).text($0) } }
    guard high > 0 else {
      let behind = Text { Self.quantity(-high ... -low, unit).text($0) }
      return Text(en: "that \(option.en) was \(behind.en) behind", es: "que \(option.es) iba \(behind.es) por detrás")
    }
    let (behind, ahead) = (Quantity(-low, unit), Quantity(high, unit))
    return Text(
      en: "that \(option.en) was between \(behind.text(.english)) behind and \(ahead.text(.english)) ahead",
      es: "que \(option.es) iba entre \(behind.text(.spanish)) por detrás y \(ahead.text(.spanish)) por delante")
  }
}

extension ComputedFigure {
  /// The topics whose claims are compared.
  private enum Topic: String {
    case silence
    case countedShare = "counted_share"
    case lead
  }

  /// What `claim` states, where its topic is one of these: by the counts that can have been the latest at its hour, or by
  /// the `gaps` between bulletins. Of several gaps the one is meant that agrees best, of these the
  /// one that certainly lasted longest.
  static func all(
    for claim: Claim, _ count: any PublishedCount, gaps: [Gap], _ zone: Zone,
    evidence: (Gap) -> Evidence
  ) -> [ComputedFigure] {
    switch claim.topic.flatMap(Topic.init) {
    case .silence:
      guard let hours = hours(of: claim.unit) else { return [] }
      return gaps.compactMap { gap in
        guard let high = gap.high else { return nil }
        let (before, after) = (gap.before.provenance.publication, gap.after.provenance.publication)
        return ComputedFigure(
          low: gap.low / hours, high: high / hours,
          basis: Text(
            en:
              "from the bulletin published \(before.text(in: zone).en) to the next, published \(after.text(in: zone).en)",
            es:
              "desde el boletín publicado \(before.text(in: zone).es) hasta el siguiente, publicado \(after.text(in: zone).es)"
          ), evidence: [evidence(gap)])
      }
    case .countedShare:
      guard claim.unit == Unit.percent.id else { return [] }
      return figure(at: claim, count) { $0.countedPercent.map { ($0, $0) } }
    case .lead:
      let option = count.contest.options.first { $0.id == claim.option }?.name
      return figure(at: claim, count, of: option) { state in
        guard let lead = state.lead, lead.unit.id == claim.unit ?? Unit.votes.id, let value = lead.value else {
          return nil
        }
        let (low, high) = (lead.low ?? value, lead.high ?? value)
        guard let option = claim.option, option != count.option(state.leader) else { return (low, high) }
        // Of more options than two it is not told how far any but the first was behind.
        return count.contest.options.count == 2 ? (0 - high, 0 - low) : nil
      }
    case nil: return []
    }
  }

  /// The figure over every count that can have been the latest when the claim was published; none where some of them
  /// does not have it.
  private static func figure(
    at claim: Claim, _ count: any PublishedCount, of option: Text? = nil,
    _ figure: (CountState) -> (low: Double, high: Double)?
  ) -> [ComputedFigure] {
    guard let latest = claim.provenance.publication.to else { return [] }
    let states = count.states(from: claim.provenance.publication.from, to: latest)
    let figures = states.compactMap { $0.flatMap(figure) }
    guard figures.count == states.count, let low = figures.map(\.low).min(), let high = figures.map(\.high).max() else {
      return []
    }
    return [
      ComputedFigure(
        low: low, high: high, option: option,
        basis: Text(
          en: "from what was published by then", es: "a partir de lo publicado hasta entonces"),
        evidence: count.evidence(states.compactMap(\.self)))
    ]
  }

  /// How many hours one of `unit` has.
  private static func hours(of unit: String?) -> Double? {
    switch unit {
    case Unit.hours.id?: 1
    case Unit.minutes.id?: 1 / 60
    case Unit.days.id?: 24
    default: nil
    }
  }
}
