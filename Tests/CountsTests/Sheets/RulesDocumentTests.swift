import Foundation
import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// The rules in both editions of the page on counts are those of the code. `VEEDOR_UPDATE_DOCS=1 swift test --filter
/// RulesDocument` writes them.
struct RulesDocumentTests {
  private static let pages: [(Language, String)] = [
    (.english, "Docs/methods/counts.md"), (.spanish, "Docs/es/methods/counts.md"),
  ]
  private static let (start, end) = ("<!-- rules: written by RulesDocumentTests -->\n", "<!-- end of rules -->\n")

  @Test(arguments: pages) func theDocumentTellsTheRules(language: Language, page: String) throws {
    let path = "\(Repository.path)/\(page)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let parts = text.components(separatedBy: Self.start)
    let rest = (parts.count == 2 ? parts[1] : "").components(separatedBy: Self.end)
    try #require(parts.count == 2 && rest.count == 2, "the section of rules is missing")
    let rules = SheetRule.all.map { Self.section($0, language) }.joined()
    if ProcessInfo.processInfo.environment["VEEDOR_UPDATE_DOCS"] == "1" {
      try (parts[0] + Self.start + rules + Self.end + rest[1]).write(toFile: path, atomically: true, encoding: .utf8)
    } else {
      #expect(rest[0] == rules, "write it with VEEDOR_UPDATE_DOCS=1")
    }
  }

  private static func section(_ rule: SheetRule, _ language: Language) -> String {
    let stake = Text(en: "At stake: \(rule.stake.en).", es: "En juego: \(rule.stake.es).")
    let effect = rule.direction.map { Text(en: " Net effect: \($0.en).", es: " Efecto neto: \($0.es).") }
    let caution = Text(
      en: "**What it does not show.** \(rule.caution.en)", es: "**Lo que no muestra.** \(rule.caution.es)")
    var lines = [
      "", "### `\(rule.code)`", "", rule.sentence[language], "",
      stake[language] + (effect?[language] ?? ""), "", caution[language],
    ]
    for example in rule.examples {
      lines += ["", example.title[language]] + block(example) + ["", verdict(example)[language]]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func block(_ example: RuleExample) -> [String] {
    ["", "```csv"] + example.inputs.flatMap { slot, csv in (example.inputs.count > 1 ? ["# \(slot)"] : []) + [csv] }
      + ["```"]
  }

  private static func verdict(_ example: RuleExample) -> Text {
    let with = example.parameters.sorted { $0.key < $1.key }.map { name, value in
      let code = "`\(name): \(value.double.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" } ?? "")`"
      return Text(en: "With \(code): ", es: "Con \(code): ")
    }
    let failures = example.breaks.sorted { $0.key < $1.key }.map { key, stake in
      Text(en: "`\(key)` fails, votes at stake: \(stake)", es: "`\(key)` la incumple, votos en juego: \(stake)")
    }
    let unchecked = Text(en: "not checked: \(example.unchecked)", es: "sin comprobar: \(example.unchecked)")
    let broken = failures + (example.unchecked == 0 ? [] : [unchecked])
    let all = broken.isEmpty ? [Text(en: "kept", es: "se cumple")] : broken
    return Text { language in
      "→ \(with.map { $0[language] }.joined())\(all.map { $0[language] }.joined(separator: "; "))."
    }
  }
}
