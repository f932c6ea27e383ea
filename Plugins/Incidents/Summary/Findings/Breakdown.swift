import ModuleKit

extension Summary {
  /// How many incidents are of each category, severity, area or actor.
  struct Breakdown {
    let kept: Int
    let list: Text

    static let byCategory = kind("by_category", Text(en: "By category", es: "Por categoría"), "category", "sealing")
    static let bySeverity = kind("by_severity", Text(en: "By severity", es: "Por gravedad"), "severity", "minor")
    static let byArea = kind("by_area", Text(en: "By area", es: "Por zona"), "area", "Norte", placement: .annex)
    static let byActor = kind(
      "by_actor", Text(en: "By actor named, some in several", es: "Por actor mencionado, a veces varios en uno"),
      "actors",
      "board;party", placement: .annex)

    private static func kind(
      _ code: String, _ by: Text, _ column: String, _ value: String, placement: Placement = .body
    ) -> FindingKind<Breakdown> {
      FindingKind(
        .info, placement: placement, code: code,
        Sentence(
          en:
            "\(by.en), without those refuted, duplicates of others and those not related to the election (\(\.kept) in all): \(\.list).",
          es:
            "\(by.es), sin los refutados, los duplicados de otros ni los ajenos a la elección (en total \(\.kept)): \(\.list)."
        ), caution: Caution.counts, method: method,
        numbers: [
          .init(
            "kept", \.kept, .incidents,
            Text(
              en: "incidents neither refuted, nor duplicates, nor unrelated to the election",
              es: "incidentes ni refutados, ni duplicados, ni ajenos a la elección"))
        ], words: [.init("list", \.list)],
        examples: [
          FindingExample(
            "One incident.", ["incidents": FindingExample.Dataset("id,\(column)\n1,\(value)")], finds: "log"),
          FindingExample(
            "The only one is refuted.", ["incidents": FindingExample.Dataset("id,status,\(column)\n1,refuted,\(value)")]
          ),
        ])
    }
  }
}
