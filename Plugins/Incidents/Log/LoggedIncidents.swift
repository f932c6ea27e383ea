import ModuleKit

/// The incidents of a mission's log, as far as they can be counted: nothing in them tells of a person, or of a place within an area.
struct LoggedIncidents: Sendable {
  /// Where they come from.
  let source: DatasetSource
  /// The incidents, in the order of the file.
  let all: [LoggedIncident]

  /// `incidents` as evidence.
  func evidence(_ incidents: [LoggedIncident]) -> Evidence {
    let isVerified = !incidents.isEmpty && incidents.allSatisfy { $0.status == .verified }
    return Evidence(
      dataset: source.dataset, rows: incidents.map { RowKey($0.key) }, citations: [source.citation],
      basis: isVerified ? .verified : .reported)
  }
}

/// One incident of a log.
struct LoggedIncident {
  /// Its key: of a ledger, the record's id.
  let key: String
  /// How it stands.
  let status: LoggedStatus
  /// What it is, in the mission's taxonomy; nil where authors contradict one another.
  let category: String?
  /// How grave it is.
  let severity: IncidentSeverity?
  /// Where it was, as the mission names its areas.
  let area: String?
  /// The day on which it began, where that is known to the day.
  let day: Day?
  /// Offices, parties and groups.
  let actors: [String]
  /// The fields that authors set apart from one another, and nobody has settled.
  let conflicts: [String]
  /// When the newest of its entries was recorded.
  let recorded: Instant?

  /// Whether it counts among what is logged: it is neither refuted, nor another's duplicate, nor unrelated to the election.
  var isKept: Bool { ![.refuted, .duplicateOf, .notElectionRelated].contains(status) }
}

/// How grave an incident is for the election.
enum IncidentSeverity: String, CellWord, FieldValue {
  case critical, major, moderate, minor, insignificant

  var text: Text {
    switch self {
    case .critical: Text(en: "critical", es: "crítica")
    case .major: Text(en: "major", es: "grave")
    case .moderate: Text(en: "moderate", es: "moderada")
    case .minor: Text(en: "minor", es: "leve")
    case .insignificant: Text(en: "insignificant", es: "insignificante")
    }
  }
}

/// How an incident stands, as it is counted: as its status says, unless something speaks against taking that at its word.
enum LoggedStatus: String, CellWord, FieldValue {
  case new
  case inReview = "in_review"
  case corroborated
  /// By another author than the one who opened it.
  case verified
  /// By the author who opened it, and nobody else: that is none.
  case verifiedByItsAuthor = "verified_by_its_author"
  case refuted
  case notElectionRelated = "not_election_related"
  case duplicateOf = "duplicate_of"
  case closed, reopened
  /// Several people set it apart from one another.
  case disputed
  /// Entries that the program cannot read have changed it.
  case unreadable

  var text: Text {
    switch self {
    case .new: Text(en: "new", es: "nuevo")
    case .inReview: Text(en: "in review", es: "en revisión")
    case .corroborated: Text(en: "corroborated", es: "corroborado")
    case .verified: Text(en: "verified", es: "verificado")
    case .verifiedByItsAuthor:
      Text(en: "verified by its own author alone", es: "verificado solo por su propio autor")
    case .refuted: Text(en: "refuted", es: "refutado")
    case .notElectionRelated: Text(en: "not related to the election", es: "ajeno a la elección")
    case .duplicateOf: Text(en: "duplicate of another", es: "duplicado de otro")
    case .closed: Text(en: "closed", es: "cerrado")
    case .reopened: Text(en: "reopened", es: "reabierto")
    case .disputed: Text(en: "disputed", es: "en disputa")
    case .unreadable: Text(en: "not readable for this program", es: "ilegible para este programa")
    }
  }
}

/// The fields of logged incidents.
struct LoggedIncidentFields: RowFields {
  /// What stands between actors, and between names of fields.
  static let separator: Character = ";"

  let id = Field<String>("id", role: .key, "the incident's key; of a ledger, the record's id")
  let status = Field<LoggedStatus>(
    "status", "how it stands; `new` where empty; `verified` where another author than the one who opened it says so")
  let category = Field<String>("category", "what it is, by the key of one of the mission's categories")
  let severity = Field<IncidentSeverity>("severity", "how grave it is for the election")
  let area = Field<String>("area", "where, as the mission names its areas")
  let from = Field<Instant>("from", "when it began, at the earliest")
  let timePrecision = Field<Int>(
    "time_precision", least: 1, "1 or nothing: the day is known; 2: the week, 3: the month")
  let actors = Field<String>("actors", "offices, parties and groups, with `;` between them; no private persons")
  let conflicts = Field<String>(
    "conflicts", "the fields that authors set apart from one another, with `;` between them")
  let recorded = Field<Instant>("recorded", "when the newest of its entries was recorded")
  let publication = PublicationFields()

  /// The parts of `text` between separators.
  static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: separator).map(\.withoutOuterBlanks).filter { !$0.isEmpty }
  }
}

extension DatasetKind where Content == LoggedIncidents {
  /// The incidents of a mission's log, one a row.
  static var incidents: Self {
    DatasetKind(
      "incidents",
      "the incidents of a mission's log, one a row, as far as they can be counted; `from: ledger` reads them there"
    ) { _ in
      LoggedIncidentFields()
    } load: { source, fields in
      LoggedIncidents(
        source: source,
        all: (0..<source.table.rowCount).map { row in
          let isDayKnown = (fields.timePrecision[row] ?? 1) == 1
          return LoggedIncident(
            key: fields.id[row] ?? "", status: fields.status[row] ?? .new, category: fields.category.filled(row),
            severity: fields.severity[row], area: fields.area.filled(row),
            day: isDayKnown ? fields.from[row].map { source.zone.clock(at: $0).day } : nil,
            actors: LoggedIncidentFields.list(fields.actors[row]),
            conflicts: LoggedIncidentFields.list(fields.conflicts[row]), recorded: fields.recorded[row])
        })
    }
  }

}
