public import Ledger
import ModuleKit

extension EntryKind {
  /// How far a report is believed, by the Admiralty code: its source and what it says, rated apart.
  public static let assessment = EntryKind(
    "incidents.assessment", version: 1, en: "how far a report is believed, by one assessor",
    es: "cuánto se le cree a un reporte, según quien lo evalúa",
    [
      .init(
        "report", .string(.filled), required: true, naming: .records(of: "incidents.report"), en: "the report",
        es: "el reporte"),
      .init(
        "reliability", .choice(["A", "B", "C", "D", "E", "F"]), required: true,
        en: "of the source: A reliable to E unreliable, F not to be judged",
        es: "de la fuente: de A confiable a E no confiable; F no se puede juzgar"),
      .init(
        "credibility", .integer(1...6), required: true,
        en: "of what it says: 1 confirmed to 5 improbable, 6 not to be judged",
        es: "de lo que dice: de 1 confirmado a 5 improbable; 6 no se puede juzgar"),
    ], disclosure: .none)
}
