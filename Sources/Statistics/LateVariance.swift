/// The variance of the error of a ``LateProjection``, from components: each area's margin lies around that of the area
/// above it with one variance a level, each sheet's around that of its finest area as ``NeighbourSpread`` says.
///
/// The components are found by moments from the early sheets, the finest level first (in the manner of Henderson 1953,
/// Biometrics 9:226): each area is predicted from the others of its parent, and what the levels below put into the
/// squared error is taken off. Areas weigh as their votes at first, and by the variance so found once more (the two
/// steps of DerSimonian and Kacker 2007, Contemporary Clinical Trials 28:105). Large areas speak in the first step, in
/// the second small ones too; where they vary differently one variance cannot hold for both, and the larger stands.
///
/// The projection's error is a sum over sheets: late ones with their votes, less early ones with the votes that took
/// their margin, on whatever level. So an area's own effect enters with the late votes in it less those that its early
/// sheets stand for; the square of that, summed over a level, times the level's component is what the level adds.
struct LateVariance {
  private let ladder: AreaLadder
  private let sheets, draw: NeighbourSpread.Variance
  /// The variance between the areas of each level, the coarsest first.
  private let areas: [Double]
  /// The degrees of freedom on which the variance of each level's areas rests, and that of sheets.
  private let areaDegrees: [Double], sheetDegrees: Double
  /// The variance of the early and of the late margin in votes of each area, around the area's own: of the whole, then
  /// of the areas of each level.
  private let early, late: [[Double]]

  /// nil where nothing tells how members differ from which late sheets take their margin.
  ///
  /// - Parameter gives: for the whole, then each level, whether late sheets take their margin from it. Where no area of
  ///   such a level has two early members, they are taken to differ as those of the next coarser one do.
  init?(_ ladder: AreaLadder, sheetSpread: NeighbourSpread, gives: [Bool]) {
    let spread = sheetSpread.variance
    var found = [Component?](repeating: nil, count: ladder.levels.count)
    var below = ladder.finest.map { spread?.ofVotes($0.early) ?? 0 }
    for level in found.indices.reversed() {
      found[level] = Self.component(ladder, level, below)
      below = Self.sums(ladder, level, below, component: found[level]?.variance ?? 0) { $0.early }
    }
    // Differences that could not be told apart from those of the next coarser level are in its component already, and
    // are counted again only where they are needed by themselves.
    let none = Component(variance: 0, degrees: 0)
    var (areas, coarser) = ([Component](), nil as Component?)
    for (component, isNeeded) in zip(found, gives) {
      coarser = component ?? coarser
      guard let it = component ?? (isNeeded ? coarser : none) else { return nil }
      areas.append(it)
    }
    let isNeeded = gives.last == true
    guard
      let sheets = spread
        ?? (isNeeded ? coarser : none).map({ .init(constant: $0.variance, perVote: 0) })
    else { return nil }
    func around(_ period: (TwoPeriods) -> VoteTally) -> [[Double]] {
      var all = [ladder.finest.map { sheets.ofVotes(period($0)) }]
      for level in areas.indices.reversed() {
        all.insert(Self.sums(ladder, level, all[0], component: areas[level].variance, period), at: 0)
      }
      return all
    }
    (self.ladder, self.sheets, draw, self.areas) = (ladder, sheets, sheetSpread.draw, areas.map(\.variance))
    areaDegrees = areas.map(\.degrees)
    sheetDegrees = spread == nil ? coarser?.degrees ?? 0 : sheetSpread.degrees
    (early, late) = (around { $0.early }, around { $0.late })
  }

  /// The variance of the error for the late sheets alone that take their margin from the whole, 0, or from areas of a
  /// level, from 1.
  ///
  /// - Parameter taken: for each area the votes that take its margin, by its own early votes.
  func ofStep(_ level: Int, taken: [Double]) -> Double {
    var sum = zip(taken, early[level]).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
    if level == areas.count {
      for area in ladder.finest where area.early.valid > 0 { sum += sheets.ofVotes(area.late) }
      return sum
    }
    let (members, givers) = (ladder.levels[level], ladder.givers(level))
    for (member, parent) in ladder.parents(level).enumerated()
    where members[member].early.valid <= 0 && givers[parent].early.valid > 0 {
      sum += late[level + 1][member] + areas[level] * members[member].late.valid * members[member].late.valid
    }
    return sum
  }

