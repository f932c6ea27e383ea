import ModuleKit

/// The time between two bulletins of known order, as an interval: publication times are intervals themselves.
struct Gap {
  /// What is known of the gap, held against the shortest silence.
  enum Verdict: String, CellWord {
    case silence, possible, none, unknown

    var text: Text {
      switch self {
      case .silence: Text(en: "silence", es: "silencio")
      case .possible: Text(en: "possible", es: "posible")
      case .none: Text(en: "none", es: "ninguno")
      case .unknown: Text(en: "unknown", es: "sin dato")
      }
    }
  }

  let before, after: Bulletin
  /// Hours at least.
  let low: Double
  /// Hours at most; nil where the times do not bound it.
  let high: Double?

  /// `after` is known to have come after `before`.
  init(from before: Bulletin, to after: Bulletin) {
    let (first, second) = (before.provenance.publication, after.provenance.publication)
    (self.before, self.after) = (before, after)
    low = max(0, second.from.flatMap { from in first.to.map { from.hours(since: $0) } } ?? 0)
    high = second.to.flatMap { to in first.from.map { max(0, to.hours(since: $0)) } }
  }

  /// The gaps between one partial count and the next, where their order is known and none can have come in between.
  static func all(between bulletins: Bulletins) -> [Gap] {
    let order = BulletinOrder(bulletins.all)
    let partial = bulletins.all.indices.filter { bulletins.all[$0].stage == .bulletin }
    return zip(partial, partial.dropFirst()).compactMap { earlier, later in
      // Between captures nobody looked: that is no silence.
      guard bulletins.all[earlier].capture == nil, bulletins.all[later].capture == nil else { return nil }
      return order.gap(earlier, later)
    }
  }

  /// Whether `bulletin` may have been published inside the part of the gap that is certain.
  func mayHold(_ bulletin: Bulletin) -> Bool {
    guard let start = before.provenance.publication.to, let end = after.provenance.publication.from, start < end else {
      return false
    }
    let publication = bulletin.provenance.publication
    return publication.to.map { $0 > start } ?? true && publication.from.map { $0 < end } ?? true
  }

  /// Whether it is a silence of at least `threshold` hours: for certain only where its low end is.
  func verdict(_ threshold: Double) -> Verdict {
    if low > 0, low >= threshold { return .silence }
    if let high { return high >= threshold ? .possible : .none }
    return low > 0 ? .possible : .unknown
  }
}
