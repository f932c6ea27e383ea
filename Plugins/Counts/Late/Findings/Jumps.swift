import ModuleKit

extension Late {
  /// The jump at the cut, and how it stands among the jumps at placebo cuts, where there is room for any.
  struct Jump: Sendable {
    let jump, range: Quantity
    let bandwidth: Double
    let placebos: Int
    let p: Double
    let sheets, instants: Int
    let first, second, cut: Text

    /// That at a cut with placebo cuts beside it.
    static let amongPlacebos = FindingKind<Self>(
      .info, tier: .explanation, code: "jump",
      Sentence(
        en: "\(jumps.en) Held against \(\.placebos) placebo cuts, p = \(\.p).",
        es: "\(jumps.es) Frente a \(\.placebos) cortes de placebo, p = \(\.p)."),
      caution: Caution.jump, method: Method.localLinear,
      numbers: sizes + [
        .init("placebos", \.placebos, .number, Text(en: "placebo cuts", es: "cortes de placebo")),
        .init(
          "p", \.p, .share,
          Text(
            en: "share of cuts that jump as much, this one included",
            es: "proporción de cortes que saltan tanto")),
      ] + numbersOfSheets, words: words,
      examples: [
        FindingExample("Five sheets on either side of the cut.", fiveEachSide, with: noon, finds: "council"),
        FindingExample("Four: too few for a placebo cut beside them.", fourEachSide, with: noon),
      ])

    /// That at a cut beside which there is no room for them.
    static let withoutPlacebos = FindingKind<Self>(
      .info, tier: .explanation, code: "jump_without_placebos",
      Sentence(
        en: "\(jumps.en) There is no room for placebo cuts.",
        es: "\(jumps.es) No hay espacio para cortes de placebo."),
      caution: Caution.jump, method: Method.localLinear, numbers: sizes + numbersOfSheets, words: words,
      examples: [
        FindingExample("Four sheets on either side of the cut.", fourEachSide, with: noon, finds: "council"),
        FindingExample("Five: enough for a placebo cut beside them.", fiveEachSide, with: noon),
      ])

    private static let jumps = Sentence<Self>(
      en:
        "At the cut, \(\.cut), the margin of \(\.first) over \(\.second) jumps by \(\.jump), taking \(\.bandwidth) of the sheets on either side; over all bandwidths tried, by \(\.range).",
      es:
        "En el corte, \(\.cut), el margen de \(\.first) sobre \(\.second) salta \(\.jump), tomando el \(\.bandwidth) de las actas a cada lado; con todos los anchos de banda probados, \(\.range)."
    )
    private static let sizes: [FindingKind<Self>.Number] = [
      .init(
        "jump", \.jump, .points,
        Text(en: "margin after the cut less margin before it", es: "margen después menos antes")),
      .init(
        "range", \.range, .points,
        Text(en: "the jump over all bandwidths", es: "el salto con todos los anchos de banda")),
      .init(
        "bandwidth", \.bandwidth, .percent,
        Text(en: "sheets on either side of the cut", es: "actas a cada lado del corte")),
    ]
    private static let numbersOfSheets: [FindingKind<Self>.Number] = [
      .init("sheets", \.sheets, .sheets, Text(en: "sheets with a time", es: "actas con hora")),
      .init(
        "instants", \.instants, .number, Text(en: "instants of publication", es: "instantes de publicación")),
    ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("first", \.first), .init("second", \.second), .init("cut", \.cut),
    ]
  }

  /// There is nothing to look for a jump with.
  struct NoJump: FindingShape {
    let cut: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "The sheets do not have times of publication close enough to the cut, \(\.cut), on both sides of it to look for a jump there.",
        es:
          "Las actas no tienen horas de publicación lo bastante próximas al corte, \(\.cut), a ambos lados de él para buscar ahí un salto."
      ),
      caution: Text(
        en: "Times of snapshots are too coarse for it. It is no finding about the count.",
        es: "Las horas de los cortes publicados son demasiado imprecisas. No es un hallazgo sobre el conteo."),
      method: Method.localLinear, words: [.init("cut", \.cut)],
      examples: [
        FindingExample("Sheets without times.", Sample.parted, with: noon, finds: "council"),
        FindingExample("Five sheets on either side of the cut.", fiveEachSide, with: noon),
      ])
  }

  private static let noon: [String: Value] = ["cut": "2020-01-01T12:00:00-06:00"]
  private static let fourEachSide: KeyValuePairs<String, FindingExample.Dataset> = [
    "sheets": """
    sheet,published_to,votes_oak,votes_elm
    1,2020-01-01T11:30:00-06:00,52,48
    2,2020-01-01T11:40:00-06:00,49,51
    3,2020-01-01T11:50:00-06:00,51,49
    4,2020-01-01T12:00:00-06:00,50,50
    5,2020-01-01T12:10:00-06:00,41,59
    6,2020-01-01T12:20:00-06:00,39,61
    7,2020-01-01T12:30:00-06:00,42,58
    8,2020-01-01T12:40:00-06:00,40,60
    """
  ]
  private static let fiveEachSide: KeyValuePairs<String, FindingExample.Dataset> = [
    "sheets": """
    sheet,published_to,votes_oak,votes_elm
    1,2020-01-01T11:20:00-06:00,50,50
    2,2020-01-01T11:30:00-06:00,52,48
    3,2020-01-01T11:40:00-06:00,49,51
    4,2020-01-01T11:50:00-06:00,51,49
    5,2020-01-01T12:00:00-06:00,50,50
    6,2020-01-01T12:10:00-06:00,41,59
    7,2020-01-01T12:20:00-06:00,39,61
    8,2020-01-01T12:30:00-06:00,42,58
    9,2020-01-01T12:40:00-06:00,40,60
    10,2020-01-01T12:50:00-06:00,41,59
    """
  ]
}
