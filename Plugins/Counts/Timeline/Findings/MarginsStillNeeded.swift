import ModuleKit

extension Timeline {
  /// What those behind needed among the votes still to be counted.
  struct NeededMargin: Sendable {
    let needed: Quantity
    let lead: Int
    let source, leader, trailing, published, condition, reach: Text

    /// As known then.
    static let known = FindingKind<Self>(
      .info, tier: .explanation, code: "needed_margin",
      Sentence(
        en:
          "As known then, by the figures of \(\.source), the mission computes that \(\.trailing) needed a margin of \(\.needed) among the votes still to be counted to make up \(\.lead)\(\.condition).\(\.reach)",
        es:
          "Con la información disponible entonces y las cifras de \(\.source), la misión calcula que \(\.trailing) necesitaba un margen de \(\.needed) entre los votos por contar para remontar \(\.lead)\(\.condition).\(\.reach)"
      ),
      caution: Text(
        en: "What was possible is not what was likely: that depends on where the outstanding sheets came from.",
        es: "Lo posible no es lo probable: eso depende de dónde procedían las actas pendientes."),
      method: Method.remaining, numbers: numbers, words: words + [.init("reach", \.reach)],
      examples: [
        FindingExample("Three quarters of the sheets, and a lead of 100.", ["bulletins": close], finds: "a"),
        FindingExample("A lead of 500, more than all the votes to come.", ["bulletins": far]),
      ])

    /// By the total declared later.
    static let hindsight = FindingKind<Self>(
      .info, tier: .explanation, placement: .annex, code: "needed_margin_hindsight",
      Sentence(
        en:
          "With hindsight, by the figures of \(\.source) and the total declared later, the mission computes that \(\.trailing) needed a margin of \(\.needed) among the votes then still to be counted to make up \(\.lead).",
        es:
          "En retrospectiva, con las cifras de \(\.source) y el total declarado después, la misión calcula que \(\.trailing) necesitaba un margen de \(\.needed) entre los votos entonces por contar para remontar \(\.lead)."
      ),
      caution: Caution.hindsight, method: Method.remaining, numbers: numbers, words: words,
      examples: [
        FindingExample("300 votes more are declared than were counted.", ["bulletins": closeThenDeclared], finds: "a"),
        FindingExample("No result is declared.", ["bulletins": close]),
      ])

    private static let numbers: [FindingKind<Self>.Number] = [
      .init("needed", \.needed, .points, amongOutstanding), .init("lead", \.lead, .votes, publishedLead),
    ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("source", \.source), .init("leader", \.leader), .init("trailing", \.trailing),
      .init("published", \.published), .init("condition", \.condition),
    ]
  }

  /// A lead that not even all the votes still to be counted would have closed.
  struct OutOfReach: Sendable {
    let needed, outstanding: Quantity
    let lead: Int
    let source, leader, trailing, published, condition: Text

    /// As known then.
    static let known = FindingKind<Self>(
      .info, tier: .explanation, code: "out_of_reach",
      Sentence(
        en:
          "As known then, by the figures of \(\.source), the mission computes that to make up \(\.lead) was out of reach for \(\.trailing): even all the votes still to be counted, \(\.outstanding), would not have sufficed\(\.condition).",
        es:
          "Con la información disponible entonces y las cifras de \(\.source), la misión calcula que remontar \(\.lead) estaba fuera de alcance para \(\.trailing): ni siquiera todos los votos por contar, \(\.outstanding), habrían bastado\(\.condition)."
      ),
      caution: Text(
        en:
          "How many votes were still to be counted is an estimate from the share of sheets; it takes the counted ones as they stood.",
        es:
          "Cuántos votos quedaban por contar es una estimación según la proporción de actas; toma las contadas como estaban."
      ),
      method: Method.remaining, numbers: numbers, words: words,
      examples: [
        FindingExample("A lead of 500, more than all the votes to come.", ["bulletins": far], finds: "a"),
        FindingExample("Three quarters of the sheets, and a lead of 100.", ["bulletins": close]),
      ])

