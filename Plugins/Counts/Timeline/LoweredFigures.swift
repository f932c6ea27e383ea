import ModuleKit

/// Figures of a count that went down from one publication to a later one, though a count only grows.
struct LoweredFigures {
  /// One figure, as last stated before and as stated then.
  struct Fall {
    /// The rows of the two bulletins.
    let rows: Range<Int>
    /// What fell, for a subject and in words.
    let key: String
    let what: Text
    let before, after: Quantity

    fileprivate var size: Int { (before.count ?? 0) - (after.count ?? 0) }
  }

  let falls: [Fall]
  /// For each row, how many of the steps from one row to the next before it lie within a fall.
  private let stepsWithin: [Int]

  /// Each figure against the last bulletin that stated it, where their order is known; of one bulletin the votes that
  /// fell most come first, whatever their place on the ballot.
  init(_ bulletins: Bulletins, _ order: BulletinOrder) {
    var falls: [Fall] = []
    var last: [Figure: Int] = [:]
    for (row, bulletin) in bulletins.all.enumerated() {
      var found: [(figure: Figure, fall: Fall)] = []
      for figure in Figure.all(of: bulletins.contest) {
        guard let after = figure.quantity(bulletin) else { continue }
        defer { last[figure] = row }
        guard let earlier = last[figure], order.isKnown(earlier, before: row),
          let before = figure.quantity(bulletins.all[earlier]),
          figure.isLower(bulletin, than: bulletins.all[earlier])
        else { continue }
        found.append(
          (
            figure,
            Fall(
              rows: earlier..<row, key: figure.key(in: bulletins.contest), what: figure.words(in: bulletins.contest),
              before: before, after: after)
          ))
      }
      falls += found.filter { $0.figure.isOption }.map(\.fall).sorted { $0.size > $1.size }
      falls += found.filter { !$0.figure.isOption }.map(\.fall)
    }
    self.falls = falls
    var opened = Array(repeating: 0, count: bulletins.all.count + 1)
    for fall in falls {
      opened[fall.rows.lowerBound] += 1
      opened[fall.rows.upperBound] -= 1
    }
    var (depth, within) = (0, 0)
    stepsWithin = opened.map { change in
      defer {
        depth += change
        within += depth > 0 ? 1 : 0
      }
      return within
    }
  }

  /// Whether a figure fell somewhere between the bulletins at `rows`: the votes counted between them are then not known.
  func touch(_ rows: Range<Int>) -> Bool { stepsWithin[rows.upperBound] > stepsWithin[rows.lowerBound] }
}

/// A figure that only grows within one count.
private enum Figure: Hashable {
  /// The votes of an option, by its place on the ballot.
  case votes(Int)
  case validVotes, countedSheets, countedPercent

  static func all(of contest: Contest) -> [Self] {
    contest.options.indices.map(Self.votes) + [.validVotes, .countedSheets, .countedPercent]
  }

  var isOption: Bool {
    if case .votes = self { return true }
    return false
  }

  func quantity(_ bulletin: Bulletin) -> Quantity? {
    switch self {
    case .votes(let option): bulletin.votes[option].map { Quantity($0, .votes) }
    case .validVotes: bulletin.validVotes.map { Quantity($0, .votes) }
    case .countedSheets: bulletin.countedSheets.map { Quantity($0, .sheets) }
    case .countedPercent: bulletin.countedPercent.map { Quantity($0.number, .percent) }
    }
  }

  /// Printed shares of different precision are lower only beyond the rounding of both; the number of sheets, where
  /// both bulletins state it, says it better than the share.
  func isLower(_ after: Bulletin, than before: Bulletin) -> Bool {
    guard self == .countedPercent else {
      guard let then = quantity(before)?.count, let now = quantity(after)?.count else { return false }
      return now < then
    }
    guard let then = before.countedPercent, let now = after.countedPercent,
      before.countedSheets == nil || after.countedSheets == nil
    else { return false }
    if then.halfUnit == now.halfUnit { return now < then }
    return now.number + now.halfUnit.number < then.number - then.halfUnit.number
  }

  func key(in contest: Contest) -> String {
    switch self {
    case .votes(let option): contest.options[option].id
    case .validVotes: "valid_votes"
    case .countedSheets: "counted_sheets"
    case .countedPercent: "counted_sheets_percent"
    }
  }

  func words(in contest: Contest) -> Text {
    switch self {
    case .votes(let option):
      let name = contest.options[option].name
      return Text(en: "the votes of \(name.en)", es: "los votos de \(name.es)")
    case .validVotes: return Text(en: "the valid votes", es: "los votos válidos")
    case .countedSheets: return Text(en: "the sheets counted", es: "las actas contadas")
    case .countedPercent: return Text(en: "the share of sheets counted", es: "la proporción de actas contadas")
    }
  }
}
