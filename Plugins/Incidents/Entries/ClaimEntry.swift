public import Ledger
import ModuleKit

extension EntryKind {
  /// What a source stated of people killed, injured, detained or missing. A source's later claim is a record of its own.
  public static let claim = EntryKind(
    "incidents.claim", version: 1, en: "what a source stated of people killed, injured, detained or missing",
    es: "lo que una fuente dijo de personas muertas, heridas, detenidas o desaparecidas",
    [
      .init(
        "source", .string(.filled), required: true, naming: .sharedWords,
        en: "who says so: an office, an organisation or an outlet",
        es: "quién lo dice: una institución, una organización o un medio"),
      .init(
        "measure", .string(.identifier), required: true, naming: .sharedWords,
        en: "what is counted: killed, injured, detained, missing",
        es: "qué se cuenta: muertas (killed), heridas (injured), detenidas (detained), desaparecidas (missing)"),
      .init(
        "population", .string(.identifier), naming: .sharedWords,
        en: "among whom, such as civilian; all where it is left out",
        es: "entre quiénes, como civiles (civilian); si se omite, todas"),
      .init(
        "qualifier", .choice(Claim.Qualifier.allCases.map(\.rawValue)), en: "how the number is meant",
        es: "cómo hay que entender el número"),
      .init("value", .integer(mostPeople), en: "the number", es: "el número"),
      .init(
        "value_low", .integer(mostPeople), en: "the low end, where the claim is a range",
        es: "el extremo inferior, si lo que se dijo es un rango"),
      .init(
        "value_high", .integer(mostPeople), en: "the high end, where the claim is a range",
        es: "el extremo superior, si lo que se dijo es un rango"),
      .init("period_from", .string(.day), en: "the first day that it speaks of", es: "el primer día del que habla"),
      .init("period_to", .string(.day), en: "the last day that it speaks of", es: "el último día del que habla"),
      .init(
        "definition", .string(.filled), en: "what the source counts, in its own terms",
        es: "qué cuenta la fuente, en sus propios términos"),
      .init(
        "published", .string(.day), en: "the day on which it was published, in the mission's zone",
        es: "el día en que se publicó, en la zona horaria de la misión"),
      .init("url", .string(.filled), en: "where the original stands", es: "dónde está el original"),
      .init(
        "capture", .string(.filled), en: "SHA-256 of the copy that the mission keeps of it",
        es: "SHA-256 de la copia que la misión guarda"),
    ],
    later: [
      .init(
        "retracted", .boolean, en: "whether who logged it takes it back: the source never said so",
        es: "si quien lo anotó lo retira: la fuente nunca lo dijo")
    ])

  private static let mostPeople = 0...9_999_999_999
}
