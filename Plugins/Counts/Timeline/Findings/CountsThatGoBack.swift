import ModuleKit

extension Timeline {
  /// A figure that is lower in a later publication than in an earlier one.
  struct CountLowered: FindingShape {
    let before, after: Quantity
    let what, earlier, later, sources: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "By the figures of \(\.sources), the mission computes that between what was published \(\.earlier) and what was published \(\.later), a figure went down that only grows while a count goes on: \(\.what), from \(\.before) to \(\.after).",
        es:
          "Con las cifras de \(\.sources), la misión calcula que entre lo publicado \(\.earlier) y lo publicado \(\.later) bajó una cifra que solo crece mientras avanza un conteo: \(\.what), de \(\.before) a \(\.after)."
      ),
      caution: Text(
        en:
          "Corrections, slips of the pen and another total of sheets lower a count too: the publications do not say which it was. How many votes were counted in between is not known.",
        es:
          "También bajan un conteo las correcciones, los errores de transcripción y otro total de actas: lo publicado no dice cuál fue el caso. No se sabe cuántos votos se contaron entretanto."
      ),
      method: Method.differences,
      // In votes, sheets or percent: as the figure is.
      numbers: [
        .init("before", \.before, .number, Text(en: "the figure before", es: "la cifra anterior")),
        .init("after", \.after, .number, Text(en: "the figure after", es: "la cifra posterior")),
      ],
      words: [
        .init("what", \.what), .init("earlier", \.earlier), .init("later", \.later), .init("sources", \.sources),
      ],
      examples: [
        FindingExample(
          "Oak has ten votes less than a day before.",
          [
            "bulletins": """
            id,source,published,votes_oak,votes_elm
            a,court,2020-01-01,500,400
            b,court,2020-01-03,490,480
            """
          ], finds: "a_to_b_oak"),
        FindingExample(
          "No figure is lower.",
          [
            "bulletins": """
            id,source,published,votes_oak,votes_elm
            a,court,2020-01-01,500,400
            b,court,2020-01-03,500,480
            """
          ]),
      ])
  }

  /// A lead that moved by more than all the votes that can have been counted.
  struct BatchBeyondVotes: FindingShape {
    let change: Int
    let votes: Quantity
    let gaining, losing, before, after, sources, condition: Text

    static let kind = FindingKind<Self>(
      .notice, tier: .explanation, code: "batch_beyond_votes",
      Sentence(
        en:
          "As known then, by the figures of \(\.sources), the mission computes that the lead of \(\.gaining) over \(\.losing) moved by \(\.change) between the bulletin published \(\.before) and the one published \(\.after), more than the votes counted between them, \(\.votes)\(\.condition): no margin among these does that, so that one of the figures is not what it is taken for.",
        es:
          "Con la información disponible entonces y las cifras de \(\.sources), la misión calcula que la ventaja de \(\.gaining) sobre \(\.losing) se movió en \(\.change) entre el boletín publicado \(\.before) y el publicado \(\.after), más que los votos contados entre ambos, \(\.votes)\(\.condition): ningún margen entre estos lo logra, de modo que alguna de las cifras no es lo que se supone."
      ),
      caution: Text(
        en:
          "A slip, a correction, a share of sheets that is not the share of votes: any of them would do. It does not say which.",
        es:
          "Un error, una corrección, una proporción de actas que no es la de votos: cualquiera de ellos basta. No dice cuál."
      ),
      method: Method.remaining,
      numbers: [
        .init("change", \.change, .votes, Text(en: "change of the lead", es: "cambio de la ventaja")),
        .init(
          "votes", \.votes, .votes,
          Text(en: "valid votes counted between the two", es: "votos válidos contados entre los dos")),
      ],
      words: [
        .init("gaining", \.gaining), .init("losing", \.losing), .init("before", \.before), .init("after", \.after),
        .init("sources", \.sources), .init("condition", \.condition),
      ],
      examples: [
        FindingExample(
          "The lead moves by 300 votes; a hundredth of the sheets comes in.",
          [
            "bulletins": """
            id,source,published,counted_sheets,total_sheets,votes_oak,votes_elm,lead,leader
            a,court,2020-01-01,50,100,500,400,,
            b,court,2020-01-03,51,100,,,200,elm
            """
          ], finds: "a_to_b"),
        FindingExample(
          "It moves by 300 votes; as many sheets come in as were in.",
          [
            "bulletins": """
            id,source,published,counted_sheets,total_sheets,votes_oak,votes_elm,lead,leader
            a,court,2020-01-01,50,100,500,400,,
            b,court,2020-01-03,100,100,,,200,elm
            """
          ]),
      ])
  }
}
