import ModuleKit

extension QuickCount {
  /// A sample from which nothing can be estimated, since no draw made it.
  struct ObservedOnly: FindingShape {
    let used, total: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "\(\.used) of \(\.total) stations were observed. They were not drawn at random, so nothing is estimated for the others.",
        es:
          "Se observaron \(\.used) de \(\.total) mesas. No se eligieron por sorteo, por lo que no se estima nada para las demás."
      ),
      caution: Text(
        en:
          "Shares among the stations observed say nothing of all stations, however many were observed, and no interval can make them do so.",
        es:
          "Las proporciones en las mesas observadas no dicen nada del conjunto, por muchas que sean, y ningún intervalo puede remediarlo."
      ),
      method: Method.counting,
      numbers: [.init("used", \.used, .number, Summary.used), .init("total", \.total, .number, Summary.inFrame)],
      examples: [
        FindingExample("Stations not drawn at random.", Sample.alone, with: Sample.notRandom, finds: "council"),
        FindingExample("Stations drawn at random.", Sample.alone, with: Sample.random),
      ])
  }

  /// A sample without votes.
  struct NothingToEstimate: FindingShape {
    let used: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en: "Sheets in the sample that can be used: \(\.used). They hold no votes, so nothing is estimated.",
        es: "Actas utilizables en la muestra: \(\.used). No contienen votos, por lo que no se estima nada."),
      caution: Text(
        en: "It shows what came in, not why nothing else did.",
        es: "Muestra lo que llegó, no por qué no llegó lo demás."),
      method: Method.counting, numbers: [.init("used", \.used, .number, Summary.used)],
      examples: [
        FindingExample(
          "One sheet, on which nobody has a vote.",
          [
            "sample": """
            sheet,stratum,votes_oak,votes_elm
            n1,north,0,0
            """, "strata": Sample.strata,
          ], with: Sample.random, finds: "council"),
        FindingExample("Sheets with votes.", Sample.alone, with: Sample.random),
      ])
  }

  /// All stations drawn came in.
  struct Complete: FindingShape {
    let drawn: Int

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "The sample is complete: of the stations drawn, \(\.drawn), all came in and can be used.",
        es: "La muestra está completa: de las mesas sorteadas, \(\.drawn), todas llegaron y pueden utilizarse."),
      caution: Text(
        en: "That all came in does not show that the copies are right, nor that the draw was random.",
        es: "Que llegaran todas no demuestra que las copias sean correctas ni que el sorteo fuera aleatorio."),
      method: Method.counting, numbers: [.init("drawn", \.drawn, .number, Summary.drawn)],
      examples: [
        FindingExample(
          "Three stations drawn, and their sheets.", Sample.complete, with: Sample.random, finds: "council"),
        FindingExample("A fourth one drawn, without a sheet.", oneMissing, with: Sample.random),
      ])
  }

  /// Some of the stations drawn are missing.
  struct Partial: FindingShape {
    let used, drawn: Int
    let response, least: Double

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "The sample is not complete: sheets of \(\.used) of the \(\.drawn) stations drawn can be used, \(\.response); in the stratum with the fewest, \(\.least). If sheets came in or not by how their stations voted, no interval can cover that; worst-case bounds do.",
        es:
          "La muestra no está completa: pueden utilizarse actas de \(\.used) de las \(\.drawn) mesas sorteadas, el \(\.response); en el estrato con menos, el \(\.least). Si las actas llegaron o no según lo votado en su mesa, ningún intervalo puede abarcarlo; los límites del peor caso, sí."
      ),
      caution: Text(
        en:
          "A partial sample is not a random sample: stations that come in first can differ from those that come in late, and no interval shows it. In Mexico in 2018 the interval at eight in the evening left out the estimate from the whole sample.",
        es:
          "Una muestra parcial no es una muestra aleatoria: las mesas que llegan primero pueden diferir de las que llegan tarde, y ningún intervalo lo muestra. En México, en 2018, el intervalo de las ocho de la noche excluía la estimación de la muestra completa."
      ),
      method: Method.counting,
      numbers: [
        .init("used", \.used, .number, Summary.used), .init("drawn", \.drawn, .number, Summary.drawn),
        .init("response", \.response, .percent, Text(en: "used of those drawn", es: "utilizadas de las sorteadas")),
        .init("least", \.least, .percent, Text(en: "the least of it by stratum", es: "el mínimo por estrato")),
      ],
      examples: [
        FindingExample("Four stations drawn, one without a sheet.", oneMissing, with: Sample.random, finds: "council"),
        FindingExample("Three stations drawn, and their sheets.", Sample.complete, with: Sample.random),
      ])
  }

  /// Nobody says which stations were drawn.
  struct DrawUnknown: FindingShape {
    let used: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Which stations were drawn is not given. Sheets used: \(\.used); nobody can tell here how many are missing.",
        es: "No se indica qué mesas se sortearon. Actas utilizadas: \(\.used); aquí no puede saberse cuántas faltan."),
      caution: Text(
        en:
          "If some are missing, the sample is partial, and a partial sample is not a random sample: no interval shows by how much it is off.",
        es:
          "Si faltan algunas, la muestra es parcial, y una muestra parcial no es una muestra aleatoria: ningún intervalo muestra cuánto se desvía."
      ),
      method: Method.counting, numbers: [.init("used", \.used, .number, Summary.used)],
      examples: [
        FindingExample("No list of the draw.", Sample.alone, with: Sample.random, finds: "council"),
        FindingExample("A list of the draw.", Sample.complete, with: Sample.random),
      ])
  }

  /// Sheets that are no part of the sample, or cannot be used, for one reason.
  struct LeftOut: FindingShape {
    let sheets: Int
    let reason: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en: "Sheets left out because \(\.reason): \(\.sheets).", es: "Actas excluidas porque \(\.reason): \(\.sheets)."
      ),
      caution: Text(
        en: "It may come from the way sheets and lists were entered; it shows nothing about the stations.",
        es: "Puede deberse a cómo se registraron las actas y las listas; no muestra nada sobre las mesas."),
      method: Method.counting,
      numbers: [.init("sheets", \.sheets, .number, Text(en: "sheets left out", es: "actas excluidas"))],
      words: [.init("reason", \.reason)],
      examples: [
        FindingExample(
          "A sheet of a stratum that the frame does not have, and one without the votes of an option.",
          [
            "sample": """
            sheet,stratum,votes_oak,votes_elm
            n1,north,4,6
            n2,north,,14
            e1,east,15,15
            """, "strata": Sample.strata,
          ], with: Sample.random, finds: "unknown_stratum", "incomplete"),
        FindingExample("Sheets of strata of the frame, with all their votes.", Sample.alone, with: Sample.random),
      ])
  }

  static let oneMissing: KeyValuePairs<String, FindingExample.Dataset> = [
    "sample": Sample.sheets, "strata": Sample.strata,
    "design": """
    station,stratum
    n1,north
    n2,north
    n3,north
    s1,south
    """,
  ]
}

extension IncomingSample.Reason {
  /// The reason as the end of a sentence that begins with `because`.
  var text: Text {
    switch self {
    case .repeated:
      Text(
        en: "another sheet of their station stands before them", es: "otra acta de su mesa figura antes que ellas")
    case .notDrawn: Text(en: "their station was not drawn", es: "su mesa no fue sorteada")
    case .notOnList:
      Text(en: "their station is not on the list of stations", es: "su mesa no figura en la lista de mesas")
    case .unknownStratum:
      Text(en: "their stratum is missing or not in the frame", es: "su estrato falta o no está en el marco muestral")
    case .incomplete: Text(en: "votes or their total are missing", es: "faltan votos o su total")
    }
  }
}
