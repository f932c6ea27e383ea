import Testing

@testable import Statistics

private let model = KlimekModel(
  turnout: .init(mode: 0.6, deviation: 0.08), share: .init(mode: 0.5, deviation: 0.07), theta: 0.2)
private let grid = KlimekFit.Grid(
  incremental: (0...10).map { Double($0) / 20 }, extreme: (0...5).map { Double($0) / 50 }, alpha: [0.5, 1, 2, 3])

private func fit(incremental: Double, extreme: Double, alpha: Double, repeats: Int = 5) async throws -> KlimekFit {
  let stations = simulatedElection(
    model, stations: 20_000, incremental: incremental, extreme: extreme, alpha: alpha, seed: 6)
  return try await KlimekFit(try #require(KlimekData(stations)), grid: grid, repeats: repeats, seed: 1)
}

@Test func plantedFractionsAreFound() async throws {
  let fit = try await fit(incremental: 0.3, extreme: 0.04, alpha: 1)
  #expect(fit.repeats.count == 5)
  for estimate in fit.repeats + [fit.best] {
    #expect(abs(estimate.incremental - 0.3) < 0.11 && abs(estimate.extreme - 0.04) < 0.021, "\(estimate)")
    #expect((0.5...2).contains(estimate.alpha))
    #expect(estimate.distance < 0.002)
    // 0.3 (0.16 0.4 + 0.16 0.6 0.5) + 0.04 (0.94 0.4 + 0.94 0.6 0.5), by the means of the fractions.
    #expect(abs(estimate.added - 0.06) < 0.02)
  }
  #expect(fit.remainingDistance < 0.1 && !fit.explainsLittle)
  for histogram in [fit.bestHistogram, fit.untouchedHistogram] {
    #expect(histogram.count == 100 && abs(histogram.reduce(0, +) - 20_000) < 1e-6)
  }
  let squares = zip(fit.bestHistogram, fit.data.histogram).reduce(0.0) {
    $0 + ($1.0 - Double($1.1)) * ($1.0 - Double($1.1))
  }
  #expect(agree(fit.best.distance, squares / 4e8, 1e-9))
}

/// The relative distance is that of the definition, over the bins with stations alone.
@Test func theRelativeDistanceIsTheOneOfTheDefinition() async throws {
  let stations = simulatedElection(model, stations: 20_000, incremental: 0.3, extreme: 0.04, alpha: 1, seed: 6)
  let data = try #require(KlimekData(stations))
  let fit = try await KlimekFit(data, grid: grid, distance: .relative, repeats: 2, seed: 1)
  var sum = 0.0
  for (expected, observed) in zip(fit.bestHistogram, data.histogram) where observed > 0 {
    sum += ((expected - Double(observed)) / Double(observed)) * ((expected - Double(observed)) / Double(observed))
  }
  #expect(agree(fit.best.distance, sum, 1e-9))
  #expect(fit.repeats.allSatisfy { abs($0.incremental - 0.3) < 0.16 }, "\(fit.repeats)")
}

@Test func aCleanElectionHasNearlyNone() async throws {
  let fit = try await fit(incremental: 0, extreme: 0, alpha: 1)
  #expect(
    fit.best.incremental <= 0.1 && fit.best.added < 0.01 && fit.best.extreme == 0 && fit.explainsLittle,
    "\(fit.best)")
}

@Test func repeatsDependOnTheSeedAlone() async throws {
  let stations = simulatedElection(model, stations: 300, incremental: 0.3, extreme: 0.04, alpha: 1, seed: 6)
  let data = try #require(KlimekData(stations))
  async let first = KlimekFit(data, grid: grid, repeats: 4, seed: 1)
  async let second = KlimekFit(data, grid: grid, repeats: 4, seed: 1)
  async let longer = KlimekFit(data, grid: grid, repeats: 6, seed: 1)
  async let other = KlimekFit(data, grid: grid, repeats: 4, seed: 2)
  #expect(try await first == second)
  #expect(try await Array(longer.repeats.prefix(4)) == first.repeats)
  #expect(try await first.repeats != other.repeats)
  #expect(try await first.best == other.best)
}

@Test func anAnswerAtTheEdgeIsKnownAsSuch() async throws {
  let stations = simulatedElection(model, stations: 5000, incremental: 0.6, extreme: 0, alpha: 1, seed: 6)
  let data = try #require(KlimekData(stations))
  let narrow = KlimekFit.Grid(incremental: [0, 0.1, 0.2], extreme: [0, 0.5], alpha: [0.5, 1, 2])
  let edge = try await KlimekFit(data, grid: narrow, repeats: 1, seed: 1)
  #expect(edge.isAtEdge(edge.best) && edge.repeats.allSatisfy(edge.isAtEdge))
  #expect(!edge.isAtEdge(.init(incremental: 0, extreme: 0, alpha: 0.5, added: 0, distance: 0)))
  #expect(!edge.isAtEdge(.init(incremental: 0.1, extreme: 0, alpha: 1, added: 0, distance: 0)))
  // A fraction above 1 is no election.
  let impossible = KlimekFit.Grid(incremental: [0.9, 1.5], extreme: [0, 0.2], alpha: [1])
  let fit = try await KlimekFit(data, grid: impossible, repeats: 0, seed: 1)
  #expect(fit.best.incremental == 0.9 && fit.best.extreme == 0 && fit.repeats.isEmpty)
}

@Test func theUsualGridIsTheStatedOne() {
  let grid = KlimekFit.Grid.usual
  #expect(grid.incremental.count == 51 && grid.incremental[1] == 0.02 && grid.incremental.last == 1)
  #expect(grid.extreme.count == 21 && grid.extreme[1] == 0.005 && grid.extreme.last == 0.1)
  #expect(grid.alpha == [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4])
}

@Test func aCancelledFitStops() async throws {
  let stations = simulatedElection(model, stations: 300, incremental: 0.3, extreme: 0.04, alpha: 1, seed: 6)
  let data = try #require(KlimekData(stations))
  let task = Task {
    withUnsafeCurrentTask { $0?.cancel() }
    return try await KlimekFit(data, grid: grid, repeats: 2, seed: 1)
  }
  await #expect(throws: CancellationError.self) { try await task.value }
}
