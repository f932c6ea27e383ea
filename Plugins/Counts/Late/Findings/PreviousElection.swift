import ModuleKit

extension Late {
  /// How many stations the previous election has too.
  struct PreviousStations: FindingShape {
    let matched, stations: Int
    let covered: Double
    let gone: Int

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "Stations counted early or late that stand in the previous election too: \(\.matched, .number) of \(\.stations, .number), with \(\.covered) of the late votes; stations of the previous election that are not in today's count: \(\.gone, .number). What is said of the previous election is said of the stations in both.",
        es:
          "Mesas contadas antes o después que están también en la elección anterior: \(\.matched, .number) de \(\.stations, .number), con el \(\.covered) de los votos tardíos; mesas de la elección anterior que no están en el conteo de hoy: \(\.gone, .number). Lo que se dice de la elección anterior se dice de las mesas que están en ambas."
      ),
      caution: keys, method: Method.previousElection,
      numbers: [
        .init("matched", \.matched, .stations, Text(en: "stations in both elections", es: "mesas en ambas elecciones")),
        .init("stations", \.stations, .stations, countedToday),
        .init(
          "covered", \.covered, .percent,
          Text(en: "late votes of stations in both elections", es: "votos tardíos de mesas en ambas elecciones")),
        .init(
          "gone", \.gone, .stations,
          Text(
            en: "stations of the previous election that are not in today's count",
            es: "mesas de la elección anterior que no están en el conteo de hoy")),
      ],
      examples: [
        FindingExample("Both stations stand in the previous election.", inBoth, finds: "council"),
        FindingExample("The late one does not.", earlyInBoth),
      ])
  }

  /// The previous election lacks the early stations, or the late ones.
  struct PreviousUnmatched: FindingShape {
    let stations, early, late: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "The previous election tells nothing of the shift: of \(\.stations) counted today it has \(\.early, .number) with early votes and \(\.late, .number) with late ones.",
        es:
          "La elección anterior no dice nada del cambio: de \(\.stations) contadas hoy tiene \(\.early, .number) con votos tempranos y \(\.late, .number) con votos tardíos."
      ),
      caution: keys, method: Method.previousElection,
      numbers: [
        .init("stations", \.stations, .stations, countedToday),
        .init(
          "early", \.early, .stations,
          Text(en: "stations in both elections with early votes", es: "mesas en ambas elecciones con votos tempranos")),
        .init(
          "late", \.late, .stations,
          Text(en: "stations in both elections with late votes", es: "mesas en ambas elecciones con votos tardíos")),
      ],
      examples: [
        FindingExample("The previous election does not have the late station.", earlyInBoth, finds: "council"),
        FindingExample("It has both stations.", inBoth),
      ])
  }

  /// The shift between the same stations in the previous election.
  struct PreviousShift: FindingShape {
    let today, before, difference: Double
    let first, second, previousFirst, previousSecond: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "At the stations in both elections, the margin of \(\.first) over \(\.second) shifts by \(\.today) from early to late. In the previous election, at the same stations in today's order, that of \(\.previousFirst) over \(\.previousSecond) shifts by \(\.before), before anything of today's count happened; the difference, \(\.difference), is the change since of late stations less that of early ones.",
        es:
          "En las mesas que están en ambas elecciones, el margen de \(\.first) sobre \(\.second) cambia \(\.today) de las tempranas a las tardías. En la elección anterior, en las mismas mesas y en el orden de hoy, el de \(\.previousFirst) sobre \(\.previousSecond) cambia \(\.before), antes de que ocurriera nada del conteo de hoy; la diferencia, \(\.difference), es la variación desde entonces de las mesas tardías menos la de las tempranas."
      ),
      caution: Text(
        en:
          "Each station counts with its valid votes of today in both. Candidates, registers and turnout change, not in all places alike; and what was done to sheets of the same places in both elections does not show. On Bolivia 2019 published readings differ: Idrobo, Kronick and Rodríguez (version of June 2020) report nearly identical patterns in the previous election, Escobari and Hoover (2024) a difference from the referendum of 2016.",
        es:
          "Cada mesa cuenta en ambas con sus votos válidos de hoy. Candidatos, padrones y participación varían, y no en todos los lugares por igual; y lo que se hiciera en ambas elecciones con actas de los mismos lugares no se ve. Sobre Bolivia 2019 las lecturas publicadas difieren: Idrobo, Kronick y Rodríguez (versión de junio de 2020) informan de patrones casi idénticos en la elección anterior; Escobari y Hoover (2024), de una diferencia con el referendo de 2016."
      ),
      method: Method.previousElection,
      numbers: [
        .init("today", \.today, .points, Text(en: "late margin less early margin", es: "margen tardío menos temprano")),
        .init(
          "before", \.before, .points,
          Text(en: "the same in the previous election", es: "lo mismo en la elección anterior")),
        .init(
          "difference", \.difference, .points,
          Text(
            en: "change of late stations less change of early ones",
            es: "variación de las mesas tardías menos la de las tempranas")),
      ],
      words: [
        .init("first", \.first), .init("second", \.second), .init("previous_first", \.previousFirst),
        .init("previous_second", \.previousSecond),
      ],
      examples: [
        FindingExample("The late station voted otherwise in the previous election too.", inBoth, finds: "council"),
        FindingExample("The previous election does not have the late station.", earlyInBoth),
      ])
  }

  private static let countedToday = Text(en: "stations counted early or late", es: "mesas contadas antes o después")
  private static let keys = Text(
    en:
      "What is left out may differ from the rest. Stations are matched by their keys: one that was numbered otherwise, parted or joined since is not found, or is taken for another.",
    es:
      "Lo que queda fuera puede ser distinto del resto. Las mesas se emparejan por sus claves: una que desde entonces cambió de número, se dividió o se unió no se encuentra, o se toma por otra."
  )

  private static let inBoth: KeyValuePairs<String, FindingExample.Dataset> = [
    "sheets": Sample.pair, "early": Sample.first,
    "previous": """
    sheet,votes_oak,votes_elm
    1,55,45
    2,42,58
    """,
  ]
  private static let earlyInBoth: KeyValuePairs<String, FindingExample.Dataset> = [
    "sheets": Sample.pair, "early": Sample.first, "previous": Sample.first,
  ]
}
