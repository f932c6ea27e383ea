import ModuleKit

/// The two options between which the margin is taken, by their places on the ballot: the two that have most votes on
/// the first track, the one that stands first on the ballot first.
struct LeadingPair {
  let a, b: Int

  /// nil where the contest has fewer than two options.
  init?(_ sheets: Sheets) {
    let totals = sheets.votes.enumerated().map { place, votes in (place: place, votes: votes.total) }
    let ranked = totals.sorted { ($1.votes, $0.place) < ($0.votes, $1.place) }
    guard ranked.count > 1 else { return nil }
    (a, b) = (min(ranked[0].place, ranked[1].place), max(ranked[0].place, ranked[1].place))
  }
}

extension Column<Int64> {
  /// The sum of the values that are there; the largest number where no integer holds it, which no count comes near.
  var total: Int64 {
    (0..<count).reduce(0) { sum, row in
      let (sum, overflows) = sum.addingReportingOverflow(self[row] ?? 0)
      return overflows ? .max : sum
    }
  }
}

/// A field of the sheets that two tracks may both have.
enum ComparedField {
  /// The votes of an option, which stands at `place` on the ballot.
  case votes(Contest.Option, place: Int)
  case other(OtherField)

  /// A field that is no option's.
  enum OtherField: String, CellWord {
    case valid, blank, null, cast, registered

    var text: Text {
      switch self {
      case .valid: Text(en: "valid votes", es: "votos válidos")
      case .blank: Text(en: "blank votes", es: "votos en blanco")
      case .null: Text(en: "null votes", es: "votos nulos")
      case .cast: Text(en: "ballots cast", es: "papeletas emitidas")
      case .registered: Text(en: "registered voters", es: "electores inscritos")
      }
    }
  }
}

extension ComparedField: CellValue {
  static var columnType: ColumnType { .text }
  static var words: [String: Text] { OtherField.words }
  static var areOptions: Bool { true }

  var cell: Cell {
    switch self {
    case .votes(let option, _): option.cell
    case .other(let field): field.cell
    }
  }
}

/// What one field of the sheets, such as the votes of an option, has on either track.
struct FieldChange {
  let field: ComparedField
  /// Sheets on which both tracks state it.
  var compared = 0
  /// What the two tracks have on these sheets.
  var first: Int64 = 0, second: Int64 = 0
  /// Sheets on which the first track has more than the second, and by how much in all; likewise less.
  var moreSheets = 0, fewerSheets = 0
  var moreVotes: Int64 = 0, fewerVotes: Int64 = 0

  var net: Int64 { first - second }
  var differing: Int { moreSheets + fewerSheets }
}

/// What the sheets that are on both tracks have in common, and in what they differ.
struct SheetDifferences {
  /// In what one sheet differs.
  struct Change: OptionSet {
    let rawValue: UInt8
    /// The votes of some option.
    static let options = Change(rawValue: 1)
    /// The votes of some option, or valid, blank, null or cast ballots.
    static let anything = Change(rawValue: 2)
    /// The votes of some option are missing on one of the two tracks.
    static let incomplete = Change(rawValue: 4)
    /// The margin is known on both tracks.
    static let margin = Change(rawValue: 8)
    /// The two leading options have each other's votes.
    static let swapped = Change(rawValue: 16)
    /// The number of registered voters.
    static let registered = Change(rawValue: 32)
  }

  /// The sheets on both tracks.
  let items: [SheetMatch.Item]
  /// In what each of them differs.
  private(set) var changes: [Change]
  /// For each, by how many votes the margin of the first option over the second is larger on the first track.
  private(set) var margins: [Int64]
  /// What each field has on either track.
  private(set) var fields: [FieldChange] = []

  init(_ match: SheetMatch, _ pair: LeadingPair?) {
    items = match[.both]
    changes = Array(repeating: [], count: items.count)
    margins = Array(repeating: 0, count: items.count)
    let (first, second) = (match.first, match.second)
    for (place, option) in first.contest.options.enumerated() {
      compare(
        .votes(option, place: place), first.votes[place], second.votes[place], [.options, .anything], .incomplete)
    }
    for (field, one, other) in [
      (ComparedField.OtherField.valid, first.valid, second.valid), (.blank, first.blank, second.blank),
      (.null, first.null, second.null), (.cast, first.cast, second.cast),
    ] { compare(.other(field), one, other, .anything) }
    compare(.other(.registered), first.registered, second.registered, .registered)
    if let pair { addMargins(first.votes[pair.a], first.votes[pair.b], second.votes[pair.a], second.votes[pair.b]) }
  }

  /// Compares one column; `change` is noted where both tracks have a number and these differ, `gap` where one lacks it.
  private mutating func compare(
    _ field: ComparedField, _ first: Column<Int64>, _ second: Column<Int64>, _ change: Change, _ gap: Change = []
  ) {
    var field = FieldChange(field: field)
    for (place, item) in items.enumerated() {
      let (row, other) = (Int(item.first), Int(item.second))
      if first.isMissing(row) || second.isMissing(other) {
        changes[place].formUnion(gap)
        continue
      }
      let (one, two) = (first.values[row], second.values[other])
      field.compared += 1
      field.first += one
      field.second += two
      guard one != two else { continue }
      changes[place].formUnion(change)
      if one > two {
        field.moreSheets += 1
        field.moreVotes += one - two
      } else {
        field.fewerSheets += 1
        field.fewerVotes += two - one
      }
    }
    if field.compared > 0 { fields.append(field) }
  }

  private mutating func addMargins(
    _ a: Column<Int64>, _ b: Column<Int64>, _ otherA: Column<Int64>, _ otherB: Column<Int64>
  ) {
    for (place, item) in items.enumerated() {
      let (row, other) = (Int(item.first), Int(item.second))
      guard !a.isMissing(row), !b.isMissing(row), !otherA.isMissing(other), !otherB.isMissing(other) else { continue }
      changes[place].insert(.margin)
      let difference = (a.values[row] - b.values[row]) - (otherA.values[other] - otherB.values[other])
      margins[place] = difference
      if difference != 0, a.values[row] == otherB.values[other], b.values[row] == otherA.values[other] {
        changes[place].insert(.swapped)
      }
    }
  }
}
