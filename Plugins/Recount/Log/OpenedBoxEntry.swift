public import Ledger
import ModuleKit

extension EntryKind {
  /// A box that was opened and counted again, as one observer logs it. What two observers log of one box are two records, of one sheet.
  public static let openedBox = EntryKind(
    "recount.opened_box", version: 1, en: "a box that was opened and counted again, as one observer logs it",
    es: "una urna que se abrió y se volvió a contar, como la anota un observador",
    [
      .init(
        "sheet", .string(.filled), required: true, en: "the box: the key of its sheet",
        es: "la urna: la clave de su acta"),
      .init("reason", .string(.filled), naming: .sharedWords, en: "why it was opened", es: "por qué se abrió"),
      .init(
        "attended", .list(Schema(.string(.filled)), atLeast: 1), naming: .sharedWords,
        en: "parties, offices and missions that attended", es: "partidos, instituciones y misiones presentes"),
      .init(
        "votes_before", .list(Schema(.string(.optionVotes)), atLeast: 1), en: "votes before, each as option=votes",
        es: "los votos de antes, cada uno como opción=votos"),
      .init(
        "votes_after", .list(Schema(.string(.optionVotes)), atLeast: 1), en: "votes after, each as option=votes",
        es: "los votos de después, cada uno como opción=votos"),
      .init(
        "contest", .string(.identifier), en: "the contest, where several are counted from one box",
        es: "la elección de que se trata, si de una urna se cuentan varias"),
    ],
    later: [.init("retracted", .boolean, en: "whether who logged it takes it back", es: "si quien lo anotó lo retira")])
}
