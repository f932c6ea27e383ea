import Testing

@testable import Training

/// The ground truth tells what was planted, no less and no more.
struct FaultTests {
  private static let count = TrainingElection(.urbanRural, stations: 1200, seed: 31).simulated()

  @Test func everyFaultIsPlanted() {
    #expect(Set(Self.count.planted.map(\.fault)) == Set(Fault.allCases))
  }

  /// The clean election of the same seed, with the ground truth applied to it, is the official count.
  @Test func theGroundTruthLeadsFromTheCleanCountToTheOfficialOne() {
    let clean = TrainingElection(.urbanRural, stations: 1200, seed: 31, hasFaults: false).simulated()
    var figures: [String: [String: String]] = [:]
    for sheet in clean.sheets {
      figures[clean.territory.key(sheet)] = Dictionary(
        uniqueKeysWithValues: zip(SimulatedSheet.fields, sheet.figures.map { "\($0)" }))
    }
    for it in Self.count.planted where ["all_tracks", "official"].contains(it.dataset) {
      switch it.fault {
      case .silence: break
      case .missingStation: figures[it.key] = nil
      default:
        // The first feed may already differ from the sheet: a revision then leads back to it.
        if it.fault != .revisedSheet { #expect(figures[it.key]?[it.field] == it.was, "\(it)") }
        figures[it.key]?[it.field] = it.now
      }
    }
    #expect(figures.count == Self.count.official.count)
    for sheet in Self.count.official {
      let expected = figures[Self.count.territory.key(sheet)]
      #expect(zip(SimulatedSheet.fields, sheet.figures).allSatisfy { expected?[$0] == "\($1)" })
    }
  }

  @Test func copiesDifferFromTheirSheetsWhereTheGroundTruthSaysSo() {
    for (copies, dataset) in [(Self.count.preliminary, "preliminary"), (Self.count.party, "party")] {
      let differing = copies.filter { $0.figures != Self.count.sheets[$0.position].figures }
      let keys = differing.map { Self.count.territory.key($0) }
      #expect(Set(keys) == Set(Self.count.planted.filter { $0.dataset == dataset }.map(\.key)))
      #expect(keys.count >= 3)
    }
    #expect(Self.count.reports.allSatisfy { $0 == Self.count.sheets[$0.position] })
  }

  @Test func sheetsThatDoNotAddUpAreThoseThatShould() {
    let wrong = Self.count.official.filter {
      $0.votes.wrappedSum() != $0.valid || $0.valid + $0.blank + $0.null != $0.cast
        || $0.cast + $0.unused != $0.received || $0.cast > $0.registered + $0.extraVoters
    }
    let expected = Self.count.planted.filter {
      [.arithmeticSlip, .transposedDigits, .moreBallotsThanVoters].contains($0.fault)
    }
    #expect(Set(wrong.map { Self.count.territory.key($0) }) == Set(expected.map(\.key)))
  }

  @Test func roundedSheetsHaveWholePercentages() {
    let rounded = Set(Self.count.planted.filter { $0.fault == .roundedPercentages }.map(\.key))
    let clean = TrainingElection(.urbanRural, stations: 1200, seed: 31, hasFaults: false).simulated()
    let leader = Sides(clean.sheets).leader
    let others = Set(Self.count.planted.filter { $0.fault != .roundedPercentages }.map(\.key))
    let sheets = Self.count.sheets.filter {
      rounded.contains(Self.count.territory.key($0)) && !others.contains(Self.count.territory.key($0))
    }
    #expect(sheets.count > 60)
    for sheet in sheets {
      let (votes, valid) = (Int(sheet.votes[leader]), Int(sheet.valid))
      // No other number of votes is nearer to a whole percentage.
      let distance = (0...100).map { abs(100 * votes - $0 * valid) }.min() ?? 0
      #expect(distance <= 50)
    }
  }

  @Test func theCountTurnsInTheNight() throws {
    let count = Self.count
    #expect(count.statements.bulletins.count == 7)
    let leads = count.statements.bulletins.map { row in (8..<12).compactMap { Int(row[$0]) } }
    let clean = TrainingElection(.urbanRural, stations: 1200, seed: 31, hasFaults: false).simulated()
    let sides = Sides(clean.sheets)
    #expect(leads[0][sides.second] > leads[0][sides.leader])
    #expect(leads[6][sides.leader] > leads[6][sides.second])
  }

  @Test(arguments: [(123, 213), (113, 131), (11, nil), (7, nil), (100, 10), (9976, 9796)] as [(Int32, Int32?)])
  func transposition(_ number: Int32, _ expected: Int32?) { #expect(Planting.transposed(number) == expected) }

  @Test(arguments: [1, 2, 7, 40]) func tinyCountriesAreFine(_ stations: Int) {
    let count = TrainingElection(.regionalBlocs, stations: stations, seed: 9).simulated()
    #expect(count.official.count <= stations)
    for file in TrainingFile.allCases { #expect(count.csv(file).last == UInt8(ascii: "\n")) }
  }
}