  /// The variance of the whole error, and its degrees of freedom; `taken` as above, for the whole and every level.
  ///
  /// The degrees are those of Satterthwaite 1946 (Biometrics Bulletin 2:110), (Σ V)² / Σ V²/ν over what each component
  /// adds. Where the components add up to less than the draw of voters makes of the same sheets, that stands.
  func ofAll(taken: [[Double]]) -> (variance: Double, degrees: Double) {
    var (sum, squares, share) = (0.0, 0.0, taken[0])
    func add(_ part: Double, _ degrees: Double) {
      sum += part
      if part > 0 { squares += part * part / degrees }
    }
    for (level, component) in areas.enumerated() {
      let members = ladder.levels[level]
      var (own, effects) = (taken[level + 1], 0.0)
      for (member, parent) in ladder.parents(level).enumerated() {
        let (early, late) = (members[member].early.valid, members[member].late.valid)
        let effect = early > 0 ? early * share[parent] : late
        effects += effect * effect
        own[member] += share[parent]
      }
      add(component * effects, areaDegrees[level])
      share = own
    }
    func ofSheets(_ variance: NeighbourSpread.Variance) -> Double {
      zip(ladder.finest, share).reduce(0) { sum, it in
        sum + variance.ofVotes(it.0.late) + it.1 * it.1 * variance.ofVotes(it.0.early)
      }
    }
    add(ofSheets(sheets), sheetDegrees)
    let least = ofSheets(draw)
    return sum < least ? (least, sheetDegrees) : (sum, squares > 0 ? sum * sum / squares : 0)
  }

  /// The variance of the margins of late sheets around what gives them theirs, as shares and by their votes, where the
  /// whole gives, 0, or the areas of a level, from 1: what the components from there down add up to, times the votes.
  func aroundGiver(_ level: Int, _ late: VoteTally) -> Double {
    func drawn(_ variance: NeighbourSpread.Variance) -> Double {
      variance.constant * late.valid + variance.perVote * Double(late.sheets)
    }
    return max(areas[level...].reduce(0, +) * late.valid + drawn(sheets), drawn(draw))
  }

  /// The variance between the areas of a level, and the areas with others beside them less the parents of these.
  private struct Component {
    let variance, degrees: Double
  }

  /// What is between the areas of `level`, from 0; nil where no parent has two with early votes.
  ///
  /// - Parameter own: the variance of each area's early margin in votes around its own.
  private static func component(_ ladder: AreaLadder, _ level: Int, _ own: [Double]) -> Component? {
    let (members, givers, parents) = (ladder.levels[level], ladder.givers(level), ladder.parents(level))
    var squares = [Double](repeating: 0, count: givers.count)
    var variances = squares
    for (member, parent) in parents.enumerated() {
      squares[parent] += members[member].early.valid * members[member].early.valid
      variances[parent] += own[member]
    }
    // Each area with others beside it: the square of its error, what lower levels have in it, and its factor.
    var degrees = 0.0
    var left: [(valid: Double, square: Double, below: Double, factor: Double)] = []
    for (member, parent) in parents.enumerated() {
      let (mine, all) = (members[member].early, givers[parent].early)
      let others = all.valid - mine.valid
      guard mine.valid > 0, others > 0 else { continue }
      degrees += others / all.valid
      let error = mine.margin / mine.valid - (all.margin - mine.margin) / others
      left.append(
        (
          mine.valid, error * error,
          own[member] / (mine.valid * mine.valid) + max(variances[parent] - own[member], 0) / (others * others),
          1 + max(squares[parent] - mine.valid * mine.valid, 0) / (others * others)
        ))
    }
    guard !left.isEmpty else { return nil }
    func moment(_ weights: [Double]) -> Double {
      var (squares, factors) = (0.0, 0.0)
      for (it, weight) in zip(left, weights) {
        squares += weight * (it.square - it.below)
        factors += weight * it.factor
      }
      return max(squares / factors, 0)
    }
    let first = moment(left.map(\.valid))
    let variance = left.map { first * $0.factor + $0.below }
    return Component(
      variance: variance.allSatisfy { $0 > 0 } ? max(first, moment(variance.map { 1 / $0 })) : first, degrees: degrees)
  }

  /// What the members of each area, of `level`, put into the variance of its margin in votes around its own.
  private static func sums(
    _ ladder: AreaLadder, _ level: Int, _ own: [Double], component: Double, _ period: (TwoPeriods) -> VoteTally
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: ladder.givers(level).count)
    for (member, parent) in ladder.parents(level).enumerated() {
      let valid = period(ladder.levels[level][member]).valid
      sums[parent] += own[member] + component * valid * valid
    }
    return sums
  }
}

extension AreaLadder {
  /// The areas of the finest level; the whole where there are no levels.
  var finest: [TwoPeriods] { levels.last ?? [whole] }

  /// The whole, 0, or the areas of a level, from 1; the areas of `level`, from 0, lie in these.
  func givers(_ level: Int) -> [TwoPeriods] { level == 0 ? [whole] : levels[level - 1] }

  /// For each area of `level` the place of its parent among ``givers(_:)``.
  func parents(_ level: Int) -> [Int] {
    level == 0 ? [Int](repeating: 0, count: levels[0].count) : parents[level - 1]
  }
}
