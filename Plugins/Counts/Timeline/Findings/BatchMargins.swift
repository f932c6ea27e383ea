import ModuleKit

extension Timeline {
  /// How the votes counted between two bulletins must have fallen, as known then.
  struct BatchMargin: FindingShape {
    let margin: Quantity
    let gaining, losing, before, after, sources, condition: Text

    static let kind = FindingKind<Self>(
      .notice, tier: .explanation,
      Sentence(
        en:
          "As known then, by the figures of \(\.sources), the mission computes that the votes counted between the bulletin published \(\.before) and the one published \(\.after) must have favoured \(\.gaining) over \(\.losing) by \(\.margin)\(\.condition).",
        es:
          "Con la información disponible entonces y las cifras de \(\.sources), la misión calcula que los votos contados entre el boletín publicado \(\.before) y el publicado \(\.after) tuvieron que favorecer a \(\.gaining) frente a \(\.losing) por \(\.margin)\(\.condition)."
      ),
      caution: Caution.lateCount, method: Method.remaining,
      numbers: [.init("margin", \.margin, .points, withinBatch)],
      words: [
        .init("gaining", \.gaining), .init("losing", \.losing), .init("before", \.before), .init("after", \.after),
        .init("sources", \.sources), .init("condition", \.condition),
      ],
      examples: [
        FindingExample("Both bulletins give votes, and the lead moves by 200.", ["bulletins": turned], finds: "a_to_b"),
        FindingExample(
          "The lead stays as it was.",
          [
            "bulletins": """
            id,source,published,votes_oak,votes_elm
            a,court,2020-01-01,500,400
            b,court,2020-01-03,600,500
            """
          ]),
      ])
  }

  /// How the votes counted between two bulletins fell, by the total declared later.
  struct BatchMarginHindsight: FindingShape {
    let margin: Quantity
    let gaining, losing, before, after, sources, condition: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "With hindsight, by the figures of \(\.sources) and the total declared later, the mission computes that the votes counted between the bulletin published \(\.before) and the one published \(\.after) favoured \(\.gaining) over \(\.losing) by \(\.margin)\(\.condition).",
        es:
          "En retrospectiva, con las cifras de \(\.sources) y el total declarado después, la misión calcula que los votos contados entre el boletín publicado \(\.before) y el publicado \(\.after) favorecieron a \(\.gaining) frente a \(\.losing) por \(\.margin)\(\.condition)."
      ),
      caution: Text(
        en: "\(Caution.hindsight.en) \(Caution.lateCount.en)", es: "\(Caution.hindsight.es) \(Caution.lateCount.es)"),
      method: Method.remaining, numbers: [.init("margin", \.margin, .points, withinBatch)],
      words: [
        .init("gaining", \.gaining), .init("losing", \.losing), .init("before", \.before), .init("after", \.after),
        .init("sources", \.sources), .init("condition", \.condition),
      ],
      examples: [
        FindingExample(
          "The second bulletin gives a lead and a share of sheets; the declared total gives its votes.",
          [
            "bulletins": """
            id,source,stage,published,counted_sheets,total_sheets,lead,leader,votes_oak,votes_elm
            a,court,,2020-01-01,20,40,,,500,400
            b,court,,2020-01-03,30,40,100,elm,,
            z,court,declared,2020-01-05,40,40,,,900,1000
            """
          ], finds: "a_to_b"),
        FindingExample("Both bulletins give votes: hindsight adds nothing.", ["bulletins": turned]),
      ])
  }

  private static let withinBatch = Text(en: "margin within the batch", es: "margen dentro del lote")
  private static let turned: FindingExample.Dataset = """
    id,source,published,votes_oak,votes_elm
    a,court,2020-01-01,500,400
    b,court,2020-01-03,700,800
    """
}
