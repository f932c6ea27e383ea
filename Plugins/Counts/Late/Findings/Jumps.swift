import ModuleKit

extension Late {
  /// The jump at the cut, and how it stands among the jumps at placebo cuts, where there is room for any.
  struct Jump: Sendable {
    let jump, range: Quantity
    let bandwidth: Double
    let placebos: Int
    let p: Double
    /// How many placebo cuts have an interval, and at how many it leaves out 0.
    let tested, missed: Int
    let sheets, instants: Int
    let first, second, cut: Text
    /// Which interval it is, as a sentence.
    let basis: Text

    /// That whose interval holds at placebo cuts as often as it should.
    static let amongPlacebos = FindingKind<Self>(
      .info, tier: .explanation, code: "jump",
      Sentence(
        en: "\(heldAgainst.en); \(tested.en). \(jumps.en) \(\.basis)",
        es: "\(heldAgainst.es); \(tested.es). \(jumps.es) \(\.basis)"),
      caution: Caution.jump, method: Method.localLinear, numbers: sizes + ofPlacebos + ofTested + numbersOfSheets,
      words: words + basis)

    /// That whose interval leaves out 0 at more placebo cuts than it should.
    static let doubted = FindingKind<Self>(
      .info, tier: .explanation, code: "jump_placebos_disagree",
      Sentence(
        en:
          "\(heldAgainst.en); \(tested.en): more than chance would, so that no confidence can be put in the range that follows. \(jumps.en)",
        es:
          "\(heldAgainst.es); \(tested.es): más que por azar, de modo que el rango que sigue no merece confianza. \(jumps.es)"
      ),
      caution: Caution.jump, method: Method.localLinear, numbers: sizes + ofPlacebos + ofTested + numbersOfSheets,
      words: words)

    /// That without an interval.
    static let withoutInterval = FindingKind<Self>(
      .info, tier: .explanation, code: "jump_without_interval",
      Sentence(
        en: "\(heldAgainst.en). \(jumps.en) \(\.basis)", es: "\(heldAgainst.es). \(jumps.es) \(\.basis)"),
      caution: Caution.jump, method: Method.localLinear, numbers: sizes + ofPlacebos + numbersOfSheets,
      words: words + basis,
      examples: [
        FindingExample("Five sheets on either side of the cut.", fiveEachSide, with: noon, finds: "council"),
        FindingExample("Four: too few for a placebo cut beside them.", fourEachSide, with: noon),
      ])

    /// That at a cut beside which there is no room for them.
    static let withoutPlacebos = FindingKind<Self>(
      .info, tier: .explanation, code: "jump_without_placebos",
      Sentence(
        en: "There is no room for placebo cuts. \(jumps.en) \(\.basis)",
        es: "No hay espacio para cortes de placebo. \(jumps.es) \(\.basis)"),
      caution: Caution.jump, method: Method.localLinear, numbers: sizes + numbersOfSheets, words: words + basis,
      examples: [
        FindingExample("Four sheets on either side of the cut.", fourEachSide, with: noon, finds: "council"),
        FindingExample("Five: enough for a placebo cut beside them.", fiveEachSide, with: noon),
      ])

    private static let heldAgainst = Sentence<Self>(
      en: "Held against \(\.placebos) placebo cuts, where nothing is said to have happened, the jump has p = \(\.p)",
      es: "Frente a \(\.placebos) cortes de placebo, donde no se dice que pasara nada, el salto tiene p = \(\.p)")
    private static let tested = Sentence<Self>(
      en: "intervals made as for it leave out 0 at \(\.missed) of \(\.tested), where 5% should",
      es: "los intervalos hechos como el suyo dejan fuera el 0 en \(\.missed) de \(\.tested), donde debería el 5%")
    private static let jumps = Sentence<Self>(
      en:
        "At the cut, \(\.cut), the margin of \(\.first) over \(\.second) jumps by \(\.jump), taking \(\.bandwidth) of the sheets on either side; over all bandwidths tried, by \(\.range).",
      es:
        "En el corte, \(\.cut), el margen de \(\.first) sobre \(\.second) salta \(\.jump), tomando el \(\.bandwidth) de las actas a cada lado; con todos los anchos de banda probados, \(\.range)."
    )
    private static let ofPlacebos: [FindingKind<Self>.Number] = [
      .init("placebos", \.placebos, .number, Text(en: "placebo cuts", es: "cortes de placebo")),
      .init(
        "p", \.p, .share,
        Text(
          en: "share of cuts that jump as much, this one included",
          es: "proporción de cortes que saltan tanto")),
    ]
    private static let ofTested: [FindingKind<Self>.Number] = [
      .init(
        "tested", \.tested, .number,
        Text(en: "placebo cuts with an interval", es: "cortes de placebo con intervalo")),
      .init(
        "missed", \.missed, .number,
        Text(
          en: "placebo cuts whose interval leaves out 0", es: "cortes de placebo cuyo intervalo deja fuera el 0")),
    ]
    private static let basis: [FindingKind<Self>.Word] = [.init("basis", \.basis)]
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
