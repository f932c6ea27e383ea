import Foundation
import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Counts

/// The whole battery on real elections against the reference values, as far as these are printed.
@Suite(.enabled(if: SharedFolder.isPresent, "the real results are not beside the repository"))
struct BatteryVectorTests {
  @Test(arguments: RealElection.all) func theBatteryGivesTheReferenceValues(_ election: RealElection) async throws {
    let (sample, reference) = (try election.sample(), try election.battery())
    #expect(sample.stations.count == reference.stations - reference.arithmetic.zero_received)
    for (quantity, expected) in [(ScreeningQuantity.turnout, reference.turnout), (.share, reference.leader)] {
      let counts = sample.counts(quantity)
      #expect(SecondDigit.counts(of: counts).counts == expected.second_digit_counts)
      #expect(LastDigit.counts(of: counts).counts == expected.last_digit_counts)
      #expect(near(LastDigit.counts(of: counts).mean, expected.last_digit_mean))
      let last = LastDigit.counts(of: counts).chiSquare(against: LastDigit.uniform)?.statistic
      #expect(near(last, expected.last_digit_chi2, 1e-6))
      #expect(LastDigit.counts(of: counts, atLeast: 100).counts == expected.last_digit_counts_ge100)
      func value(_ test: some ScreeningTest, _ measure: String) async throws -> ScreeningOutcome? {
        try await test.outcomes(of: sample).first { $0.quantity == quantity && $0.measure == measure }
      }
      let second = try #require(try await value(SecondDigitScreen(), "chi_square"))
      #expect(second.count == expected.second_digit_n && near(second.statistic, expected.second_digit_chi2, 1e-6))
      let mean = try await value(SecondDigitScreen(), "mean")
      #expect(near(mean?.statistic, expected.second_digit_mean))
      #expect(near(mean?.expected, expected.benford2_mean_expected))
      let large = try await value(LastDigitScreen(), "chi_square")
      #expect(near(large?.statistic, expected.last_digit_chi2_ge100, 1e-6))
      #expect(near(try await value(LastDigitScreen(), "mean_of_all")?.statistic, expected.last_digit_mean))
      #expect(near(try await value(LastDigitScreen(), "chi_square_of_all")?.statistic, expected.last_digit_chi2, 1e-6))
      #expect(near(try await value(CountEndingsScreen(), "share")?.statistic, expected.C05s))
      #expect(near(try await value(PercentEndingsScreen(), "share")?.statistic, expected.P05s))
      #expect(near(try await value(ShapeScreen(), "skewness")?.statistic, expected.skewness))
      #expect(near(try await value(ShapeScreen(), "kurtosis")?.statistic, expected.kurtosis_pearson))
      let dip = try #require(try await value(DipScreen(), "dip"))
      #expect(near(dip.statistic, expected.dip))
      // The reference's p comes from a table that ends at 72,000, so it is held loosely.
      #expect(abs((dip.p ?? .nan) - expected.dip_p_interp) < 0.03, "\(dip)")
    }
  }

  @Test(arguments: RealElection.all) func turnoutAgainstShareIsTheReference(_ election: RealElection) throws {
    let (sample, reference) = (try election.sample(), try election.battery())
    let outcomes = AssociationScreen().outcomes(of: sample)
    func value(_ measure: String) -> Double? { outcomes.first { $0.measure == measure }?.statistic }
    #expect(near(value("pearson"), reference.corr_turnout_share_pearson))
    #expect(near(value("spearman"), reference.corr_spearman))
    #expect(near(value("weighted"), reference.corr_weighted_by_registered))
    #expect(near(value("slope"), reference.ols_share_on_turnout.slope))
    #expect(near(value("intercept"), reference.ols_share_on_turnout.intercept))
    #expect(near(value("toolkit_sobyanin"), try #require(reference.ols_share_on_turnout.eft_sobyanin)))
    let votes = SobyaninScreen().outcomes(of: sample)
    let line = reference.sobyanin_sukhovolsky_votes_per_registered_on_turnout
    #expect(near(votes.first?.statistic, line.slope) && near(votes.last?.statistic, line.intercept))
  }

  /// The same stations by the mapping of a workspace.
  @Test(arguments: [RealElection.russia2012, .russia2018, .russia2021]) func theMappingGivesTheSameStations(
    _ election: RealElection
  ) async throws {
    let (sheets, reference) = (try election.sheets(), try election.battery())
    #expect(sheets.count == reference.stations)
    #expect(sheets.registered.values.reduce(0, +) == Int64(reference.registered))
    #expect(sheets.issued.values.reduce(0, +) == Int64(reference.given))
    #expect(sheets.castBallots.values.reduce(0, +) == Int64(reference.received))
    #expect(
      try await ScreenedCount(sheets, option: 1, of: .all, per: nil, seed: 0).whole.stations
        == (try election.sample()).stations)
  }

  /// Equal up to the last of nine decimals printed.
  private func near(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    value.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
  }
}

/// The operation over a whole nation with another as its control.
@Suite(.enabled(if: SharedFolder.isPresent, "the real results are not beside the repository"))
struct ScreenRussiaTests {
  @Test func aNationWithItsControl() async throws {
    let outcome = try await OperationRun(counts, "screen", zone: try #require(Zone("Europe/Moscow")))
      .giving(RealElection.russia2018.dataset(), as: "sheets")
      .giving(RealElection.russia2012.dataset(), as: "control")
      .outcome(["per": "region", "denominator": "all"])
    #expect(try outcome.one("comparisons_stand_out").value("left_out").value == 1)
    #expect(try outcome.one("comparisons_stand_out").value("areas").value == 86)
    let whole = try outcome.one("whole_percentages", about: "turnout_share_stations")
    #expect(try whole.value("statistic").value == 19_271)
    #expect(abs((try whole.value("expected").value ?? 0) - 17_562.402) < 0.01)
    #expect(whole.statement.en.contains("19,271 where 17,562.4017 is expected (standard deviation 117.3789)"))
    let rows = try outcome.rows("percentages", "sheets", "turnout_share", "stations", 19_271)
    guard case .number(let excess) = rows.first?[5], case .number(let deviation) = rows.first?[6] else {
      Issue.record("no numbers in \(rows)")
      return
    }
    #expect(abs(excess - 1708.598) < 0.01 && abs(deviation - 117.379) < 0.01)
    let reference = try RealElection.russia2018.battery()
    for (quantity, expected) in [("turnout", reference.turnout), ("share", reference.leader)] {
      for (place, least, counts) in [
        ("second", 10, expected.second_digit_counts), ("last", 0, expected.last_digit_counts),
        ("last", 100, expected.last_digit_counts_ge100),
      ] {
        let rows = try outcome.rows("digits", "sheets", .text(quantity), .text(place), .integer(Int64(least)))
        #expect(rows.prefix(10).map { $0[5] } == counts.map { .integer(Int64($0)) })
      }
    }
    let dip = try outcome.one("dip", about: "share_dip")
    #expect(dip.statement.en.contains("the dip over the whole count is 0.0016, which is not unusual; of 86 areas"))
    #expect(outcome.findings.allSatisfy { $0.severity <= .notice && $0.tier == .screening && $0.placement == .annex })
  }
}