    /// By the total declared later.
    static let hindsight = FindingKind<Self>(
      .info, tier: .explanation, placement: .annex, code: "out_of_reach_hindsight",
      Sentence(
        en:
          "With hindsight, by the figures of \(\.source) and the total declared later, the mission computes that to make up \(\.lead) was out of reach for \(\.trailing): even all the votes then still to be counted, \(\.outstanding), would not have sufficed.",
        es:
          "En retrospectiva, con las cifras de \(\.source) y el total declarado después, la misión calcula que remontar \(\.lead) estaba fuera de alcance para \(\.trailing): ni siquiera todos los votos entonces por contar, \(\.outstanding), habrían bastado."
      ),
      caution: Caution.hindsight, method: Method.remaining, numbers: numbers, words: words,
      examples: [
        FindingExample(
          "100 votes more are declared than were counted, and the lead is 500.",
          [
            "bulletins": """
            id,source,stage,published,votes_oak,votes_elm
            a,court,,2020-01-01,700,200
            z,court,declared,2020-01-02,750,250
            """
          ], finds: "a"),
        FindingExample("300 votes more, and a lead of 100.", ["bulletins": closeThenDeclared]),
      ])

    private static let numbers: [FindingKind<Self>.Number] = [
      .init("needed", \.needed, .points, amongOutstanding), .init("lead", \.lead, .votes, publishedLead),
      .init("outstanding", \.outstanding, .votes, stillToCome),
    ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("source", \.source), .init("leader", \.leader), .init("trailing", \.trailing),
      .init("published", \.published), .init("condition", \.condition),
    ]
  }

  /// A count that could not establish the order of two options.
  struct OpenOutcome: FindingShape {
    let outstanding: Quantity
    let lead: Int
    let source, leader, trailing, published, condition: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "By the figures of \(\.source), the mission computes that the count published \(\.published) could not establish the order of \(\.leader) and \(\.trailing): \(\.outstanding) were still to be counted, more than the lead of \(\.lead)\(\.condition).",
        es:
          "Con las cifras de \(\.source), la misión calcula que el conteo publicado \(\.published) no permitía establecer el orden entre \(\.leader) y \(\.trailing): quedaban por contar \(\.outstanding), más que la ventaja de \(\.lead)\(\.condition)."
      ),
      caution: Text(
        en: "It says nothing of who was likelier to be ahead in the end.",
        es: "No dice quién era más probable que quedara en primer lugar."),
      method: Method.remaining,
      numbers: [
        .init("outstanding", \.outstanding, .votes, stillToCome), .init("lead", \.lead, .votes, publishedLead),
      ],
      words: [
        .init("source", \.source), .init("leader", \.leader), .init("trailing", \.trailing),
        .init("published", \.published), .init("condition", \.condition),
      ],
      examples: [
        FindingExample("300 votes are to come, more than the lead of 100.", ["bulletins": close], finds: "a"),
        FindingExample("A lead of 500, more than all the votes to come.", ["bulletins": far]),
      ])
  }

  private static let amongOutstanding = Text(
    en: "margin needed among the outstanding votes", es: "margen necesario entre los votos pendientes")
  private static let publishedLead = Text(en: "the published lead", es: "la ventaja publicada")
  private static let stillToCome = Text(en: "valid votes still to be counted", es: "votos válidos por contar")

  private static let close: FindingExample.Dataset = """
    id,source,published,counted_sheets,total_sheets,votes_oak,votes_elm
    a,court,2020-01-01,30,40,400,500
    """
  private static let far: FindingExample.Dataset = """
    id,source,published,counted_sheets,total_sheets,votes_oak,votes_elm
    a,court,2020-01-01,30,40,700,200
    """
  private static let closeThenDeclared: FindingExample.Dataset = """
    id,source,stage,published,votes_oak,votes_elm
    a,court,,2020-01-01,400,500
    z,court,declared,2020-01-02,550,650
    """
}
