import Testing

@testable import Statistics

private let model = KlimekModel(
  turnout: .init(mode: 0.6, deviation: 0.08), share: .init(mode: 0.5, deviation: 0.07), theta: 0.2)

/// A number of the peak, by drawing until it lies within 0...1.
private func draw(_ peak: KlimekModel.Peak, _ generator: inout SplitMix64) -> Double {
  while true {
    let value = peak.mode + peak.deviation * StandardNormal.quantile(generator.unit())
    if (0...1).contains(value) { return value }
  }
}

/// The stations of a simulated election, station by station, as the model tells it.
func simulatedElection(
  _ model: KlimekModel, stations: Int, incremental: Double, extreme: Double, alpha: Double, seed: UInt64
) -> [StationCounts] {
  var generator = SplitMix64(seed: seed)
  return (0..<stations).map { _ in
    let (a, v, kind) = (draw(model.turnout, &generator), draw(model.share, &generator), generator.unit())
    let x =
      kind < extreme
      ? 1 - draw(.init(mode: 0, deviation: 0.075), &generator)
      : kind < extreme + incremental ? draw(.init(mode: 0, deviation: model.theta), &generator) : 0
    // x^α by squaring and roots: multiples of one half.
    var moved = 1.0
    for _ in 0..<Int(alpha * 2) { moved *= x.squareRoot() }
    let registered = 100_000.0
    let ballots = registered * (a + x * (1 - a))
    let votes = registered * (a * v + x * (1 - a) + moved * a * (1 - v))
    let received = Int(ballots.rounded())
    return StationCounts(
      registered: 100_000, given: received, received: received, leader: min(Int(votes.rounded()), received))
  }
}

@Test(arguments: [0.5, 1, 2.5])
func componentsAreThoseOfSimulatedStations(alpha: Double) throws {
  let parts = model.components(alpha: alpha, bins: 20)
  let stations = 20_000
  for (component, incremental, extreme) in [
    (parts.untouched, 0.0, 0.0), (parts.incremental, 1, 0), (parts.extreme, 0, 1),
  ] {
    #expect(abs(component.reduce(0, +) - 1) < 1e-12 && component.allSatisfy { $0 >= 0 })
    let drawn = simulatedElection(
      model, stations: stations, incremental: incremental, extreme: extreme, alpha: alpha, seed: 3)
    var counts = [Int](repeating: 0, count: 20)
    for station in drawn { counts[min(station.leader * 20 / station.received, 19)] += 1 }
    for (probability, count) in zip(component, counts) {
      let error = (probability * (1 - probability) / Double(stations)).squareRoot()
      #expect(abs(Double(count) / Double(stations) - probability) < 4.5 * error + 5e-4)
    }
  }
}

@Test func peaksAreCutOff() {
  let peak = KlimekModel.Peak(mode: 0.9, deviation: 0.2)
  #expect(peak.probability(atMost: 0) == 0 && peak.probability(atMost: 1) == 1)
  #expect(peak.probability(atMost: -.infinity) == 0 && peak.probability(atMost: .infinity) == 1)
  let middles = peak.middles(9)
  #expect(agree(peak.probability(atMost: middles[4]), 0.5) && middles == middles.sorted())
  #expect(middles.allSatisfy { (0...1).contains($0) })
}

@Test func theDataShowTheirPeaks() throws {
  let stations = simulatedElection(model, stations: 20_000, incremental: 0, extreme: 0, alpha: 1, seed: 5)
  let data = try #require(KlimekData(stations))
  #expect(data.stations == 20_000 && data.histogram.reduce(0, +) == 20_000)
  #expect(abs(data.model.turnout.mode - 0.6) < 0.02 && abs(data.model.turnout.deviation - 0.08) < 0.015)
  #expect(abs(data.model.share.mode - 0.5) < 0.02 && abs(data.model.share.deviation - 0.07) < 0.015)
  #expect(abs(data.model.theta - 0.07) < 0.015)
}

@Test func dataWithoutAShapeAreRefused() {
  let alike = [StationCounts](repeating: .init(registered: 1000, given: 600, received: 600, leader: 300), count: 500)
  #expect(KlimekData(alike) == nil)
  let few = simulatedElection(model, stations: 99, incremental: 0, extreme: 0, alpha: 1, seed: 5)
  #expect(KlimekData(few) == nil)
  let odd = [
    (0, 0, 0, 0), (99, 50, 50, 20), (1000, 1001, 900, 1), (1000, 500, 500, 501), (1000, -1, 5, 2), (.max, .max, 0, 1),
  ]
  .map { StationCounts(registered: $0, given: $1, received: $2, leader: $3) }
  #expect(KlimekData(odd + few) == nil)
  let enough = simulatedElection(model, stations: 100, incremental: 0, extreme: 0, alpha: 1, seed: 5)
  #expect(KlimekData(odd + enough)?.stations == 100)
}
