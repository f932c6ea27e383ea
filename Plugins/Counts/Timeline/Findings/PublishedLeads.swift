import ModuleKit

extension Timeline {
  /// The lead that a published count shows, in votes.
  struct VotesAhead: Sendable {
    let lead: Int
    let counted: Double?
    let source, leader, other, published, countedWords: Text

    /// That of a partial count.
    static let lead = FindingKind<Self>(
      .info, code: "lead",
      Sentence(
        en:
          "According to \(\.source), the count published \(\.published) showed \(\.leader) ahead of \(\.other) by \(\.lead), \(\.countedWords).",
        es:
          "Según \(\.source), en el conteo publicado \(\.published) \(\.leader) aventajaba a \(\.other) por \(\.lead), \(\.countedWords)."
      ),
      caution: Caution.publishedOnly, method: Method.differences, numbers: numbers, words: words,
      examples: [
        FindingExample(
          "The votes of two options, so a lead.",
          [
            "bulletins": """
            id,source,published,votes_oak,votes_elm
            a,court,2020-01-01,500,400
            """
          ], finds: "a"),
        FindingExample(
          "As many votes for each: no option is ahead.",
          [
            "bulletins": """
            id,source,published,votes_oak,votes_elm
            a,court,2020-01-01,450,450
            """
          ]),
      ])

    /// That of the result as declared.
    static let declared = FindingKind<Self>(
      .info, code: "declared_lead",
      Sentence(
        en:
          "According to \(\.source), the result declared \(\.published) shows \(\.leader) ahead of \(\.other) by \(\.lead).",
        es:
          "Según \(\.source), en el resultado declarado \(\.published) \(\.leader) aventaja a \(\.other) por \(\.lead)."
      ),
      caution: Text(
        en: "This is what the authority declared. Whether the sheets bear it out is another question.",
        es: "Esto es lo que declaró la autoridad. Si las actas lo respaldan es otra cuestión."),
      method: Method.differences, numbers: numbers, words: words,
      examples: [
        FindingExample(
          "A partial count, then the declared result.",
          [
            "bulletins": """
            id,source,stage,published,votes_oak,votes_elm
            a,court,,2020-01-01,500,400
            z,court,declared,2020-01-02,600,550
            """
          ], finds: "z"),
        FindingExample(
          "No result is declared.",
          [
            "bulletins": """
            id,source,published,votes_oak,votes_elm
            a,court,2020-01-01,500,400
            """
          ]),
      ])

    private static let numbers: [FindingKind<Self>.Number] = [
      .init(
        "lead", \.lead, .votes,
        Text(
          en: "votes of the first option less those of the second",
          es: "votos de la primera opción menos los de la segunda")),
      .init("counted", \.counted, .percent, sheetsCounted),
    ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("source", \.source), .init("leader", \.leader), .init("other", \.other), .init("published", \.published),
      .init("counted_words", \.countedWords),
    ]
  }

  /// The lead that a bulletin shows in printed shares only.
  struct LeadInShares: FindingShape {
    let lead: Quantity
    let counted: Double?
    let source, leader, other, published, countedWords: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "According to \(\.source), the count published \(\.published) showed \(\.leader) ahead of \(\.other) by \(\.lead) in the printed shares of the valid votes, \(\.countedWords).",
        es:
          "Según \(\.source), en el conteo publicado \(\.published) \(\.leader) aventajaba a \(\.other) por \(\.lead) en los porcentajes impresos de los votos válidos, \(\.countedWords)."
      ),
      caution: Caution.publishedOnly, method: Method.differences,
      numbers: [
        .init(
          "lead", \.lead, .points,
          Text(
            en: "printed share of the first option less that of the second, within their decimals",
            es: "porcentaje impreso de la primera opción menos el de la segunda, dentro de sus decimales")),
        .init("counted", \.counted, .percent, sheetsCounted),
      ],
      words: [
        .init("source", \.source), .init("leader", \.leader), .init("other", \.other), .init("published", \.published),
        .init("counted_words", \.countedWords),
      ],
      examples: [
        FindingExample(
          "Shares without votes.",
          [
            "bulletins": """
            id,source,published,counted_sheets_percent,percent_oak,percent_elm
            a,court,2020-01-01,88.76,42.48,41.70
            """
          ], finds: "a"),
        FindingExample(
          "Votes tell the lead more closely than shares.",
          [
            "bulletins": """
            id,source,published,votes_oak,votes_elm,percent_oak,percent_elm
            a,court,2020-01-01,500,400,55.56,44.44
            """
          ]),
      ])
  }

  /// A bulletin whose figures show no option ahead.
  struct Level: FindingShape {
    let counted: Double?
    let source, published, countedWords: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "According to \(\.source), the count published \(\.published) showed no option ahead in the figures that it printed, \(\.countedWords).",
        es:
          "Según \(\.source), en el conteo publicado \(\.published) ninguna opción iba en primer lugar en las cifras impresas, \(\.countedWords)."
      ),
      caution: Caution.publishedOnly, method: Method.differences,
      numbers: [.init("counted", \.counted, .percent, sheetsCounted)],
      words: [
        .init("source", \.source), .init("published", \.published), .init("counted_words", \.countedWords),
      ],
      examples: [
        FindingExample(
          "Printed shares that are the same.",
          [
            "bulletins": """
            id,source,published,percent_oak,percent_elm
            a,court,2020-01-01,42.5,42.5
            """
          ], finds: "a"),
        FindingExample(
          "Shares that differ in their last place.",
          [
            "bulletins": """
            id,source,published,percent_oak,percent_elm
            a,court,2020-01-01,42.6,42.5
            """
          ]),
      ])
  }

  /// A lead that a bulletin states and that its own votes contradict.
  struct LeadDisagrees: FindingShape {
    let stated, computed: Int
    let source, statedLeader, computedLeader: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "The lead according to \(\.source), \(\.stated) for \(\.statedLeader), is not the one that the mission computes from the votes it gives, \(\.computed) for \(\.computedLeader).",
        es:
          "La ventaja según \(\.source), \(\.stated) para \(\.statedLeader), no es la que la misión calcula con los votos que da, \(\.computed) para \(\.computedLeader)."
      ),
      caution: Text(
        en: "It may come from a slip in a report or from two versions of the count; which of them is not decided here.",
        es:
          "Puede deberse a un error de copia en un informe o a dos versiones del conteo; aquí no se decide a cuál de los dos."
      ),
      method: Method.differences,
      numbers: [
        .init("stated", \.stated, .votes, Text(en: "the lead as stated", es: "la ventaja tal como se indica")),
        .init(
          "computed", \.computed, .votes,
          Text(en: "the lead as the stated votes give it", es: "la ventaja que dan los votos indicados")),
      ],
      words: [
        .init("source", \.source), .init("stated_leader", \.statedLeader), .init("computed_leader", \.computedLeader),
      ],
      examples: [
        FindingExample(
          "A lead of 99 is stated, and the votes give 100.",
          [
            "bulletins": """
            id,source,published,lead,leader,votes_oak,votes_elm
            a,court,2020-01-01,99,oak,500,400
            """
          ], finds: "a"),
        FindingExample(
          "The lead is that of the votes.",
          [
            "bulletins": """
            id,source,published,lead,leader,votes_oak,votes_elm
            a,court,2020-01-01,100,oak,500,400
            """
          ]),
      ])
  }

  private static let sheetsCounted = Text(en: "sheets counted", es: "actas contadas")
}
