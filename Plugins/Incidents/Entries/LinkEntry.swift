public import Ledger
import ModuleKit

extension EntryKind {
  /// Whether a report is about an incident, as one person decided it; another entry can decide otherwise.
  public static let link = EntryKind(
    "incidents.link", version: 1, en: "whether a report is about an incident",
    es: "si un reporte es sobre un incidente",
    [
      .init(
        "incident", .string(.filled), required: true, naming: .records(of: "incidents.incident"), en: "the incident",
        es: "el incidente"),
      .init(
        "report", .string(.filled), required: true, naming: .records(of: "incidents.report"), en: "the report",
        es: "el reporte"),
      .init(
        "decision", .choice(["linked", "not_linked", "republished"]), required: true,
        en: "republished: another copy of a report that is linked",
        es: "republished: otra copia de un reporte que ya está vinculado"),
    ])
}
