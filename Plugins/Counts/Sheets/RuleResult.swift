import ModuleKit

/// What came of a rule: how every sheet stands to it, and each failure.
struct RuleResult: Sendable {
  /// How a sheet, a station or an area stands to a rule.
  enum Standing: UInt8 {
    /// A figure is missing.
    case unchecked
    case kept, broken
  }

  /// One figure that breaks a rule.
  struct Failure {
    /// Where it stands: a row of the sheets, or else one of ``others``.
    enum Place: Hashable { case sheet(Int), other(Int) }

    let place: Place
    let figure: TallyFigure
    /// What it is, and what it would have to be, or what another source has.
    var stated, computed: Int64?
    /// The votes at stake; nil in all but one of the failures of one sheet.
    var stake: Int64?
    /// Another sheet that it is held against, by its row.
    var twin: Int?
  }

  /// Something beside the sheets that breaks a rule: a station without a sheet, an area.
  struct Other {
    let key: String?
    let area: String?
  }

  /// How many keep the rule or break it, how many break it, and how many could not be checked.
  private(set) var checked = 0
  private(set) var failed = 0
  private(set) var unchecked = 0
  /// How each sheet stands to it; empty where the rule is about something else.
  private(set) var standings: [Standing] = []
  /// Every failure, in the order of the sheets, then of the others.
  private(set) var failures: [Failure] = []
  private(set) var others: [Other] = []
  /// Failures in votes by option, with their sign; empty where the rule does not say whom a failure favours.
  var effect: [Int64] = []
  /// Pairs of equal sheets, and how many of them chance would make: of the rule about these alone.
  var pairs = 0.0, expected = 0.0

  /// The votes at stake.
  var stake: Int { failures.total { $0.stake ?? 0 } }

  /// Nothing yet.
  init() {}

  /// Every sheet as `judge` finds it: nil for one that lacks a figure.
  @inline(__always)
  init(_ sheets: Sheets, _ judge: (Int) -> Judgement?) {
    standings = [Standing](unsafeUninitializedCapacity: sheets.count) { standings, count in
      for row in 0..<sheets.count {
        var standing = Standing.unchecked
        switch judge(row) {
        case nil: unchecked &+= 1
        case .kept?:
          standing = .kept
          checked &+= 1
        case .broken(let figure, let stated, let computed, let stake)?:
          standing = .broken
          checked &+= 1
          failed &+= 1
          failures.append(
            Failure(place: .sheet(row), figure: figure, stated: stated, computed: computed, stake: stake))
        }
        standings.initializeElement(at: row, to: standing)
      }
      count = sheets.count
    }
  }

  /// What a rule says of one sheet.
  enum Judgement {
    case kept
    case broken(TallyFigure, stated: Int64, computed: Int64?, stake: Int64)
  }

  /// Notes that so many more were checked and keep the rule.
  mutating func addKept(_ count: Int) { checked += count }
  /// Notes that so many more could not be checked.
  mutating func addUnchecked(_ count: Int) { unchecked += count }

  /// Notes something beside the sheets that breaks the rule, in the figures of `failures`.
  mutating func add(_ other: Other, _ failures: (Failure.Place) -> [Failure]) {
    checked += 1
    failed += 1
    others.append(other)
    self.failures += failures(.other(others.count - 1))
  }

  /// Every sheet as it stands in `standings`, with its failures.
  init(_ standings: [Standing], _ failures: [Failure]) {
    (self.standings, self.failures) = (standings, failures)
    for standing in standings {
      switch standing {
      case .unchecked: unchecked += 1
      case .kept: checked += 1
      case .broken: (checked, failed) = (checked + 1, failed + 1)
      }
    }
  }

  /// Names the sheet that each failing sheet is held against.
  mutating func nameTwins(_ twin: (Int) -> Int) {
    for index in failures.indices {
      if case .sheet(let row) = failures[index].place { failures[index].twin = twin(row) }
    }
  }

  /// The `count` failures with most votes at stake, the first of equals first.
  func largest(_ count: Int) -> [Failure] {
    var largest: [(stake: Int64, failure: Failure)] = []
    for failure in failures {
      guard let stake = failure.stake, largest.count < count || stake > largest[count - 1].stake else { continue }
      let place = largest.firstIndex { $0.stake < stake } ?? largest.count
      largest.insert((stake, failure), at: place)
      if largest.count > count { largest.removeLast() }
    }
    return largest.map(\.failure)
  }
}

extension Sequence {
  /// The sum of what `value` gives; where it fits no integer, the nearest.
  func total(_ value: (Element) -> Int64) -> Int { Int(clamping: reduce(into: Int128(0)) { $0 += Int128(value($1)) }) }
}

extension Int64 {
  /// The sum; where it fits no integer, the nearest.
  func clampedSum(_ other: Int64) -> Int64 { Int64(clamping: Int128(self) + Int128(other)) }
}

extension Areas {
  /// The finest area of row `row`, by its full path; nil where no areas are told.
  func name(_ row: Int) -> String? { levels.isEmpty ? nil : units[levels.count - 1][unit(levels.count - 1, row)].name }
}
