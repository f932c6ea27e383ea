import ModuleKit

extension QuickCount {
  /// The share of an option where every station's sheet came in.
  struct CountedShare: FindingShape {
    let share: Double
    let stations: Int
    let option, base: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "On the sheets of all \(\.stations) stations, \(\.option) has \(\.share) of \(\.base).",
        es:
          "En las actas de las \(\.stations) mesas, todas las que hay, \(\.option) obtiene el \(\.share) de \(\.base)."),
      caution: caution, method: method,
      numbers: [
        .init("share", \.share, .percent, Text(en: "share", es: "proporción")),
        .init("stations", \.stations, .number, Summary.inFrame),
      ],
      words: [.init("option", \.option), .init("base", \.base)],
      examples: [
        FindingExample("The sheets of all six stations.", Sample.counted, with: Sample.random, finds: "elm", "oak"),
        FindingExample("Three of them.", Sample.alone, with: Sample.random),
      ])
  }

  /// The lead where every station's sheet came in.
  struct CountedLead: FindingShape {
    let lead: Double
    let stations: Int
    let first, second, base: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "On the sheets of all \(\.stations) stations, \(\.first) less \(\.second) is \(\.lead) of \(\.base). Nothing was left to a draw, so there is no interval.",
        es:
          "En las actas de las \(\.stations) mesas, todas las que hay, \(\.first) menos \(\.second) son \(\.lead) de \(\.base). Nada quedó al azar de un sorteo, por lo que no hay intervalo."
      ),
      caution: caution, method: method,
      numbers: [
        .init(
          "lead", \.lead, .points,
          Text(en: "share of the first less that of the second", es: "proporción de la primera menos la de la segunda")),
        .init("stations", \.stations, .number, Summary.inFrame),
      ], words: [.init("first", \.first), .init("second", \.second), .init("base", \.base)],
      examples: [
        FindingExample(
          "The sheets of all six stations.", Sample.counted, with: Sample.random, finds: "elm_over_oak"),
        FindingExample("Three of them.", Sample.alone, with: Sample.random),
      ])
  }

  private static let caution = Text(
    en: "It says what these copies hold, not that the copies are right.",
    es: "Dice lo que contienen estas copias, no que las copias sean correctas.")
  private static let method = Text(en: "sums over all sheets", es: "sumas de todas las actas")
}
