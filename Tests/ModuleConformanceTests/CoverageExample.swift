import ModuleKit

/// Bulletins that cover less of the count than people may think.
struct Coverage: CodedOperation {
  static let summary = Text(en: "Bulletins that cover little of the count", es: "Boletines que cubren poco del conteo")

  @Input(.bulletins, "the published counts") var bulletins: Bulletins
  @Parameter("below this share of the sheets a bulletin is early", unit: "percent", in: 0...100) var early = 50.0

  enum Code: String, FindingCode {
    case earlyBulletin = "early_bulletin"

    var kind: CodedFindingKind {
      CodedFindingKind(
        .info,
        Text(
          en: "The bulletin by {source}, published {published}, covers {covered} of the sheets.",
          es: "El boletín de {source}, publicado {published}, cubre el {covered} de las actas."),
        caution: Text(
          en: "Which sheets come early says nothing of how the rest will fall.",
          es: "Qué actas llegan primero no dice cómo se repartirá el resto."),
        method: Text(en: "sheets counted divided by all sheets", es: "actas contadas divididas por todas las actas"),
        numbers: [.init("covered", .percent, Text(en: "sheets counted", es: "actas contadas"))],
        words: ["source", "published"])
    }
  }

  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {
    for bulletin in bulletins.all {
      guard let counted = bulletin.countedSheets, let total = bulletin.totalSheets, total > 0 else { continue }
      let share = 100 * Double(counted) / Double(total)
      guard share < early else { continue }
      let provenance = bulletin.provenance
      findings.add(
        .earlyBulletin, about: provenance.key, ["covered": Quantity(share, .percent)],
        words: ["source": provenance.sourceName, "published": provenance.publication.text(in: context.mission.zone)],
        from: [bulletins.evidence(bulletin)])
    }
  }
}

/// The module that offers it.
let coverage = SwiftModule(
  "coverage", version: "1",
  operations: [
    Coverage.self
  ])
