import ModuleKit

extension Timeline {
  /// What the voters of the sheets not yet in could still have brought.
  struct SheetsNotIn: Sendable {
    let needed, outstanding: Quantity
    let lead: Int
    let voters: Int64
    let counted: Double
    let leader, trailing, published, reach: Text
    let source: Text

    /// The margin that those behind still needed among them.
    static let stillNeeded = FindingKind<Self>(
      .info, tier: .explanation, code: "still_needed",
      Sentence(
        en: "\(startEnglish); \(\.trailing) needed a margin of \(\.needed) among them.\(\.reach)",
        es: "\(startSpanish); \(\.trailing) necesitaba entre ellos un margen de \(\.needed).\(\.reach)"),
      caution: Text(
        en:
          "What was possible is not what was likely: that depends on where the outstanding sheets came from. \(knownFrom.en)",
        es: "Lo posible no es lo probable: eso depende de dónde procedían las actas pendientes. \(knownFrom.es)"),
      method: Method.remaining, numbers: numbers, words: words + [.init("reach", \.reach)],
      examples: [
        FindingExample("A lead of 20, and a sheet of 100 voters to come.", listed("60,40"), finds: "sheets_0"),
        FindingExample("No list, and no later sheet: nothing is known to be outstanding.", ["sheets": first("60,40")]),
      ])

    /// A lead that not even all of them would have closed.
    static let outOfReach = FindingKind<Self>(
      .info, tier: .explanation, code: "still_out_of_reach",
      Sentence(
        en:
          "\(startEnglish). For \(\.trailing) the lead was out of reach: even all of these would not have sufficed.",
        es:
          "\(startSpanish). Para \(\.trailing) la ventaja estaba fuera de alcance: ni siquiera todos ellos habrían bastado."
      ),
      caution: Text(
        en:
          "It rests on the turnout of the sheets that were in, which the others need not share: it decides nothing. \(knownFrom.en)",
        es:
          "Se apoya en la participación de las actas recibidas, que las demás pueden no compartir: no decide nada. \(knownFrom.es)"
      ),
      method: Method.remaining, numbers: numbers, words: words,
      examples: [
        FindingExample(
          "A lead of 80 on half the turnout, and a sheet of 100 voters to come.", listed("90,10"), finds: "sheets_0"),
        FindingExample("A lead of 20, and a sheet of 100 voters to come.", listed("60,40")),
      ])

    private static let startEnglish: Phrase<Self> =
      "By the sheets of \(\.source), the mission computes that with the sheets published \(\.published), \(\.counted) of all, \(\.leader) was ahead of \(\.trailing) by \(\.lead). The \(\.voters, .number) voters of the other sheets, at the turnout of those that were in, would cast \(\.outstanding)"
    private static let startSpanish: Phrase<Self> =
      "Con las actas de \(\.source), la misión calcula que con las actas publicadas \(\.published), el \(\.counted) de todas, \(\.leader) aventajaba a \(\.trailing) por \(\.lead). Los \(\.voters, .number) electores de las demás actas, con la participación de las recibidas, emitirían \(\.outstanding)"
    private static let knownFrom = Text(
      en: "Which sheets are outstanding is told by the list, or by the file's later sheets.",
      es: "Cuáles son las actas pendientes lo dice la lista o, en su defecto, las actas posteriores del archivo.")
    private static let numbers: [FindingKind<Self>.Number] = [
      .init("needed", \.needed, .points, Text(en: "margin needed among them", es: "margen necesario entre ellos")),
      .init("lead", \.lead, .votes, Text(en: "the lead", es: "la ventaja")),
      .init(
        "outstanding", \.outstanding, .votes, Text(en: "valid votes still to come", es: "votos válidos por llegar")),
      .init(
        "voters", \.voters, .people,
        Text(en: "registered voters of sheets not in", es: "electores de actas pendientes")),
      .init("counted", \.counted, .percent, Text(en: "sheets that were in", es: "actas recibidas")),
    ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("source", \.source), .init("leader", \.leader), .init("trailing", \.trailing),
      .init("published", \.published),
    ]
  }

  /// Whether arithmetic alone decides who is ahead, by the voters of all stations whose sheets are not in.
  struct HardBound: Sendable {
    let lead: Int
    let voters: Int64
    let counted: Double
    let leader, published: Text
    let source: Text

    /// The lead is more than all of them.
    static let decided = FindingKind<Self>(
      .info, code: "decided",
      Sentence(
        en:
          "By the sheets of \(\.source), the mission computes that with the sheets published \(\.published), \(\.counted) of all, the lead of \(\.leader) over every other option was \(\.lead), more than the \(\.voters, .number) voters registered for the sheets not yet in, or not in full: no count of those could change who was ahead.",
        es:
          "Con las actas de \(\.source), la misión calcula que con las actas publicadas \(\.published), el \(\.counted) de todas, la ventaja de \(\.leader) sobre cualquier otra opción era de \(\.lead), más que los \(\.voters, .number) electores inscritos en las actas pendientes o incompletas: ningún cómputo de estas podía cambiar quién iba en primer lugar."
      ),
      caution: Text(
        en: "It takes the sheets that were in as they stood, and no voters beyond the register.",
        es: "Toma las actas recibidas como estaban, y sin electores fuera del padrón."),
      method: method, numbers: numbers, words: words,
      examples: [
        FindingExample("A lead of 120 with two sheets in, and 100 voters to come.", settled, finds: "sheets"),
        FindingExample("A lead of 20, and 100 voters to come.", listed("60,40")),
      ])

