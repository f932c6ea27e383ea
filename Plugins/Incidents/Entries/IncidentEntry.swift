public import Ledger
import ModuleKit

extension EntryKind {
  /// What the mission concludes from reports.
  public static let incident = EntryKind(
    "incidents.incident", version: 1, en: "what the mission concludes from reports",
    es: "lo que la misión concluye de los reportes",
    [
      .init(
        "title", .string(.filled), required: true, en: "the incident in a few words",
        es: "el incidente en pocas palabras"),
      .init(
        "category", .string(.identifier), required: true, naming: .sharedWords,
        en: "what it is, of the mission's categories", es: "qué es, de las categorías de la misión"),
      .init("description", .string(.filled), en: "what is known of it", es: "lo que se sabe de él"),
      .init("from", .string(.instant), en: "when it began, at the earliest", es: "cuándo empezó, lo más temprano"),
      .init("to", .string(.instant), en: "when it ended, at the latest", es: "cuándo terminó, lo más tarde"),
      .init(
        "time_precision", .integer(1...3), en: "1: the day is known, 2: the week, 3: the month",
        es: "1: se sabe el día, 2: la semana, 3: el mes"),
      .init(
        "area", .string(.filled), naming: .sharedWords, en: "where, as the mission names its areas",
        es: "dónde, como la misión llama a sus áreas"),
      .init(
        "place", .string(.filled), naming: .sharedWords, en: "the place within the area", es: "el lugar dentro del área"
      ),
      .init(
        "coordinates", .string(.filled),
        en: "latitude and longitude in degrees, such as 14.0723,-87.1921; public exports have two decimals",
        es: "latitud y longitud en grados, como 14.0723,-87.1921; las exportaciones públicas llevan dos decimales"),
      .init(
        "place_precision", .integer(1...3), en: "1: the place is known, 2: its surroundings, 3: its region",
        es: "1: se sabe el lugar, 2: sus alrededores, 3: su región"),
      .init(
        "actors", .list(Schema(.string(.filled)), atLeast: 1), naming: .sharedWords,
        en: "offices, parties and groups; no private persons",
        es: "instituciones, partidos y grupos; ninguna persona particular"),
      .init(
        "severity", .choice(["critical", "major", "moderate", "minor", "insignificant"]),
        en: "how grave it is for the election", es: "qué tan grave es para la elección"),
      .init(
        "reports", .list(Schema(.string(.filled)), atLeast: 1), naming: .records(of: "incidents.report"),
        en: "the ids of the reports that it rests on", es: "los identificadores de los reportes en que se apoya"),
    ],
    later: [
      .init(
        "status", .choice(IncidentStatus.allCases.map(\.rawValue)), en: "how it stands in the mission's work",
        es: "cómo está en el trabajo de la misión"),
      .init(
        "duplicate_of", .string(.filled), naming: .records(of: "incidents.incident"),
        en: "the incident that it is the same as", es: "el incidente del que es repetición"),
    ])
}
