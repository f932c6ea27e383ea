import ModuleKit

extension Partial {
  /// How many opened boxes differ.
  struct OpenedBoxes: FindingShape {
    let source: Text
    let moved: MovedMargin

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "According to \(\.source), \(\.moved.boxes) were opened one by one. Of the \(\.moved.compared, .number) whose votes are known before and after, those in which any option's votes differ: \(\.moved.differing, .number).",
        es:
          "Según \(\.source), se abrieron una por una \(\.moved.boxes). De las \(\.moved.compared, .number) cuyos votos se conocen antes y después, aquellas en que difieren los votos de alguna opción: \(\.moved.differing, .number)."
      ),
      caution: Text(
        en:
          "A difference may come from a slip of the hand. It says nothing of boxes that nobody opened, nor of why these were chosen.",
        es:
          "Una diferencia puede deberse a un error involuntario. No dice nada de las urnas que nadie abrió, ni de por qué se eligieron estas."
      ), method: Method.comparison, numbers: numbers, words: [.init("source", \.source)],
      examples: [
        FindingExample("One of two boxes differs.", opened("60,40,58,42"), finds: "scrutiny"),
        FindingExample("Votes before are not known.", opened(",,58,42", other: ",,61,39")),
      ])

    private static let numbers: [FindingKind<Self>.Number] = [
      .init("boxes", \.moved.boxes, .boxes, Opened.boxes), .init("compared", \.moved.compared, .boxes, Opened.compared),
      .init("differing", \.moved.differing, .boxes, Summary.differing),
    ]
  }

  /// In which direction, and by how much.
  struct MarginMoved: FindingShape {
    let moved: MovedMargin
    let first, second: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "In the \(\.moved.compared, .number) boxes whose votes are known before and after, the mission computes the difference, \(\.first) less \(\.second), as \(\.moved.before) before and \(\.moved.after) after. Boxes in which it rose: \(\.moved.rose, .number), by \(\.moved.gain) together; in which it fell: \(\.moved.fell, .number), by \(\.moved.loss).",
        es:
          "En las \(\.moved.compared, .number) urnas cuyos votos se conocen antes y después, la misión calcula la diferencia, \(\.first) menos \(\.second), en \(\.moved.before) antes y \(\.moved.after) después. Urnas en que subió: \(\.moved.rose, .number), en \(\.moved.gain) en conjunto; en que bajó: \(\.moved.fell, .number), en \(\.moved.loss)."
      ),
      caution: Text(
        en:
          "Changes in both directions can cancel out. Nothing follows for boxes that nobody opened, as these were not drawn for them.",
        es:
          "Los cambios en ambos sentidos pueden compensarse. Nada se sigue para las urnas que nadie abrió, pues estas no se sortearon para representarlas."
      ), method: Method.comparison,
      numbers: [
        .init("compared", \.moved.compared, .boxes, Opened.compared),
        .init("before", \.moved.before, .votes, Text(en: "difference before", es: "diferencia antes")),
        .init("after", \.moved.after, .votes, Text(en: "difference after", es: "diferencia después")),
        .init("rose", \.moved.rose, .boxes, Text(en: "boxes in which it rose", es: "urnas en que subió")),
        .init("gain", \.moved.gain, .votes, Text(en: "by so many votes together", es: "en tantos votos en conjunto")),
        .init("fell", \.moved.fell, .boxes, Text(en: "boxes in which it fell", es: "urnas en que bajó")),
        .init("loss", \.moved.loss, .votes, Text(en: "by so many votes together", es: "en tantos votos en conjunto")),
      ], words: [.init("first", \.first), .init("second", \.second)],
      examples: [
        FindingExample("Two votes from the one to the other.", opened("60,40,58,42"), finds: "scrutiny"),
        FindingExample("Votes before are not known.", opened(",,58,42", other: ",,61,39")),
      ])
  }

  /// Opened boxes of which no difference can be told.
  struct UnknownCounts: FindingShape {
    let source: Text
    let moved: MovedMargin

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Of \(\.moved.boxes) that were opened, according to \(\.source), votes before or after are not known for \(\.moved.unknown, .number): for these no difference can be computed.",
        es:
          "De \(\.moved.boxes) que se abrieron, según \(\.source), no se conocen los votos de antes o de después en \(\.moved.unknown, .number): para estas no puede calcularse ninguna diferencia."
      ),
      caution: Text(
        en: "That they are not known does not show that they differ, nor that they agree.",
        es: "Que no se conozcan no muestra que difieran, ni que coincidan."), method: Method.comparison,
      numbers: [
        .init("boxes", \.moved.boxes, .boxes, Opened.boxes),
        .init(
          "unknown", \.moved.unknown, .boxes,
          Text(en: "without votes before or after", es: "sin votos de antes o de después")),
      ], words: [.init("source", \.source)],
      examples: [
        FindingExample("Votes before are not known of one.", opened(",,58,42"), finds: "scrutiny"),
        FindingExample("All are known.", opened("60,40,58,42")),
      ])
  }

  /// The whole contest with each box at its own size.
  struct OwnSizes: FindingShape {
    let lead: Int
    let margin: Quantity
    let rest: Int
    let leader, rival: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, placement: .annex,
      Sentence(
        en:
          "By what was found in the opened boxes and what the sheets of the others state, the mission computes that \(\.leader) leads \(\.rival) by \(\.lead). Whatever the \(\.rest, .number) other boxes hold, if each has no more valid votes than its sheet states, that lead is \(\.margin), and over no other rival can it be lower.",
        es:
          "Según lo hallado en las urnas abiertas y lo que indican las actas de las demás, la misión calcula que \(\.leader) aventaja a \(\.rival) por \(\.lead). Sea cual sea el contenido de las otras \(\.rest, .number) urnas, si ninguna tiene más votos válidos de los que indica su acta, esa ventaja es de \(\.margin), y sobre ningún otro rival puede ser menor."
      ),
      caution: Text(
        en:
          "The range is wide because it takes nothing for granted about boxes that nobody opened; it does not say what is likely in them. A negative number means that the option named second could be ahead.",
        es:
          "El rango es amplio porque no da nada por sentado sobre las urnas que nadie abrió; no dice qué es probable en ellas. Un número negativo significa que podría ir por delante la opción nombrada después."
      ),
      method: Text(
        en:
          "lead in the opened boxes ± the valid votes of every other box (Stark 2008, Annals of Applied Statistics 2)",
        es:
          "ventaja en las urnas abiertas ± los votos válidos de cada una de las demás (Stark 2008, Annals of Applied Statistics 2)"
      ),
      numbers: [
        .init("lead", \.lead, .votes, Opened.lead),
        .init("margin", \.margin, .votes, Text(en: "lead in the whole contest", es: "ventaja en toda la elección")),
        .init("rest", \.rest, .boxes, Opened.rest),
      ], words: [.init("leader", \.leader), .init("rival", \.rival)],
      examples: [
        FindingExample("Three boxes, two of them opened.", opened("60,40,58,42", sheets: true), finds: "scrutiny"),
        FindingExample("The other boxes' sheets are not given.", opened("60,40,58,42")),
      ])
  }

  /// How many of the other boxes to draw, with each at its own size.
  struct OwnSizeSample: FindingShape {
    let needed, sample, rest, lead: Int
    let probability: Quantity
    let leader, rival: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "With the opened boxes as a known stratum and each other box at its own size, the mission computes that it would take errors in at least \(\.needed) of the \(\.rest, .number) others, those that can hide most, to account for the lead of \(\.leader) over \(\.rival), \(\.lead). A random draw of \(\.sample) from them would include at least one wrong box with a probability of \(\.probability) or more.",
        es:
          "Con las urnas abiertas como estrato conocido y cada una de las demás con su propio tamaño, la misión calcula que harían falta errores en al menos \(\.needed) de las \(\.rest, .number) restantes, las que más pueden ocultar, para explicar la ventaja de \(\.leader) sobre \(\.rival), \(\.lead). Un sorteo de \(\.sample) entre ellas incluiría al menos una urna con errores con una probabilidad del \(\.probability) o más."
      ),
      caution: Text(
        en:
          "It says what a draw could find, not that any box is wrong. A box is taken to hold no more valid votes than its sheet states.",
        es:
          "Dice qué podría hallar un sorteo, no que alguna urna contenga errores. Se supone que ninguna urna tiene más votos válidos de los que indica su acta."
      ),
      method: Text(
        en:
          "largest errors v + w − r of each unopened box; smallest n with C(N−B, n)/C(N, n) ≤ risk (Aslam, Popa & Rivest 2007, EVT)",
        es:
          "mayores errores v + w − r de cada urna sin abrir; el menor n con C(N−B, n)/C(N, n) ≤ riesgo (Aslam, Popa y Rivest 2007, EVT)"
      ),
      numbers: [
        .init("boxes_needed", \.needed, .boxes, Summary.needed),
        .init("rest", \.rest, .boxes, Opened.rest), .init("lead", \.lead, .votes, Opened.lead),
        .init("sample", \.sample, .boxes, Summary.sample),
        .init("probability", \.probability, .percent, Summary.probability),
      ], words: [.init("leader", \.leader), .init("rival", \.rival)],
      examples: [
        FindingExample("Three boxes, two of them opened.", opened("60,40,58,42", sheets: true), finds: "scrutiny"),
        FindingExample("The other boxes' sheets are not given.", opened("60,40,58,42")),
      ])
  }

  private enum Opened {
    static let boxes = Text(en: "boxes opened", es: "urnas abiertas")
    static let compared = Text(en: "those known before and after", es: "las conocidas antes y después")
    static let rest = Text(en: "boxes that nobody opened", es: "urnas que nadie abrió")
    static let lead = Text(
      en: "lead by the opened boxes and the other sheets", es: "ventaja según las urnas abiertas y las demás actas")
  }

  /// Two opened boxes, the first with `cells`, beside a recount of both among three; with `sheets` what all three state.
  private static func opened(
    _ cells: String, other: String = "61,39,61,39", sheets: Bool = false
  ) -> KeyValuePairs<String, FindingExample.Dataset> {
    let recounts: FindingExample.Dataset = "id,source,boxes_total,boxes_recounted\nr,court,3,2"
    let scrutiny = FindingExample.Dataset(
      "sheet,before_oak,before_elm,after_oak,after_elm\na,\(cells)\nb,\(other)")
    guard sheets else { return ["recounts": recounts, "scrutiny": scrutiny] }
    return [
      "recounts": recounts, "scrutiny": scrutiny, "sheets": "sheet,votes_oak,votes_elm\na,60,40\nb,61,39\nc,55,45",
    ]
  }
}
