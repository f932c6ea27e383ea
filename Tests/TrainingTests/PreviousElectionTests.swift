import Testing

@testable import Training

/// The election before a simulated one leans as it does, at nearly the same stations.
struct PreviousElectionTests {
  private func count(_ shape: Shape) -> SimulatedCount {
    TrainingElection(shape, stations: 2000, seed: 11, hasFaults: true).simulated()
  }

  private struct Station: Hashable { let place, number: Int32 }

  @Test(arguments: Shape.allCases) func nearlyAllStationsStandInBoth(_ shape: Shape) {
    let count = count(shape)
    func keys(_ sheets: [SimulatedSheet]) -> Set<Station> {
      Set(sheets.map { Station(place: $0.place, number: $0.number) })
    }
    let (now, then) = (keys(count.sheets), keys(count.previous))
    #expect(then.count == count.previous.count)
    // One in 25, and one in 25 places, give or take four standard deviations.
    #expect((50...115).contains(now.subtracting(then).count), "\(now.subtracting(then).count)")
    #expect((2...40).contains(then.subtracting(now).count), "\(then.subtracting(now).count)")
  }

  @Test(arguments: Shape.allCases) func sheetsAddUp(_ shape: Shape) {
    let previous = count(shape).previous
    #expect(
      previous.allSatisfy {
        $0.votes[0] + $0.votes[1] + $0.votes[2] + $0.votes[3] == $0.valid && $0.valid + $0.blank + $0.null == $0.cast
          && $0.cast <= $0.registered
      })
    #expect(count(shape).previous == previous)
  }

  /// Places keep their lean: town and country, and places among themselves; sheets of one distribution keep nothing.
  @Test func placesLeanAsTheyDid() {
    func correlation(_ shape: Shape) -> Double {
      let count = count(shape)
      let then = Dictionary(
        uniqueKeysWithValues: count.previous.map { (Station(place: $0.place, number: $0.number), $0.margin) })
      let pairs = count.sheets.compactMap { sheet in
        then[Station(place: sheet.place, number: sheet.number)].map { (sheet.margin, $0) }
      }
      let n = Double(pairs.count)
      let (x, y) = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
      let (xx, yy, xy) = pairs.reduce((0.0, 0.0, 0.0)) { sums, it in
        (
          sums.0 + (it.0 - x) * (it.0 - x), sums.1 + (it.1 - y) * (it.1 - y), sums.2 + (it.0 - x) * (it.1 - y)
        )
      }
      return xy / (xx * yy).squareRoot()
    }
    #expect(abs(correlation(.homogeneous)) < 0.1)
    #expect(correlation(.urbanRural) > 0.6 && correlation(.regionalBlocs) > 0.8)
  }
}

extension SimulatedSheet {
  /// The first option's votes less the second's, as a share of the valid ones.
  fileprivate var margin: Double { Double(votes[0] - votes[1]) / Double(max(1, valid)) }
}
