import ModuleKit

extension Compare {
  /// How the margin of the two leading options differs between the tracks, and whom that favours.
  struct MarginChange: Sendable {
    /// The sheets on which the margin is better for the first option on the first track, and for the second.
    let aSheets, bSheets: Int
    /// By how many votes.
    let aVotes, bVotes: Int64
    /// The margin of the first option over the second that the first track shows.
    let shown: Int64
    let first, second, a, b: Text

    var net: Int64 { abs(aVotes - bVotes) }
    var margin: Int64 { abs(shown) }
    /// The net change in percent of the margin.
    var effect: Double { 100 * Double(net) / Double(margin) }
    var gaining: Text { aVotes > bVotes ? a : b }
    var leader: Text { shown > 0 ? a : b }

    /// On how many sheets it is better for each of the two that has any, and by how many votes.
    private var bothSides: Text {
      func side(_ option: Text, _ sheets: Int, _ votes: Int64) -> Text? {
        guard sheets > 0 else { return nil }
        let (sheets, votes) = (Quantity(sheets, .sheets), Quantity(Int(votes), .votes))
        return Text(
          en: "\(option.en) on \(sheets.text(.english)), by \(votes.text(.english))",
          es: "\(option.es) en \(sheets.text(.spanish)), por \(votes.text(.spanish))")
      }
      let inAll = Text(en: " in all", es: " en total")
      return switch (side(a, aSheets, aVotes), side(b, bSheets, bVotes)) {
      case (let a?, let b?):
        Text(en: "\(a.en)\(inAll.en), and better for \(b.en)", es: "\(a.es)\(inAll.es), y más favorable a \(b.es)")
      case (let one?, nil), (nil, let one?): Text(en: one.en + inAll.en, es: one.es + inAll.es)
      case (nil, nil): Text("")
      }
    }

    /// The kind of findings that say so.
    var kind: FindingKind<Self> { net == 0 ? Self.level : margin == 0 ? Self.ofTie : Self.change }

    /// A change in favour of one side, who may be ahead or not.
    static let change = FindingKind<Self>(
      .notice, code: "net_change",
      Sentence(
        en:
          "\(bothWaysEnglish) Net, that is \(\.net) for \(\.gaining): \(\.effect) of the margin of \(\.margin) by which \(\.leader) is ahead in \(\.first).",
        es:
          "\(bothWaysSpanish) En neto son \(\.net) para \(\.gaining): el \(\.effect) de la ventaja de \(\.margin) que \(\.leader) tiene en \(\.first)."
      ),
      caution: notWhy, method: Method.matching,
      numbers: sideNumbers + netAndMargin + [
        .init(
          "effect", \.effect, .percent,
          Text(
            en: "net change in percent of the margin", es: "cambio neto en porcentaje del margen"))
      ], words: sides + [.init("gaining", \.gaining), .init("leader", \.leader)],
      examples: [
        FindingExample("Two votes more for Oak, who is 30 ahead.", Example.better, finds: "all"),
        FindingExample("The same margin on both tracks.", Example.same),
      ])

    /// A change in favour of one side, where the two are level.
    static let ofTie = FindingKind<Self>(
      .notice, code: "net_of_tie",
      Sentence(
        en:
          "\(bothWaysEnglish) Net, that is \(\.net) for \(\.gaining), while the two are level in \(\.first).",
        es:
          "\(bothWaysSpanish) En neto son \(\.net) para \(\.gaining), cuando en \(\.first) hay un empate entre ambas opciones."
      ),
      caution: notWhy, method: Method.matching, numbers: sideNumbers + netAndMargin,
      words: sides + [.init("gaining", \.gaining)],
      examples: [
        FindingExample(
          "Two votes more for Oak, where both have 80.",
          Example.tracks(["1,60,40", "2,20,40"], ["1,58,40", "2,20,40"]), finds: "all"),
        FindingExample("Two votes more for Oak, who is 30 ahead.", Example.better),
      ])

    /// Changes that cancel out.
    static let level = FindingKind<Self>(
      .notice, code: "margin_level",
      Sentence(
        en: "\(bothWaysEnglish) The two cancel out.",
        es: "\(bothWaysSpanish) Ambas cosas se compensan."),
      caution: notWhy, method: Method.matching, numbers: sideNumbers, words: sides,
      examples: [
        FindingExample(
          "Two votes more on one sheet, and two fewer on the other.",
          Example.tracks(["1,60,40", "2,30,20"], ["1,58,40", "2,32,20"]), finds: "all"),
        FindingExample("Two votes more on one sheet.", Example.better),
      ])