    /// The lead is not more than all of them.
    static let notDecided = FindingKind<Self>(
      .info, code: "not_decided",
      Sentence(
        en:
          "By the sheets of \(\.source), the mission computes that with the last of these sheets, \(\.published), \(\.counted) of all were in, and the lead of \(\.leader), \(\.lead), was not more than the \(\.voters, .number) voters registered for those not in, or not in full: arithmetic alone did not decide who would be ahead.",
        es:
          "Con las actas de \(\.source), la misión calcula que con las últimas de estas actas, \(\.published), se tenía el \(\.counted) de todas, y la ventaja de \(\.leader), \(\.lead), no superaba los \(\.voters, .number) electores inscritos en las pendientes o incompletas: la aritmética sola no decidía quién quedaría en primer lugar."
      ),
      caution: Text(
        en: "What arithmetic leaves open may still be unlikely.",
        es: "Lo que la aritmética deja abierto puede ser, aun así, improbable."),
      method: method, numbers: numbers, words: words,
      examples: [
        FindingExample("A lead of 20, and 100 voters to come.", listed("60,40"), finds: "sheets"),
        FindingExample("A lead of 120 with two sheets in, and 100 voters to come.", settled),
      ])

    fileprivate static let method = Text(
      en:
        "lead against the registered voters of all outstanding stations: Docs/methods/counts.md, “Sheets in time”",
      es:
        "ventaja frente a los electores inscritos de todas las mesas pendientes: Docs/es/methods/counts.md, «Actas en el tiempo»"
    )
    private static let numbers: [FindingKind<Self>.Number] =
      leadAndVoters(\.lead, \.voters) + [
        .init("counted", \.counted, .percent, Text(en: "sheets that were in", es: "actas recibidas"))
      ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("source", \.source), .init("leader", \.leader), .init("published", \.published),
    ]
    fileprivate static func leadAndVoters<Shape>(
      _ lead: any KeyPath<Shape, Int> & Sendable, _ voters: any KeyPath<Shape, Int64> & Sendable
    ) -> [FindingKind<Shape>.Number] {
      [
        .init("lead", lead, .votes, Text(en: "lead over the next option", es: "ventaja sobre la opción siguiente")),
        .init(
          "voters", voters, .people,
          Text(
            en: "registered voters of sheets not in, or without the votes of some option",
            es: "electores de actas pendientes o sin los votos de alguna opción")),
      ]
    }
    fileprivate static let settled: KeyValuePairs<String, FindingExample.Dataset> = [
      "sheets": """
      sheet,published_from,published_to,registered,votes_oak,votes_elm
      1,2020-01-01T18:00:00-06:00,2020-01-01T18:00:00-06:00,100,80,20
      2,2020-01-01T18:15:00-06:00,2020-01-01T18:15:00-06:00,100,80,20
      """,
      "stations": """
      station,registered
      1,100
      2,100
      3,100
      """,
    ]
  }

  /// A lead that the register would put out of reach, if it held.
  struct RegisterExceeded: FindingShape {
    let lead: Int
    let voters: Int64
    let exceeding: Int
    let counted: Double
    let leader, published: Text
    let source: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "By the sheets of \(\.source), the mission computes that with the last of these sheets, \(\.published), \(\.counted) of all were in, and the lead of \(\.leader), \(\.lead), was more than the \(\.voters, .number) voters registered for those not in, or not in full. Sheets that hold more votes than voters are registered for them: \(\.exceeding, .number). The register is thus no bound for those not in, and arithmetic alone did not decide who would be ahead.",
        es:
          "Con las actas de \(\.source), la misión calcula que con las últimas de estas actas, \(\.published), se tenía el \(\.counted) de todas, y la ventaja de \(\.leader), \(\.lead), superaba los \(\.voters, .number) electores inscritos en las pendientes o incompletas. Actas con más votos que electores inscritos en ellas: \(\.exceeding, .number). El padrón no acota, por tanto, las pendientes, y la aritmética sola no decidía quién quedaría en primer lugar."
      ),
      caution: Text(
        en:
          "A list that is out of date, voters let in beyond it and slips all look so. It does not say that the outcome was likely to change.",
        es:
          "Así se ven un padrón desactualizado, electores admitidos fuera de él y errores de transcripción. No dice que fuera probable un cambio."
      ),
      method: HardBound.method,
      numbers: HardBound.leadAndVoters(\.lead, \.voters) + [
        .init(
          "exceeding", \.exceeding, .sheets,
          Text(en: "sheets with more votes than registered voters", es: "actas con más votos que electores inscritos")),
        .init("counted", \.counted, .percent, Text(en: "sheets that were in", es: "actas recibidas")),
      ],
      words: [.init("source", \.source), .init("leader", \.leader), .init("published", \.published)],
      examples: [
        FindingExample(
          "A lead of 250 with a sheet of 300 votes in for 200 voters, and 100 voters to come.", listed("275,25"),
          finds: "sheets"),
        FindingExample("A lead of 120 with two sheets in, and 100 voters to come.", HardBound.settled),
      ])
  }

  private static func first(_ votes: String) -> FindingExample.Dataset {
    FindingExample.Dataset(
      """
      sheet,published_from,published_to,registered,votes_oak,votes_elm
      1,2020-01-01T18:00:00-06:00,2020-01-01T18:00:00-06:00,200,\(votes)
      """)
  }

  /// One sheet that is in, of 200 voters, beside one of 100 voters that is not.
  static func listed(_ votes: String) -> KeyValuePairs<String, FindingExample.Dataset> {
    [
      "sheets": first(votes),
      "stations": """
      station,registered
      1,200
      2,100
      """,
    ]
  }
}
