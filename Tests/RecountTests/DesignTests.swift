import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Recount

/// Samples of stations: how many, how shared out, which.
struct DesignTests {
  private static let seed = "31415926535897932384"

  /// The votes of oak, of 100, in the earlier election.
  private static func oak(_ station: Int) -> Int {
    40 + 10 * (station / 20) + [4, 20, 8][station / 20] * (station % 5 - 2) / 2
  }

  /// Sixty stations of three strata, of which `south` differs most from place to place.
  private func run(strata: [String] = ["north", "south", "west"], earlier: Bool = true) throws -> OperationRun {
    let rows = (0..<60).map { "\($0),\(strata[$0 / 20]),\(100 + $0)" }
    let run = try OperationRun(recount, "design")
      .giving((["station,stratum,registered"] + rows).joined(separator: "\n"), as: "frame")
    guard earlier else { return run }
    let sheets = (0..<55).map { "\($0),\(Self.oak($0)),\(100 - Self.oak($0))" }
    return try run.giving((["sheet,votes_oak,votes_elm"] + sheets).joined(separator: "\n"), as: "earlier")
  }

  @Test func howManyAndHowShared() async throws {
    let found = try await run().outcome(["error": "0.05", "allocation": "neyman"])
    let needed = try found.one("stations_needed", about: "design")
    #expect(
      needed.statement
        == Text(
          en:
            "The mission computes that 9 of 60 stations, drawn at random within strata, in proportion to their stations times the spread between these, show a share of the votes to within 4.66\u{A0}points, with a confidence of 95%, if stations differ as they did for Oak according to the official count.",
          es:
            "La misión calcula que 9 de 60 mesas, sorteadas por estrato, en proporción a sus mesas por la dispersión entre ellas, muestran una proporción de los votos con un margen de 4.66\u{A0}puntos, con una confianza del 95%, si las mesas difieren como lo hicieron en los votos por Oak según el cómputo oficial."
        ))
    let (drawn, error) = (Int(try needed.number("drawn")), try needed.number("error"))
    let table = try #require(found.tables["strata"])
    let (sizes, spread, shares) = (
      try table.integers("stations").values.map { Int($0) }, try table.numbers("deviation").values,
      try table.integers("drawn").values.map { Int($0) }
    )
    #expect(sizes == [20, 20, 20] && shares.reduce(0, +) == drawn)
    // By hand: votes of oak less their share in all of 100 a sheet, in hundredths; the sheets all have 100 votes.
    let values = [0, 20, 40].map { from in (from..<min(from + 20, 55)).map { Double(Self.oak($0)) / 100 } }
    for (deviation, values) in zip(spread, values) {
      let mean = values.reduce(0, +) / Double(values.count)
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
      #expect(abs(deviation - square.squareRoot()) < 1e-12)
    }
    // By brute force no other way to share out fewer is enough, and none to share out as many does better by more than rounding.
    let z = StandardNormal.quantile(0.975)
    func margin(_ drawn: [Int]) -> Double {
      var variance = 0.0
      for stratum in 0..<3 {
        let (part, all) = (Double(drawn[stratum]), Double(sizes[stratum]))
        let one = spread[stratum] * spread[stratum] / 9
        variance += one / part * (1 - part / all)
      }
      return z * variance.squareRoot()
    }
    #expect(abs(margin(shares) * 100 - error) <= 0.01 && error <= 5)
    for north in 2...20 {
      for south in 2...20 where (2...20).contains(drawn - 1 - north - south) {
        #expect(margin([north, south, drawn - 1 - north - south]) > 0.05)
      }
    }
    #expect(try needed.number("simple") > error)
    #expect(try found.one("no_earlier_votes").number("unknown") == 5)
    let voters = try found.one("voters_formula")
    #expect(try voters.number("voters") == 7770 && voters.number("needed") == 367)
    #expect(voters.placement == .annex)
  }

  /// What is drawn is drawn by the seed alone, reserves behind the sample, each with its probability.
  @Test func theDraw() async throws {
    let parameters: [String: Value] = ["size": 12, "seed": .string(Self.seed), "replacements": "0.5"]
    let found = try await run(earlier: false).outcome(parameters)
    let table = try #require(found.tables["drawn"])
    #expect(table.rowCount == 18)
    let rows = try (["north", "south", "west"].map { try found.rows("drawn", .text($0)) })
    for (stratum, its) in zip(["north", "south", "west"], rows) {
      #expect(its.map { $0[1] } == (1...6).map { .integer(Int64($0)) })
      #expect(its.map { $0[3] } == Array(repeating: .text("sample"), count: 4) + [.text("reserve"), .text("reserve")])
      #expect(its.allSatisfy { $0[5] == .number(0.2) })
      // The same as by hand: the smallest tickets of the stratum's own seed.
      let range = (["north", "south", "west"].firstIndex(of: stratum) ?? 0) * 20
      let frame = SamplingFrame(keys: (range..<range + 20).map { RowKey([stratum, "\($0)"]).text })
      let drawn = try ConsistentSampler(seed: "\(Self.seed)/\(stratum)").draw(6, from: frame, replacing: false)
      #expect(its.map { $0[2] } == drawn.map { .text("\(range + $0.unit)") })
    }
    let said = try found.one("stations_drawn", about: "draw")
    #expect(
      said.statement
        == Text(
          en:
            "From the seed 31415926535897932384, 12 of 60 stations were drawn by the consistent sampler, and 6 more in reserve.",
          es:
            "Con la semilla 31415926535897932384 y el método consistent se sortearon 12 de 60 mesas, y 6 más de reserva."
        ))
  }

  /// Without an earlier election half of the stations may have every vote and half none.
  @Test func withoutAnEarlierElection() async throws {
    let worst = try await run(earlier: false).outcome(["error": "0.1"])
    #expect(try worst.one("stations_needed").number("drawn") == 38)
    // The variance of a mean of so many of ten ones and ten zeros in each stratum, by the law of a draw without replacement.
    let table = try #require(worst.tables["strata"])
    let variance = try table.integers("drawn").values.reduce(0.0) { $0 + 0.25 / Double($1) * Double(20 - $1) / 19 / 9 }
    let margin = 100 * StandardNormal.quantile(0.975) * variance.squareRoot()
    let said = try worst.one("stations_needed").number("error")
    #expect(said >= margin && said - margin <= 0.01)
    let some = try await run(earlier: false).outcome(["error": "0.05", "deviation": .number(0.2)])
    #expect(
      try some.one("stations_needed").statement.en.hasSuffix(
        "if the shares at stations of one size have a standard deviation of 0.2."))
    // Clusters that double the variance.
    let clustered = try await run(earlier: false).outcome(["size": 30, "deviation": .number(0.2), "design_effect": 2])
    let plain = try await run(earlier: false).outcome(["size": 30, "deviation": .number(0.2)])
    let ratio = try clustered.one("stations_needed").number("error") / plain.one("stations_needed").number("error")
    #expect(abs(ratio - 2.squareRoot()) < 0.005)
    #expect(try await run(earlier: false).outcome(["error": "0.001"]).one("all_stations").number("stations") == 60)
    // Whoever can visit all has asked for no margin.
    #expect(try await run(earlier: false).outcome(["size": 60]).all("all_stations").isEmpty)
  }

  /// Every stratum gives at least two stations, and no more than it has.
  @Test func nothingTooSmallOrTooLarge() {
    for allocation in StratifiedDesign.Allocation.allCases {
      let design = StratifiedDesign(
        sizes: [1, 2, 5, 400], deviations: [0.3, 0, 0.4, 0.01], allocation: allocation, designEffect: 1)
      for drawn in 0...408 {
        let shares = design.sharedOut(drawn)
        #expect(shares.reduce(0, +) == max(7, drawn))
        #expect(zip(shares, design.sizes).allSatisfy { $0 >= min(2, $1) && $0 <= $1 }, "\(drawn) \(shares)")
      }
      #expect(design.error(of: design.sizes, z: 2) == 0)
    }
  }

  @Test func everyMessage() async throws {
    #expect(
      try await run(strata: ["north", "", "west"], earlier: false).problems() == [
        "20 stations of 'frame' without a stratum, the first '20' | give every station its stratum, or leave the column out"
      ])
    // Stations of other names, one alone, and two of the same shares.
    for sheets in ["x,1,2\ny,2,", "1,1,2\ny,2,1", "1,1,2\n2,7,14"] {
      let earlier = try run(earlier: false).giving("sheet,votes_oak,votes_elm\n\(sheets)\n", as: "earlier")
      #expect(
        await earlier.problems() == [
          "no two stations of 'frame' have all votes in 'earlier' and differ | name stations alike in both, or give 'deviation'"
        ])
    }
    // Those of the north alike, those of the south not: no stratum is taken to be without any spread.
    let alike = try await run(earlier: false)
      .giving("sheet,votes_oak,votes_elm\n1,5,5\n2,50,50\n21,40,60\n22,60,40\n", as: "earlier")
      .outcome(["size": 12])
    #expect(try #require(alike.tables["strata"]).numbers("deviation").values.allSatisfy { $0 > 0.05 })
    // Without any stratum the list is one.
    let whole = try await run(strata: ["", "", ""], earlier: false).outcome(["size": 9, "seed": .string(Self.seed)])
    #expect(whole.tables["drawn"]?.rowCount == 9)
    #expect(RecountMessage.noStratum(1, dataset: "d", first: "a").text.code == "C047")
    #expect(RecountMessage.noEarlierVotes("e", stations: "d").text.code == "C048")
  }
}
