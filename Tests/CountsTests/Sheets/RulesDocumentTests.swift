import Foundation
import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// The rules in `Docs/methods/counts.md` are those of the code. `VEEDOR_UPDATE_DOCS=1 swift test --filter RulesDocument`
/// writes them.
struct RulesDocumentTests {
  private static let path = Repository.path + "/Docs/methods/counts.md"
  private static let (start, end) = ("<!-- rules: written by RulesDocumentTests -->\n", "<!-- end of rules -->\n")

  @Test func theDocumentTellsTheRules() throws {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    let parts = text.components(separatedBy: Self.start)
    let rest = (parts.count == 2 ? parts[1] : "").components(separatedBy: Self.end)
    try #require(parts.count == 2 && rest.count == 2, "the section of rules is missing")
    let rules = SheetRule.all.map(Self.section).joined()
    if ProcessInfo.processInfo.environment["VEEDOR_UPDATE_DOCS"] == "1" {
      try (parts[0] + Self.start + rules + Self.end + rest[1]).write(
        toFile: Self.path, atomically: true, encoding: .utf8)
    } else {
      #expect(rest[0] == rules, "write it with VEEDOR_UPDATE_DOCS=1")
    }
  }

  private static func section(_ rule: SheetRule) -> String {
    var lines = [
      "", "### `\(rule.code)`", "", rule.sentence.en, "",
      "At stake: \(rule.stake.en)." + (rule.direction.map { " Net effect: \($0.en)." } ?? ""), "",
      "**What it does not show.** \(rule.caution.en)",
    ]
    for example in rule.examples { lines += ["", example.title] + block(example) + ["", verdict(example)] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func block(_ example: RuleExample) -> [String] {
    ["", "```csv"] + example.inputs.flatMap { slot, csv in (example.inputs.count > 1 ? ["# \(slot)"] : []) + [csv] }
      + ["```"]
  }

  private static func verdict(_ example: RuleExample) -> String {
    let with = example.parameters.sorted { $0.key < $1.key }.map { name, value in
      "With `\(name): \(value.double.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" } ?? "")`: "
    }
    let failures = example.breaks.sorted { $0.key < $1.key }.map { "`\($0.key)` fails, votes at stake: \($0.value)" }
    let unchecked = example.unchecked == 0 ? [] : ["not checked: \(example.unchecked)"]
    let all = failures + unchecked
    return "→ " + with.joined() + (all.isEmpty ? "kept" : all.joined(separator: "; ")) + "."
  }
}
