import ModuleKit

/// The sums of the sheets of each area, held against published totals.
struct AreaSums {
  /// The sum of one figure by area; nil where a sheet lacks it.
  private typealias Sums = [Int128?]

  private let sheets: Sheets
  private let totals: AreaTotals
  private let level: Int
  /// For each total, the unit of the sheets that it is of; nil where they have none.
  private let units: [Int?]

  /// The sheets by the areas of `totals`, whose levels are the coarsest ones of the sheets.
  init(_ sheets: Sheets, _ totals: AreaTotals) {
    (self.sheets, self.totals, level) = (sheets, totals, totals.areas.levels.count - 1)
    let level = level
    guard level >= 0 else {
      units = []
      return
    }
    let places = Dictionary(sheets.areas.units[level].enumerated().map { ($1.path, $0) }) { first, _ in first }
    units = (0..<totals.count).map { places[totals.areas.units[level][totals.areas.unit(level, $0)].path] }
  }

  /// Every area: kept where all figures that both have agree.
  var result: RuleResult {
    var result = RuleResult()
    guard level >= 0 else { return result }
    var effect = sheets.votes.map { _ in Int64(0) }
    let pairs: [(figure: TallyFigure, stated: Column<Int64>, sums: Sums)] = figures.map { figure, column, stated in
      (figure, stated, sums(of: column))
    }
    for row in 0..<totals.count {
      var differing: [(figure: TallyFigure, stated: Int64, computed: Int64)] = []
      var isChecked = false
      for (figure, stated, sums) in pairs {
        guard let stated = stated[row], let sum = units[row].map({ sums[$0] }) ?? 0 else { continue }
        isChecked = true
        if Int128(stated) != sum { differing.append((figure, stated, Int64(clamping: sum))) }
      }
      guard isChecked, !differing.isEmpty else {
        if isChecked { result.addKept(1) } else { result.addUnchecked(1) }
        continue
      }
      let stake = Self.stake(differing)
      for case (.votes(let option), let stated, let computed) in differing {
        effect[option] = effect[option].clampedSum(stated.clampedSum(-computed))
      }
      let path = totals.areas.units[level][totals.areas.unit(level, row)].path
      result.add(.init(key: RowKey(path).text, area: path.joined(separator: " / "))) { place in
        differing.enumerated().map { index, it in
          .init(
            place: place, figure: it.figure, stated: it.stated, computed: it.computed, stake: index == 0 ? stake : nil)
        }
      }
    }
    result.addUnchecked(sheets.areas.units[level].count - Set(units.compactMap(\.self)).count)
    result.effect = effect
    return result
  }

  /// The figures that the totals have, with the column of the sheets; nil for their number.
  private var figures: [(TallyFigure, Column<Int64>?, Column<Int64>)] {
    let all: [(TallyFigure, Column<Int64>?, Column<Int64>)] =
      zip(sheets.votes, totals.votes).enumerated().map { (.votes($0), $1.0, $1.1) } + [
        (.valid, sheets.validVotes, totals.valid), (.blank, sheets.blank, totals.blank),
        (.null, sheets.null, totals.null), (.cast, sheets.castBallots, totals.cast),
        (.registered, sheets.registered, totals.registered), (.sheets, nil, totals.sheets),
      ]
    return all.filter { $0.2.missing.count < totals.count }
  }

  private func sums(of column: Column<Int64>?) -> Sums {
    var sums = Sums(repeating: 0, count: sheets.areas.units[level].count)
    for row in 0..<sheets.count {
      let unit = sheets.areas.unit(level, row)
      guard let sum = sums[unit] else { continue }
      guard let column else {
        sums[unit] = sum + 1
        continue
      }
      sums[unit] = column[row].map { sum + Int128($0) }
    }
    return sums
  }

  private static func stake(_ differing: [(figure: TallyFigure, stated: Int64, computed: Int64)]) -> Int64 {
    func sum(_ isIncluded: (TallyFigure) -> Bool, _ join: (Int64, Int64) -> Int64) -> Int64 {
      differing.reduce(0) {
        isIncluded($1.figure) ? join($0, Int64(clamping: Int128($1.stated - $1.computed).magnitude)) : $0
      }
    }
    let votes = sum({ if case .votes = $0 { true } else { false } }) { $0.clampedSum($1) }
    return votes > 0 ? votes : sum({ [.valid, .blank, .null, .cast].contains($0) }, max)
  }
}
