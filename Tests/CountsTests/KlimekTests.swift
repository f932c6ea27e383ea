import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Counts

/// `counts.klimek` on sheets, as the host runs it.
@Suite struct KlimekTests {
  /// Sheets of 2,400 stations in two regions: one electorate around 45 %, a part of the second with added ballots.
  static func sheets(added: Double) -> String {
    var generator = SplitMix64(seed: 21)
    func around(_ mean: Double, _ deviation: Double) -> Double {
      let unit = (Double(generator.number(below: 1 << 30)) + 0.5) / Double(1 << 30)
      return min(max(mean + deviation * StandardNormal.quantile(unit), 0.01), 0.99)
    }
    var lines: [String] = []
    for station in 0..<2400 {
      let registered = 600 + generator.number(below: 800)
      var (turnout, share) = (around(0.55, 0.06), around(0.45, 0.06))
      if Double(station % 300) < 300 * added {
        let x = around(0.3, 0.1)
        let votes = turnout * share + x * (1 - turnout) + x * turnout * (1 - share)
        turnout += x * (1 - turnout)
        share = votes / turnout
      }
      let cast = Int((Double(registered) * turnout).rounded())
      let oak = Int((Double(cast) * share).rounded())
      lines.append("\(station),\(station < 1200 ? "North" : "South"),\(registered),\(cast),\(oak),\(cast - oak)")
    }
    return header + lines.map { $0 + "\n" }.joined()
  }

  static func run(_ csv: String, seed: UInt64 = 1) throws -> OperationRun {
    try OperationRun(counts, "klimek", with: ["repeats": .integer(10)], seed: seed).giving(csv, as: "sheets")
  }

  /// Sheets that cannot be used, each for a reason of its own.
  static let odd = "a,North,900,,200,300\nb,North,90,50,20,30\nc,North,900,0,0,0\nd,North,900,901,1,2\n"
  static let header = "sheet,region,registered,cast,votes_oak,votes_elm\n"

  @Test func addedBallotsAreSeenWithTheirRanges() async throws {
    let east = (0..<60).map { "e\($0),East,900,500,200,300\n" }.joined()
    let run = try Self.run(Self.sheets(added: 0.4) + east + Self.odd)
    let outcome = try await run.outcome(["per": .string("region")])
    let finding = try outcome.one("added_ballots", about: "oak")
    let incremental = try finding.value("incremental")
    let (low, high) = (try #require(incremental.low), try #require(incremental.high))
    #expect(low <= 45 && 40 <= high && low < high)
    #expect(try finding.value("remaining").value ?? 100 < 50)
    #expect(try finding.value("stations").value == 2460)
    #expect(
      finding.statement.en.hasPrefix("Consistent with added ballots, and with two blocs of voters just as well: "))
    #expect(finding.caution.en.hasPrefix("Two blocs of voters, such as two languages or town and country,"))
    #expect(finding.caution.es.hasPrefix("Dos bloques de votantes,"))
    #expect(outcome.figures["shares"]?.en.contains("model that fits best") == true)
    // The other distance stands beside it, and asking for it exchanges the two.
    let other = try outcome.one("other_distance", about: "oak")
    #expect(
      other.statement.en.hasPrefix(
        "The distance is a choice: by squared relative differences instead of squared differences the model election closest to the shares of Oak adds some ballots in "
      ))
    #expect(
      other.statement.es.hasPrefix(
        "La distancia es una elección: por diferencias relativas al cuadrado en vez de diferencias al cuadrado, la elección modelo más cercana a los porcentajes de Oak añade algunas papeletas en el "
      ))
    let turned = try await run.outcome(["distance": "relative"])
    let back = try turned.one("other_distance", about: "oak")
    #expect(try back.value("incremental").value == other.value("other_incremental").value)
    #expect(try back.value("other_incremental").value == incremental.value)
    #expect(try back.value("moved").value == other.value("moved").value)
    #expect(finding.statement.en.contains("of the distance, by squared differences, of a model without added ballots"))
    let distances = try outcome.rows("distances")
    #expect(distances.map { [$0[0], $0[1]] } == [["plain", true], ["relative", false]])
    let exchanged = try turned.rows("distances")
    #expect(exchanged.map { $0[0] } == ["relative", "plain"])
    #expect(exchanged[1].dropFirst(2) == distances[0].dropFirst(2))
    let leftOut = try outcome.one("left_out")
    #expect(
      leftOut.statement.en
        == "The fit uses 2,460 of 2,464\u{a0}sheets: the others miss a count, have fewer than 100 voters on the list, no ballots, or more ballots than voters."
    )
    #expect(try outcome.rows("repeats").count == 11 && outcome.rows("model").count == 5)
    #expect(try outcome.rows("grid", .text("incremental"), .number(0), .number(1), .number(0.02)).count == 1)
    let areas = try outcome.rows("areas")
    #expect(areas.map { $0[0] } == [.text("North"), .text("South"), .text("East")])
    #expect(areas.map { $0[1] } == [.integer(1200), .integer(1200), .integer(60)])
    #expect(areas[2].dropFirst(2).allSatisfy { $0 == .missing } && areas[0][2] != .missing)
    // The same seed gives the same repeats, whatever else is asked for.
    let again = try await run.outcome()
    #expect(again.tables["repeats"] == outcome.tables["repeats"])
    #expect(try again.rows("areas").isEmpty && again.findings == outcome.findings)
  }

  @Test func oneElectorateIsExplainedWithoutAddedBallots() async throws {
    let outcome = try await Self.run(Self.sheets(added: 0)).outcome()
    let finding = try outcome.one("little_gain", about: "elm")
    #expect(
      finding.statement.en.hasPrefix("Added ballots explain little of the shares of Elm over 2,400\u{a0}sheets: "))
    #expect(outcome.all("added_ballots").isEmpty)
  }

  @Test func everyFindingIsAScreeningWithItsCaution() {
    // What the file withholds is a fact.
    for kind in Klimek.findings.map(\.declared) where kind.code != "numbers_withheld" {
      #expect(kind.tier == .screening && kind.placement == .annex && kind.severity <= .notice)
      #expect(!kind.caution.en.isEmpty && !kind.caution.es.isEmpty)
    }
  }

  @Test func tooFewSheetsAreNotFitted() async throws {
    let run = try Self.run(Self.header + Self.odd + "e,North,900,500,400,100\n")
    let sentence = " is not fitted to Oak: 1\u{a0}sheet can be used, and they are too few or too much alike."
    #expect(try await run.outcome().one("too_few", about: "oak").statement.en == "The model" + sentence)
    #expect(try await run.outcome(["option": .string("elm")]).one("too_few").subject == "elm")
    #expect(
      await run.problems(["option": .string("el")]) == [
        "'option' is 'el', which is no option of contest 'council' | did you mean 'elm'?"
      ])
    #expect(
      await run.problems(["per": .string("town")]) == [
        "'per' is 'town', which is no area level of dataset 'sheets' | its levels are region"
      ])
  }
}
