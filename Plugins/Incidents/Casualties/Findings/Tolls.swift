import ModuleKit

extension Casualties {
  /// From the lowest to the highest number over the claims that can be compared.
  struct TollRange: FindingShape {
    let toll: Quantity
    let low, high: Double
    let used, notComparable: Int
    let range, period, detail: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "The sources' latest claims\(\.period) state \(\.range): \(\.detail) (\(\.used)).",
        es: "Las últimas afirmaciones de cada fuente\(\.period) señalan \(\.range): \(\.detail) (\(\.used))."),
      caution: Text(
        en:
          "Definitions and periods differ between sources. No number is adopted here: a lower one is no correction of a higher one.",
        es:
          "Las definiciones y los períodos difieren entre las fuentes. Aquí no se adopta ninguna cifra: una más baja no corrige una más alta."
      ),
      method: Method.latest,
      numbers: [
        .init(
          "toll", \.toll, .people, Text(en: "the range over the claims compared", es: "el rango de las comparadas")),
        .init("low", \.low, .people, Text(en: "the lowest number", es: "el número más bajo")),
        .init("high", \.high, .people, Text(en: "the highest number stated", es: "el número más alto señalado")),
        .init("used", \.used, .claims, claimsCompared), .init("not_comparable", \.notComparable, .claims, notFitting),
      ],
      words: [
        .init("range", \.range), .init("period", \.period), .init("detail", \.detail),
      ],
      examples: [
        FindingExample("Two sources.", ["claims": said("1,mission,killed,23", "2,police,killed,20")], finds: "killed"),
        FindingExample("The only claim states no number.", ["claims": said("1,mission,killed,")]),
      ])
  }

  /// No claim can be compared.
  struct NoComparableClaim: FindingShape {
    let notComparable: Int
    let counted, period: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "No claim on \(\.counted) can be compared\(\.period): no number is given.",
        es: "Ninguna afirmación sobre \(\.counted) es comparable\(\.period): no se da ninguna cifra."),
      caution: Text(
        en: "That no claim fits does not show that nobody was harmed.",
        es: "Que ninguna encaje no muestra que nadie sufriera daños."),
      method: Method.latest, numbers: [.init("not_comparable", \.notComparable, .claims, notFitting)],
      words: [
        .init("counted", \.counted), .init("period", \.period),
      ],
      examples: [
        FindingExample("The only claim states no number.", ["claims": said("1,mission,killed,")], finds: "killed"),
        FindingExample("Two sources.", ["claims": said("1,mission,killed,23", "2,police,killed,20")]),
      ])
  }

  /// Claims of another period than the one asked.
  struct NotComparable: FindingShape {
    let notComparable: Int
    let claimsAre: Text

    static let kind = FindingKind<Self>(
      .info, placement: .annex,
      Sentence(
        en: "\(\.claimsAre) of another period than the one asked: not compared, in the table only.",
        es: "\(\.claimsAre) a un período distinto del pedido: sin comparar, solo en la tabla."),
      caution: Text(
        en: "A claim about another period is not wrong for that.",
        es: "Una afirmación sobre otro período no es por ello incorrecta."),
      method: Method.latest, numbers: [.init("not_comparable", \.notComparable, .claims, notFitting)],
      words: [.init("claims_are", \.claimsAre)],
      examples: [
        FindingExample(
          "A claim that does not say from when to when.", ["claims": said("1,mission,killed,23")], with: window,
          finds: "killed"),
        FindingExample("No window is asked.", ["claims": said("1,mission,killed,23")]),
      ])
  }

  /// Claims whose numbers are none of people.
  struct NotPeople: FindingShape {
    let leftOut: Int
    let topic, list: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en: "On \(\.topic), \(\.leftOut) left out of all numbers of people: \(\.list).",
        es: "Sobre \(\.topic), fuera de toda cifra de personas: \(\.leftOut), \(\.list)."),
      caution: Text(
        en: "A number in another unit says nothing of how many people it stands for, and none is below zero.",
        es: "Una cifra en otra unidad no dice a cuántas personas corresponde, y ninguna es inferior a cero."),
      method: Text(
        en: "only numbers without a unit, or in people, and not below zero are numbers of people",
        es: "solo son cifras de personas las que no llevan unidad, o la de personas, y no son inferiores a cero"),
      numbers: [
        .init("left_out", \.leftOut, .claims, Text(en: "claims left out", es: "afirmaciones que quedan fuera"))
      ], words: [.init("topic", \.topic), .init("list", \.list)],
      examples: [
        FindingExample(
          "Families.", ["claims": "id,source,measure,value,unit\n1,mission,displaced,200,families"], finds: "displaced"),
        FindingExample("People.", ["claims": "id,source,measure,value,unit\n1,mission,displaced,200,people"]),
      ])
  }

  /// The claims compared speak of different periods.
  struct PeriodsDiffer: FindingShape {
    let periods, used: Int
    /// What follows for the range; empty where a window says which periods are compared.
    let counted, consequence: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en: "The \(\.used) compared on \(\.counted) speak of \(\.periods) different periods.\(\.consequence)",
        es: "Las \(\.used) comparadas sobre \(\.counted) se refieren a \(\.periods) períodos distintos.\(\.consequence)"
      ),
      caution: Text(
        en: "Numbers for different periods neither add up nor correct one another.",
        es: "Las cifras de períodos distintos no se suman ni se corrigen entre sí."),
      method: Method.latest,
      numbers: [
        .init("periods", \.periods, .number, Text(en: "different periods", es: "períodos distintos")),
        .init("used", \.used, .claims, claimsCompared),
      ], words: [.init("counted", \.counted), .init("consequence", \.consequence)],
      examples: [
        FindingExample(
          "One for two days, one for a month.",
          [
            "claims": """
            id,source,measure,value,period_from,period_to
            1,mission,killed,23,2020-01-01,2020-01-31
            2,police,killed,20,2020-01-01,2020-01-02
            """
          ], finds: "killed"),
        FindingExample("Both give none.", ["claims": said("1,mission,killed,23", "2,police,killed,20")]),
      ])
  }

  private static let claimsCompared = Text(en: "claims compared", es: "afirmaciones comparadas")
  private static let notFitting = Text(
    en: "claims whose period does not fit", es: "afirmaciones cuyo período no encaja")
  private static let window: [String: Value] = [
    "window_from": "2020-01-01", "window_to": "2020-01-31", "tolerance_days": 3,
  ]
  private static func said(_ rows: String...) -> FindingExample.Dataset {
    FindingExample.Dataset("id,source,measure,value\n\(rows.joined(separator: "\n"))")
  }
}
