import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// Every rule says what its examples say it does.
struct RuleExampleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: SheetRule
    let example: RuleExample
    var testDescription: String { "\(rule.code): \(example.title.en)" }
  }

  static let cases = SheetRule.all.flatMap { rule in rule.examples.map { Case(rule: rule, example: $0) } }

  @Test(arguments: cases)
  func holds(_ it: Case) async throws {
    let rule = it.rule.code
    let run = try it.example.inputs.reduce(OperationRun.sheets) { try $0.giving($1.value, as: $1.key) }
    let outcome = try await run.outcome(it.example.parameters)
    let failures = try outcome.rows("failures", .text(rule))
    let stakes = failures.filter { $0[7] != .missing }.map { (key: $0[1], stake: $0[7]) }
    #expect(
      stakes.map { "\($0.key) \($0.stake)" }.sorted()
        == it.example.breaks.map { "\(Cell.text($0.key)) \(Cell.integer(Int64($0.value)))" }.sorted())
    let row = try #require(try outcome.rows("rules", .text(rule)).first)
    #expect(row[2] == .integer(Int64(it.example.breaks.count)))
    #expect(row[3] == .integer(Int64(it.example.unchecked)))
    #expect(row[4] == .integer(Int64(it.example.breaks.values.reduce(0, +))))
    #expect(outcome.all(rule).count == (it.example.breaks.isEmpty ? 0 : 1))
  }

  @Test func everyRuleShowsWhatBreaksIt() {
    for rule in SheetRule.all {
      #expect(rule.examples.contains { !$0.breaks.isEmpty }, "\(rule.code)")
      let kind = rule.findingKind.declared
      #expect(kind.tier == .fact && kind.severity <= .notice)
    }
    let codes = Set(SheetRule.all.map(\.code))
    #expect(codes.count == SheetRule.all.count)
    #expect(
      Set(SheetChecks.findings.map(\.declared.code)).subtracting(codes)
        == [
          "rule_kept", "rules_unchecked", "extremes", "zero_filled", "keys_alike", "withheld_votes", "areas_alike",
          "numbers_withheld",
        ])
  }
}
