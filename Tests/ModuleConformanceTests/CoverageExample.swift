import ModuleKit

/// Bulletins that cover less of the count than people may think.
struct Coverage: ModuleOperation {
  static let summary = Text(en: "Bulletins that cover little of the count", es: "Boletines que cubren poco del conteo")
  static let findings: [any AnyFindingKind] = [EarlyBulletin.kind]

  @Input(.bulletins, "the published counts") var bulletins: Bulletins
  @Parameter("below this share of the sheets a bulletin is early", unit: "percent", in: 0...100) var early = 50.0

  struct EarlyBulletin: FindingShape {
    let covered: Double
    let source, published: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "The bulletin by \(\.source), published \(\.published), covers \(\.covered) of the sheets.",
        es: "El boletín de \(\.source), publicado \(\.published), cubre el \(\.covered) de las actas."),
      caution: Text(
        en: "Which sheets come early says nothing of how the rest will fall.",
        es: "Qué actas llegan primero no dice cómo se repartirá el resto."),
      method: Text(en: "sheets counted divided by all sheets", es: "actas contadas divididas por todas las actas"),
      numbers: [.init("covered", \.covered, .percent, Text(en: "sheets counted", es: "actas contadas"))],
      words: [.init("source", \.source), .init("published", \.published)],
      examples: [
        FindingExample("Ten of forty sheets.", ["bulletins": counted(10)], finds: "a"),
        FindingExample("Half of them.", ["bulletins": counted(20)]),
      ])

    private static func counted(_ sheets: Int) -> FindingExample.Dataset {
      FindingExample.Dataset("id,source,counted_sheets,total_sheets,votes_oak\na,court,\(sheets),40,500")
    }
  }

  func run(_ findings: inout Findings, _ context: Context) async throws {
    for bulletin in bulletins.all {
      guard let counted = bulletin.countedSheets, let total = bulletin.totalSheets, total > 0 else { continue }
      let share = 100 * Double(counted) / Double(total)
      guard share < early else { continue }
      let provenance = bulletin.provenance
      findings.add(
        EarlyBulletin(
          covered: share, source: provenance.sourceName,
          published: provenance.publication.text(in: context.mission.zone)),
        about: provenance.key, from: [bulletins.evidence(bulletin)])
    }
  }
}

/// The module that offers it.
let coverage = SwiftModule(
  "coverage", version: "1",
  operations: [
    Coverage.self
  ])
