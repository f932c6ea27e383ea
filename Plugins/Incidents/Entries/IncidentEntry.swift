public import Ledger
import ModuleKit

extension EntryKind {
  /// What the mission concludes from reports.
  public static let incident = EntryKind(
    "incidents.incident", version: 1, "what the mission concludes from reports",
    [
      .init("title", Schema(.string(.filled), "the incident in a few words"), required: true),
      .init("category", Schema(.string(.identifier), "what it is, in the mission's taxonomy"), required: true),
      .init("description", Schema(.string(.filled), "what is known of it")),
      .init("from", Schema(.string(.instant), "when it began, at the earliest")),
      .init("to", Schema(.string(.instant), "when it ended, at the latest")),
      .init("time_precision", Schema(.integer(1...3), "1: the day is known, 2: the week, 3: the month")),
      .init("area", Schema(.string(.filled), "where, as the mission names its areas")),
      .init("place", Schema(.string(.filled), "the place within the area")),
      .init(
        "coordinates",
        Schema(
          .string(.filled),
          "latitude and longitude in degrees, such as 14.0723,-87.1921; public exports have two decimals")),
      .init("place_precision", Schema(.integer(1...3), "1: the place is known, 2: its surroundings, 3: its region")),
      .init(
        "actors", Schema(.list(Schema(.string(.filled)), atLeast: 1), "offices, parties and groups; no private persons")
      ),
      .init(
        "severity",
        Schema(
          .choice(["critical", "major", "moderate", "minor", "insignificant"]), "how grave it is for the election")),
      .init("reports", Schema(.list(Schema(.string(.filled)), atLeast: 1), "the ids of the reports that it rests on")),
    ],
    later: [
      .init("status", Schema(.choice(IncidentStatus.allCases.map(\.rawValue)), "how it stands in the mission's work")),
      .init("duplicate_of", Schema(.string(.filled), "the incident that it is the same as")),
    ], references: ["reports", "duplicate_of"])
}
