import Statistics
import Testing

/// Sixty sheets in twelve places of three districts, drawn from ``CongruentialNumbers``.
///
/// Where `previous` is given it makes the previous margin of today's.
private func drawn(previous given: ((Double) -> Double)? = nil) -> [PreviousComparison.Sheet] {
  var numbers = CongruentialNumbers(seed: 7)
  func unit() -> Double { numbers.next() }
  return (0..<60).map { _ in
    let place = Int(12 * unit())
    let valid = 100 + (200 * unit()).rounded(.down)
    let oak = (valid * (0.2 + 0.4 * unit())).rounded(.down)
    let elm = ((valid - oak) * unit()).rounded(.down)
    let previous = 1.2 * unit() - 0.6
    var isLate = unit() < 0.4
    if !isLate, place == 3 || place > 7 { isLate = unit() < 0.95 }
    return .init(
      valid: valid, margin: oak - elm, both: oak + elm, previous: given?((oak - elm) / valid) ?? previous,
      area: place, isLate: isLate)
  }
}

private func compare(
  _ sheets: [PreviousComparison.Sheet], districts: Int = 3, places: Int = 4
) -> PreviousComparison {
  PreviousComparison(
    sheets, counts: [districts, districts * places], parents: [(0..<districts * places).map { $0 / places }])
}

private func isNear(_ value: Double?, _ reference: Double) -> Bool {
  value.map { abs($0 - reference) <= 1e-9 * max(1, abs(reference)) } ?? false
}

/// The reference numbers were computed apart, in Python with numpy, sheet by sheet from the formula of the type.
@Test func shiftsAndProjectionsAreThoseOfAnotherLanguage() {
  let it = compare(drawn())
  #expect(isNear(it.today.early.rate, 0.04481409001956947) && isNear(it.today.late.rate, 0.18210862619808307))
  #expect(isNear(it.previous.early.rate, -0.010053049956982396) && isNear(it.previous.late.rate, -0.049242513131410814))
  #expect(isNear(it.today.shift, 0.13729453617851362) && isNear(it.previous.shift, -0.03918946317442842))
  #expect(isNear(it.plain?.margin, 649.5509791471561) && isNear(it.change?.margin, 1033.8539191817308))
  #expect(isNear(it.adjusted, 679.3570671487043))
  #expect(it.today.late.margin == 1311 && it.today.late.sheets == 35)
}

/// A previous election that was the same everywhere tells nothing: margin and interval are the plain ones.
@Test func aLevelPreviousElectionChangesNothing() throws {
  for level in [0, 0.25, -0.4] {
    let sheets = drawn(previous: { _ in level })
    let it = compare(sheets)
    let (plain, before) = (try #require(it.plain), try #require(it.previous.shift))
    let reach = try #require(plain.reach)
    #expect(isNear(it.adjusted, plain.margin) && abs(before) < 1e-12)
    #expect(isNear(it.change?.reach, reach))
  }
}

/// Where all stations changed alike the late margin is met, and what stays open is the draw of voters alone.
@Test func anEvenChangeIsProjectedExactly() throws {
  let it = compare(drawn(previous: { $0 - 0.07 }))
  let before = try #require(it.previous.shift)
  #expect(isNear(it.adjusted, it.today.late.margin) && isNear(it.today.shift, before))
  let (reach, plain) = (try #require(it.change?.reach), try #require(it.plain?.reach))
  #expect(reach > 0 && reach < plain)
}

/// Places come late the sooner the more they lean one way, as country does behind towns: early neighbours mislead, and
/// the interval from them fails. Where stations change as they lie and not as they lean, the interval from the previous
/// election keeps its level.
@Test func theIntervalHoldsWhereLatenessGoesWithTheLeanAlone() throws {
  var generator = SplitMix64(seed: 25)
  var (plain, adjusted) = (0, 0)
  let runs = 600
  for _ in 0..<runs {
    var sheets: [PreviousComparison.Sheet] = []
    for district in 0..<12 {
      let (lean, swing) = (0.2 * generator.normal(), 0.05 * generator.normal())
      for place in 0..<8 {
        let (here, moved) = (lean + 0.15 * generator.normal(), swing + 0.04 * generator.normal())
        let isLatePlace = here + 0.1 * generator.normal() > 0.25
        for _ in 0..<4 {
          let station = here + 0.05 * generator.normal()
          let valid = Double(150 + generator.number(below: 150))
          let margin = (valid * (station + moved + 0.06 * generator.normal())).rounded()
          sheets.append(
            .init(
              valid: valid, margin: margin, both: valid, previous: station + 0.06 * generator.normal(),
              area: district * 8 + place, isLate: isLatePlace || generator.number(below: 8) == 0))
        }
      }
    }
    let it = compare(sheets, districts: 12, places: 8)
    let actual = it.today.late.margin
    if abs(try #require(it.plain).margin - actual) <= (try #require(it.plain?.reach)) { plain += 1 }
    if abs(try #require(it.adjusted) - actual) <= (try #require(it.change?.reach)) { adjusted += 1 }
  }
  // 570 of 600 are expected, with a standard deviation of 5.3.
  #expect((550...590).contains(adjusted), "\(adjusted)")
  #expect(plain < 480, "\(plain)")
}