    private static let bothWaysEnglish: Phrase<Self> =
      "Held against \(\.second), the margin in \(\.first) is better for \(\.bothSides)."
    private static let bothWaysSpanish: Phrase<Self> =
      "Frente a \(\.second), el margen en \(\.first) es más favorable a \(\.bothSides)."
    private static let notWhy = Text(
      en:
        "It shows neither which copy is wrong nor why; errors that favour one side need not be meant to. It holds for the sheets that both have.",
      es:
        "No muestra qué copia es la errónea ni por qué; los errores que favorecen a un lado no son por ello intencionados. Vale para las actas que constan en ambas fuentes."
    )
    private static let sideNumbers: [FindingKind<Self>.Number] = [
      .init(
        "a_sheets", \.aSheets, .sheets,
        Text(
          en: "sheets better for the first option", es: "actas más favorables a la primera opción")),
      .init("a_votes", \.aVotes, .votes, Text(en: "by how many votes", es: "por cuántos votos")),
      .init(
        "b_sheets", \.bSheets, .sheets,
        Text(
          en: "sheets better for the second option", es: "actas más favorables a la segunda opción")
      ),
      .init("b_votes", \.bVotes, .votes, Text(en: "by how many votes", es: "por cuántos votos")),
    ]
    private static let netAndMargin: [FindingKind<Self>.Number] = [
      .init(
        "net", \.net, .votes, Text(en: "net change of the margin", es: "cambio neto del margen")),
      .init(
        "margin", \.margin, .votes,
        Text(
          en: "the margin that the first track shows", es: "el margen que muestra la primera fuente"
        )),
    ]
    private static let sides: [FindingKind<Self>.Word] = [
      .init("first", \.first), .init("second", \.second), .init("a", \.a), .init("b", \.b),
      .init("both_sides", \.bothSides),
    ]
  }

  /// How large the differences of the margin are.
  struct LargeDifferences: FindingShape {
    let ten, hundred: Int
    let largest: Int64
    let first, second, a, b, sheet: Text

    /// On how many sheets it differs by 10 votes and by 100, where it does on any.
    private var extent: Text {
      guard ten > 0 else {
        return Text(en: "less than 10 votes on every sheet", es: "menos de 10 votos en todas las actas")
      }
      let ten = Quantity(ten, .sheets)
      let large = hundred > 0 ? Quantity(hundred, .sheets) : nil
      return Text(
        en: "at least 10 votes on \(ten.text(.english))"
          + (large.map { " and by at least 100 on \($0.text(.english))" } ?? ""),
        es: "al menos 10 votos en \(ten.text(.spanish))"
          + (large.map { " y en al menos 100 en \($0.text(.spanish))" } ?? ""))
    }

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Between \(\.first) and \(\.second) the margin of \(\.a) over \(\.b) differs by \(\.extent); the largest difference is \(\.largest), on sheet \(\.sheet).",
        es:
          "Entre \(\.first) y \(\.second) el margen de \(\.a) sobre \(\.b) difiere en \(\.extent); la mayor diferencia es de \(\.largest), en el acta \(\.sheet)."
      ),
      caution: Caution.bothMayErr, method: Method.matching,
      numbers: [
        .init(
          "ten", \.ten, .sheets,
          Text(
            en: "sheets that differ by 10 votes or more", es: "actas que difieren en 10 votos o más"
          )),
        .init(
          "hundred", \.hundred, .sheets,
          Text(
            en: "sheets that differ by 100 votes or more",
            es: "actas que difieren en 100 votos o más")),
        .init(
          "largest", \.largest, .votes,
          Text(en: "the largest difference of the margin", es: "la mayor diferencia del margen")),
      ],
      words: [
        .init("first", \.first), .init("second", \.second), .init("a", \.a), .init("b", \.b),
        .init("sheet", \.sheet), .init("extent", \.extent),
      ],
      examples: [
        FindingExample("Two votes on one sheet.", Example.better, finds: "all"),
        FindingExample("The same margin on both tracks.", Example.same),
      ])
  }

  /// Sheets on which the two leading options have each other's votes.
  struct Swapped: FindingShape {
    let swapped: Int
    let first, second, a, b: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "On \(\.swapped) the votes of \(\.a) and of \(\.b) stand in each other's place in \(\.first) and in \(\.second).",
        es:
          "En \(\.swapped) los votos de \(\.a) y de \(\.b) aparecen intercambiados entre \(\.first) y \(\.second)."
      ),
      caution: Text(
        en:
          "A slip in copying would explain it; on which side it was, only the original sheet tells.",
        es: "Lo explicaría un error de copia; solo el acta original dice de qué lado fue."),
      method: Method.matching,
      numbers: [
        .init(
          "swapped", \.swapped, .sheets,
          Text(en: "sheets with swapped votes", es: "actas con votos intercambiados"))
      ],
      words: [
        .init("first", \.first), .init("second", \.second), .init("a", \.a), .init("b", \.b),
      ],
      examples: [
        FindingExample(
          "60 to 40 on one track, and 40 to 60 on the other.",
          Example.tracks(["1,60,40"], ["1,40,60"]), finds: "all"),
        FindingExample("60 to 40 on one track, and 58 to 40 on the other.", Example.better),
      ])
  }
}
