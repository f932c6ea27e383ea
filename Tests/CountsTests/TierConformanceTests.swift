import Counts
import ModuleKit
import TestSupport
import Testing

/// What a mission relies on: that no explanation and no screening goes without its caution, and that screening never
/// says more than a notice.
enum TierRules {
  /// Every breach in `manifest`, as `operation.code: what`.
  static func breaches(in manifest: Manifest) -> [String] {
    manifest.operations.flatMap { operation in
      operation.findings.flatMap { finding -> [String] in
        let (kind, name) = (finding, "\(operation.id).\(finding.code)")
        guard kind.tier != .fact else { return [] }
        var breaches: [String] = []
        for language in Language.allCases {
          // A caution of less than a clause says nothing.
          if kind.caution[language].split(separator: " ").count < 6 {
            breaches.append("\(name): no caution in \(language.rawValue)")
          }
          if !Wording.slips(in: kind.caution[language] + " " + kind.statement[language]).isEmpty {
            breaches.append("\(name): forbidden word in \(language.rawValue)")
          }
        }
        if kind.caution.en == kind.caution.es { breaches.append("\(name): caution in one language") }
        if kind.tier == .screening, kind.severity > .notice { breaches.append("\(name): more than a notice") }
        return breaches
      }
    }
  }
}

@Test func noExplanationOrScreeningFindingLacksItsCautionAndNoneOfScreeningExceedsANotice() {
  #expect(TierRules.breaches(in: counts.manifest) == [])
  let tiers = counts.manifest.operations.flatMap { $0.findings.map(\.tier) }
  #expect(tiers.contains(.screening) && tiers.contains(.explanation))
}

/// The rules see what they are there for: a manifest with one fault of each kind.
@Test func theRulesOfTiersSeeEveryBreach() {
  let caution = Text(
    en: "This says nothing of what happened anywhere.", es: "Esto no dice nada de lo que ocurrió en ninguna parte.")
  func kind(
    _ severity: Severity, _ tier: Tier, _ caution: Text, statement: String = "Something."
  ) -> DeclaredFinding {
    DeclaredFinding("", severity, tier: tier, Text(statement), caution: caution, method: Text("none"))
  }
  let half = Text(en: caution.en, es: "")
  let kinds: [(String, DeclaredFinding)] = [
    ("fine", kind(.notice, .screening, caution)),
    ("plain", kind(.critical, .fact, Text(""))),
    ("bare", kind(.info, .explanation, Text(""))),
    ("half", kind(.info, .screening, half)),
    ("same", kind(.info, .explanation, Text(caution.en))),
    ("loud", kind(.concern, .screening, caution)),
    ("sure", kind(.notice, .screening, caution, statement: "A fraud.")),
  ]
  var operation = OperationManifest("probe", summary: Text("A probe."))
  operation.findings = kinds.map { code, kind in
    var kind = kind
    kind.code = code
    return kind
  }
  #expect(
    TierRules.breaches(in: Manifest(id: "probe", version: "1", operations: [operation])) == [
      "probe.bare: no caution in en", "probe.bare: no caution in es", "probe.bare: caution in one language",
      "probe.half: no caution in es", "probe.same: caution in one language", "probe.loud: more than a notice",
      "probe.sure: forbidden word in en", "probe.sure: forbidden word in es",
    ])
}
