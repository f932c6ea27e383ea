import ModuleKit

extension Timeline {
  /// How many sheets became known when.
  struct SheetOrder: FindingShape {
    let sheets, batches, undated: Int
    let first, last: Text
    let source: Text

    /// The sheets without a time; empty where all have one.
    private var others: Text {
      guard undated > 0 else { return Text("") }
      return Text(
        en: "; \(Language.english.number(undated)) more \(undated == 1 ? "has" : "have") votes but no time",
        es: undated == 1
          ? "; otra tiene votos, pero no hora"
          : "; otras \(Language.spanish.number(undated)) tienen votos, pero no hora")
    }

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "According to \(\.source), \(\.sheets) became known in \(\.batches), the first \(\.first) and the last \(\.last)\(\.others).",
        es:
          "Según \(\.source), \(\.sheets) se conocieron en \(\.batches), las primeras \(\.first) y las últimas \(\.last)\(\.others)."
      ),
      caution: Text(
        en: "Sheets of one time are one batch: nothing tells the order within it. Sheets without a time are left out.",
        es:
          "Las actas de una misma hora son un lote: nada indica el orden dentro de él. Las que no tienen hora quedan fuera."
      ),
      method: Method.sheetTimes,
      numbers: [
        .init("sheets", \.sheets, .sheets, Text(en: "sheets with a time", es: "actas con hora")),
        .init("batches", \.batches, .batches, Text(en: "different times", es: "horas distintas")),
        .init("undated", \.undated, .sheets, Text(en: "sheets without a time", es: "actas sin hora")),
      ],
      words: [
        .init("source", \.source), .init("first", \.first), .init("last", \.last), .init("others", \.others),
      ],
      examples: [
        FindingExample("Two sheets of two times.", ["sheets": quarterHours], finds: "sheets"),
        FindingExample("Bulletins alone say nothing of sheets.", ["bulletins": bulletin]),
      ])
  }

  /// Times that come in steps.
  struct TimeSteps: FindingShape {
    /// Minutes.
    let step: Double
    let source: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "By the sheets of \(\.source), the mission computes that the times at which sheets became known come in steps of \(\.step): nothing shorter can be seen in them.",
        es:
          "Con las actas de \(\.source), la misión calcula que los momentos en que se conocieron las actas vienen en pasos de \(\.step): nada más breve puede verse en ellos."
      ),
      caution: Text(
        en: "A file may be copied more seldom than sheets are published.",
        es: "Un archivo puede copiarse con menos frecuencia de la que se publican actas."),
      method: Method.sheetTimes,
      numbers: [.init("step", \.step, .minutes, Text(en: "the step", es: "el paso"))],
      words: [.init("source", \.source)],
      examples: [
        FindingExample("All times lie whole quarters of an hour apart.", ["sheets": quarterHours], finds: "sheets"),
        FindingExample(
          "Times to the second.",
          [
            "sheets": """
            sheet,published_from,published_to,votes_oak,votes_elm
            1,2020-01-01T18:00:07-06:00,2020-01-01T18:00:07-06:00,60,40
            2,2020-01-01T18:00:50-06:00,2020-01-01T18:00:50-06:00,40,60
            """
          ]),
      ])
  }

  /// A long time in which no sheet was published, and how the margin moved across it.
  struct SheetSilence: FindingShape {
    let gap: Quantity
    let counted: Double
    let afterSheets: Int
    let earlierPoints, firstPoints: Double
    let before, after, a, b: Text
    let source: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "By the sheets of \(\.source), the mission computes that after the sheets published \(\.before) none was published for \(\.gap), until those published \(\.after); \(\.counted) of these sheets were in before. The margin of \(\.a) over \(\.b) is \(\.earlierPoints) up to then and \(\.firstPoints) within the first batch after, of \(\.afterSheets).",
        es:
          "Con las actas de \(\.source), la misión calcula que tras las actas publicadas \(\.before) no se publicó ninguna durante \(\.gap), hasta las que se publicaron \(\.after); antes se tenía el \(\.counted) de estas actas. El margen de \(\.a) sobre \(\.b) es de \(\.earlierPoints) hasta entonces y de \(\.firstPoints) en el primer lote posterior, de \(\.afterSheets)."
      ),
      caution: wholeFile, method: medianGaps,
      numbers: [
        .init("gap", \.gap, .hours, withoutSheet), .init("counted", \.counted, .percent, shareIn),
        .init("after_sheets", \.afterSheets, .sheets, firstAfter),
        .init("earlier_points", \.earlierPoints, .points, Text(en: "margin before", es: "margen antes")),
        .init(
          "first_points", \.firstPoints, .points,
          Text(en: "margin of the first batch after", es: "margen del primer lote posterior")),
      ],
      words: [
        .init("source", \.source), .init("before", \.before), .init("after", \.after), .init("a", \.a), .init("b", \.b),
      ],
      examples: [
        FindingExample("Nine hours among quarters of an hour.", ["sheets": interrupted], finds: "sheets_2_to_3"),
        FindingExample("Quarters of an hour alone.", ["sheets": quarterHours]),
      ])
  }

  /// A long time in which no sheet was published, where nothing is told of a margin.
  struct SheetSilenceOnly: FindingShape {
    let gap: Quantity
    let counted: Double
    let afterSheets: Int
    let before, after: Text
    let source: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "By the sheets of \(\.source), the mission computes that after the sheets published \(\.before) none was published for \(\.gap), until those published \(\.after); \(\.counted) of these sheets were in before. The first batch after it has \(\.afterSheets).",
        es:
          "Con las actas de \(\.source), la misión calcula que tras las actas publicadas \(\.before) no se publicó ninguna durante \(\.gap), hasta las que se publicaron \(\.after); antes se tenía el \(\.counted) de estas actas. El primer lote posterior tiene \(\.afterSheets)."
      ),
      caution: wholeFile, method: medianGaps,
      numbers: [
        .init("gap", \.gap, .hours, withoutSheet), .init("counted", \.counted, .percent, shareIn),
        .init("after_sheets", \.afterSheets, .sheets, firstAfter),
      ], words: [.init("source", \.source), .init("before", \.before), .init("after", \.after)],
      examples: [
        FindingExample(
          "Nine hours among quarters of an hour, and no valid vote before.",
          [
            "sheets": """
            sheet,published_from,published_to,votes_oak,votes_elm
            1,2020-01-01T18:00:00-06:00,2020-01-01T18:00:00-06:00,0,0
            2,2020-01-01T18:15:00-06:00,2020-01-01T18:15:00-06:00,0,0
            3,2020-01-01T18:30:00-06:00,2020-01-01T18:30:00-06:00,0,0
            4,2020-01-02T03:30:00-06:00,2020-01-02T03:30:00-06:00,40,60
            """
          ], finds: "sheets_2_to_3"),
        FindingExample("A margin is told with the silence.", ["sheets": interrupted]),
      ])
  }

  /// Changes of side of the lead as sheets came in.
  struct SheetReversals: FindingShape {
    let times, lead: Int
    let counted: Double
    let a, b, leader, published: Text
    let source: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "By the sheets of \(\.source), the mission computes that as sheets came in, the lead between \(\.a) and \(\.b) changed sides, as often as: \(\.times). The last time was \(\.published), with \(\.counted) of these sheets in: \(\.leader) ahead by \(\.lead).",
        es:
          "Con las actas de \(\.source), la misión calcula que, a medida que llegaban, entre \(\.a) y \(\.b) cambió quién aventajaba a quién. Cambios: \(\.times). El último fue \(\.published), con el \(\.counted) de estas actas recibidas: desde entonces \(\.leader) tenía una ventaja de \(\.lead)."
      ),
      caution: Caution.lateCount, method: Method.sheetTimes,
      numbers: [
        .init("times", \.times, .number, Text(en: "changes of side", es: "cambios de lado")),
        .init("counted", \.counted, .percent, shareIn),
        .init("lead", \.lead, .votes, Text(en: "the lead after the last", es: "la ventaja tras el último")),
      ],
      words: [
        .init("source", \.source), .init("a", \.a), .init("b", \.b), .init("leader", \.leader),
        .init("published", \.published),
      ],
      examples: [
        FindingExample("Oak is ahead with the first sheet, elm with both.", ["sheets": quarterHours], finds: "sheets"),
        FindingExample("Oak is ahead throughout.", ["sheets": interrupted]),
      ])
  }

  /// The margin by parts of the sheets in the order in which they became known.
  struct SheetTenths: FindingShape {
    let parts: Int
    let firstPoints, lastPoints, low, high: Double
    let a, b: Text
    let source: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "By the sheets of \(\.source), the mission computes that in \(\.parts) parts of about as many sheets, in the order in which they became known, the margin of \(\.a) over \(\.b) within a part is \(\.firstPoints) in the first and \(\.lastPoints) in the last; it lies between \(\.low) and \(\.high).",
        es:
          "Con las actas de \(\.source), la misión calcula que en \(\.parts) partes de casi igual número de actas, en el orden en que se conocieron, el margen de \(\.a) sobre \(\.b) dentro de cada parte es de \(\.firstPoints) en la primera y de \(\.lastPoints) en la última; está entre \(\.low) y \(\.high)."
      ),
      caution: Text(
        en:
          "Each part stands for itself. Which places report early and late is not left to chance: a change between parts is to be expected.",
        es:
          "Cada parte vale por sí misma. Qué lugares informan pronto o tarde no es fruto del azar: cabe esperar cambios entre partes."
      ),
      method: Method.sheetTimes,
      numbers: [
        .init("parts", \.parts, .number, Text(en: "parts", es: "partes")),
        .init(
          "first_points", \.firstPoints, .points,
          Text(en: "margin of the first part", es: "margen de la primera parte")),
        .init(
          "last_points", \.lastPoints, .points, Text(en: "margin of the last part", es: "margen de la última parte")),
        .init("low", \.low, .points, Text(en: "the lowest of them", es: "el menor de ellos")),
        .init("high", \.high, .points, Text(en: "the highest of them", es: "el mayor de ellos")),
      ], words: [.init("source", \.source), .init("a", \.a), .init("b", \.b)],
      examples: [
        FindingExample("Two sheets are two parts.", ["sheets": quarterHours], finds: "sheets"),
        FindingExample(
          "Sheets of one time are one part.",
          [
            "sheets": """
            sheet,published_from,published_to,votes_oak,votes_elm
            1,2020-01-01T18:00:00-06:00,2020-01-01T18:00:00-06:00,60,40
            2,2020-01-01T18:00:00-06:00,2020-01-01T18:00:00-06:00,40,60
            """
          ]),
      ])
  }

  private static let withoutSheet = Text(en: "time without a sheet", es: "tiempo sin actas")
  private static let firstAfter = Text(
    en: "sheets of the first batch after", es: "actas del primer lote posterior")
  private static let shareIn = Text(
    en: "share of these sheets that was in", es: "parte de estas actas ya recibida")
  private static let wholeFile = Text(
    en: "\(Caution.silence.en) It holds where the file has every sheet that was published, when it was.",
    es: "\(Caution.silence.es) Vale si el archivo tiene todas las actas publicadas, con su momento.")
  private static let medianGaps = Text(
    en: "gap between publication times against a multiple of the median gap: Docs/methods/counts.md, “Sheets in time”",
    es:
      "intervalo entre publicaciones frente a un múltiplo del mediano: Docs/es/methods/counts.md, «Actas en el tiempo»")

  private static let bulletin: FindingExample.Dataset = """
    id,source,published,votes_oak,votes_elm
    a,court,2020-01-01,500,400
    """
  private static let quarterHours: FindingExample.Dataset = """
    sheet,published_from,published_to,votes_oak,votes_elm
    1,2020-01-01T18:00:00-06:00,2020-01-01T18:00:00-06:00,60,40
    2,2020-01-01T18:15:00-06:00,2020-01-01T18:15:00-06:00,30,60
    """
  private static let interrupted: FindingExample.Dataset = """
    sheet,published_from,published_to,votes_oak,votes_elm
    1,2020-01-01T18:00:00-06:00,2020-01-01T18:00:00-06:00,60,40
    2,2020-01-01T18:15:00-06:00,2020-01-01T18:15:00-06:00,60,40
    3,2020-01-01T18:30:00-06:00,2020-01-01T18:30:00-06:00,60,40
    4,2020-01-02T03:30:00-06:00,2020-01-02T03:30:00-06:00,45,55
    """
}
