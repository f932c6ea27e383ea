import Statistics
import TestSupport
import Testing

/// What draws must do whatever the seed.
struct SamplerTests {
  private let ballots = SamplingFrame(batches: [("A", 3), ("B", 0), ("C", 5), ("D", 1)])

  @Test func unitsHaveTheirPlaceAndTheirName() throws {
    let frame = try #require(ballots)
    #expect(frame.count == 9)
    var names: [String] = []
    frame.forEachName { unit, name in
      let (batch, number) = frame.place(of: unit)
      #expect(String(decoding: name, as: UTF8.self) == "\(frame.keys[batch])#\(number)")
      names.append(String(decoding: name, as: UTF8.self))
    }
    #expect(names == ["A#1", "A#2", "A#3", "C#1", "C#2", "C#3", "C#4", "C#5", "D#1"])
    #expect(SamplingFrame(batches: [("A", -1)]) == nil)
    #expect(SamplingFrame(batches: [("A", .max), ("B", 1)]) == nil)
    #expect(SamplingFrame(keys: []).count == 0)
  }

  /// Every ticket of every unit, sorted: the slow way.
  @Test(arguments: 0..<20) func theHeapGivesTheSmallestTickets(seed: Int) throws {
    let sampler = ConsistentSampler(seed: "dice \(seed)")
    for (units, replacing) in [(40, false), (40, true), (3, true), (1, true)] {
      let keys = (0..<units).map { "box \($0)" }
      var all: [(digits: [UInt8], unit: Int, generation: Int)] = []
      for (unit, key) in keys.enumerated() {
        var digits = sampler.firstTicket(key)
        for generation in 1...(replacing ? 30 : 1) {
          all.append((digits, unit, generation))
          digits = ConsistentSampler.nextTicket(digits)
        }
      }
      all.sort { $0.digits.lexicographicallyPrecedes($1.digits) }
      let drawn = try sampler.draw(30, from: SamplingFrame(keys: keys), replacing: replacing)
      #expect(drawn.map(\.unit) == all.prefix(30).map(\.unit))
      #expect(drawn.map(\.generation) == all.prefix(30).map(\.generation))
      #expect(drawn.map(\.digits) == all.prefix(30).map(\.digits))
    }
  }

  /// A draw from some of the units is that from all of them, the others left out.
  @Test func drawsAreConsistent() throws {
    let keys = (0..<200).map { "box \($0)" }
    let sampler = ConsistentSampler(seed: "31415926535897932384")
    let all = try sampler.draw(200, from: SamplingFrame(keys: keys)).map { keys[$0.unit] }
    let some = keys.filter { $0.hasSuffix("7") || $0.hasSuffix("4") }
    #expect(
      try sampler.draw(some.count, from: SamplingFrame(keys: some)).map { some[$0.unit] } == all.filter(some.contains))
  }

  @Test func ticketsGrowPastTheirNines() {
    let ticket = ConsistentSampler.nextTicket(Array("99995".utf8))
    #expect(ticket.starts(with: "9999".utf8))
    #expect(Array("99995".utf8).lexicographicallyPrecedes(ticket))
    #expect(ConsistentSampler.nextTicket(Array("999".utf8)).starts(with: "999".utf8))
  }

  @Test func ofAllUnitsEachIsDrawnOnce() throws {
    #expect(Set(try CounterSampler(seed: "1").draw(50, of: 50).map(\.unit)) == Set(0..<50))
    var generator = HashGenerator(seed: "1")
    #expect(Set(try generator.shuffled(50, of: 50)) == Set(0..<50))
    let frame = try #require(ballots)
    #expect(Set(try ConsistentSampler(seed: "1").draw(9, from: frame).map(\.unit)) == Set(0..<9))
  }

  @Test func moreThanThereAreCannotBeDrawn() throws {
    let frame = try #require(ballots)
    #expect(throws: StatisticsError.drawn(10, population: 9)) { try ConsistentSampler(seed: "1").draw(10, from: frame) }
    #expect(throws: StatisticsError.drawn(1, population: 0)) {
      try ConsistentSampler(seed: "1").draw(1, from: SamplingFrame(keys: []), replacing: true)
    }
    #expect(throws: StatisticsError.drawn(1000, population: 9)) {
      try ConsistentSampler(seed: "1").draw(1000, from: frame, replacing: true)
    }
    #expect(throws: StatisticsError.drawn(10, population: 9)) { try CounterSampler(seed: "1").draw(10, of: 9) }
    #expect(throws: StatisticsError.drawn(1, population: 0)) {
      try CounterSampler(seed: "1").draw(1, of: 0, replacing: true)
    }
    var generator = HashGenerator(seed: "1")
    #expect(throws: StatisticsError.drawn(10, population: 9)) { try generator.shuffled(10, of: 9) }
    #expect(throws: StatisticsError.drawn(-1, population: 9)) { try generator.draw(-1, of: 9) }
  }

  /// Of 20,000 draws each batch has its share, within five standard deviations; one of no size is never drawn.
  @Test func batchesAreDrawnByTheirBounds() throws {
    let bounds = ["1/3", "0", "1/2", "1/7", "2"].compactMap { Rational($0) }
    let drawn = try ProportionalSampler(seed: "2718281828", bounds: bounds).draw(20_000)
    let sum = bounds.reduce(0) { $0 + $1.approximation }
    for (batch, bound) in bounds.enumerated() {
      let share = bound.approximation / sum
      let spread = 5 * (20_000 * share * (1 - share)).squareRoot()
      #expect(abs(Double(drawn.count { $0 == batch }) - 20_000 * share) <= spread)
    }
    #expect(throws: StatisticsError.hidden(0)) { try ProportionalSampler(seed: "1", bounds: [0, 0]) }
    #expect(throws: StatisticsError.hidden(-1)) { try ProportionalSampler(seed: "1", bounds: [1, -1]) }
  }

  /// Bounds that stand to one another as before make the same draw, and whole ones that of the counter sampler.
  @Test func theScaleOfBoundsDoesNotMatter() throws {
    let thirds = ["1/3", "2/3", "1"].compactMap { Rational($0) }
    let drawn = try ProportionalSampler(seed: "77", bounds: thirds).draw(100)
    #expect(try ProportionalSampler(seed: "77", bounds: [1, 2, 3]).draw(100) == drawn)
    let sixths = try CounterSampler(seed: "77").draw(100, of: 6, replacing: true).map { [0, 1, 1, 2, 2, 2][$0.unit] }
    #expect(sixths == drawn)
  }
}
