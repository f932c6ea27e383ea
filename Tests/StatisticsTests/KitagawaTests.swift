import Statistics
import Testing

/// Units with a random number of sheets in either period, some with none and some with votes for nobody compared.
func randomUnits(_ count: Int, _ generator: inout SplitMix64) -> [TwoPeriods] {
  func tally() -> VoteTally {
    var tally = VoteTally()
    for _ in 0..<generator.number(below: 4) {
      let valid = generator.number(below: 300)
      tally.add(valid: Double(valid), margin: Double(generator.number(below: 2 * valid + 1) - valid))
    }
    return tally
  }
  return (0..<count).map { _ in
    var unit = TwoPeriods()
    (unit.early, unit.late) = (tally(), tally())
    return unit
  }
}

private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-12 * max(1, abs(a), abs(b)) }

@Test func compositionAndWithinMakeTheShift() throws {
  var generator = SplitMix64(seed: 1)
  for _ in 0..<200 {
    guard let it = Kitagawa(randomUnits(12, &generator)), let parts = it.parts else { continue }
    #expect(near(parts.composition + parts.within, parts.shift))
    #expect(near(parts.compositionAtEarlyRates + parts.withinAtLateWeights, parts.shift))
    #expect(near(parts.shift + (try #require(it.remainder)), it.shift))
    #expect((0...1).contains(it.lateUncovered) && (0...1).contains(it.earlyUncovered))
  }
}

@Test func earlyAndLateSwappedTurnEverySign() throws {
  var generator = SplitMix64(seed: 2)
  for _ in 0..<100 {
    let units = randomUnits(10, &generator)
    let swapped = units.map { unit in
      var swapped = TwoPeriods()
      (swapped.early, swapped.late) = (unit.late, unit.early)
      return swapped
    }
    guard let it = Kitagawa(units), let other = Kitagawa(swapped), let (a, b) = both(it.parts, other.parts) else {
      continue
    }
    #expect(near(a.composition, -b.composition) && near(a.within, -b.within) && near(it.shift, -other.shift))
    #expect(it.lateUncovered == other.earlyUncovered && it.unitsOnlyLate == other.unitsOnlyEarly)
  }
}

@Test func oneUnitIsAllWithinAndUnchangedRatesAreAllComposition() throws {
  var generator = SplitMix64(seed: 3)
  for _ in 0..<50 {
    let units = randomUnits(6, &generator)
    let whole = units.reduce(into: TwoPeriods()) { $0 += $1 }
    guard let parts = Kitagawa([whole])?.parts else { continue }
    #expect(near(parts.within, parts.shift) && near(parts.composition, 0))
    let same = units.map { unit in
      var unit = unit
      let size = Double(1 + generator.number(below: 9))
      unit.late = VoteTally()
      unit.late.add(valid: unit.early.valid * size, margin: unit.early.margin * size)
      return unit
    }
    guard let mixed = Kitagawa(same)?.parts else { continue }
    #expect(near(mixed.within, 0) && near(mixed.composition, mixed.shift))
  }
}

/// Against the definition written out over plain arrays.
@Test func theDecompositionIsTheOneDefined() throws {
  var generator = SplitMix64(seed: 4)
  for _ in 0..<100 {
    let units = randomUnits(8, &generator)
    guard let it = Kitagawa(units), let parts = it.parts else { continue }
    let shared = units.filter { $0.early.valid > 0 && $0.late.valid > 0 }
    let (early, late) = (
      shared.reduce(0) { $0 + $1.early.valid }, shared.reduce(0) { $0 + $1.late.valid }
    )
    let terms = shared.map { unit in
      (
        we: unit.early.valid / early, wl: unit.late.valid / late, me: unit.early.margin / unit.early.valid,
        ml: unit.late.margin / unit.late.valid
      )
    }
    #expect(near(parts.composition, terms.reduce(0) { $0 + ($1.wl - $1.we) * ($1.ml + $1.me) / 2 }))
    #expect(near(parts.within, terms.reduce(0) { $0 + ($1.wl + $1.we) / 2 * ($1.ml - $1.me) }))
    #expect(it.unitsInBoth == shared.count)
    #expect(near(it.lateUncovered, 1 - late / units.reduce(0) { $0 + $1.late.valid }))
  }
}

@Test func nothingIsDecomposedWhereNoUnitIsInBoth() throws {
  var (early, late) = (TwoPeriods(), TwoPeriods())
  early.early.add(valid: 10, margin: 2)
  late.late.add(valid: 10, margin: 6)
  let it = try #require(Kitagawa([early, late]))
  #expect(it.parts == nil && it.remainder == nil && it.lateUncovered == 1 && near(it.shift, 0.4))
  #expect(Kitagawa([early]) == nil && Kitagawa([late]) == nil && Kitagawa([TwoPeriods]()) == nil)
}

private func both<T>(_ a: T?, _ b: T?) -> (T, T)? {
  guard let a, let b else { return nil }
  return (a, b)
}
