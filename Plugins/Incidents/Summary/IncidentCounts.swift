import ModuleKit

/// How many incidents of a log are of each status, category, area, day, severity and actor.
struct IncidentCounts {
  /// By what incidents are counted.
  enum Dimension: String, CellWord {
    case status, category, severity, area, day, actor

    var text: Text {
      switch self {
      case .status: Text(en: "status", es: "estado")
      case .category: Text(en: "category", es: "categoría")
      case .severity: Text(en: "severity", es: "gravedad")
      case .area: Text(en: "area", es: "zona")
      case .day: Text(en: "day", es: "día")
      case .actor: Text(en: "actor named", es: "actor mencionado")
      }
    }
  }

  /// One value of a dimension. Those that nobody gave, or that authors contradict, have a row of their own.
  struct Row {
    let dimension: Dimension
    /// The value as the log has it.
    let value: String
    /// The value for readers.
    let name: Text
    let incidents: [LoggedIncident]

    var verified: Int { incidents.count { $0.status == .verified } }
  }

  static let table = TableKind<Row>(
    "counts", Text(en: "What the log holds", es: "Lo que contiene el registro"),
    columns: [
      .init("dimension", Text(en: "By", es: "Por")) { $0.dimension },
      .init("value", Text(en: "As the log has it", es: "Según el registro")) { $0.value },
      .init("name", Text(en: "Value", es: "Valor")) { $0.name },
      .init("incidents", .incidents, Text(en: "Incidents", es: "Incidentes")) { $0.incidents.count },
      .init("verified", .incidents, Text(en: "Of these verified", es: "De ellos, verificados")) { $0.verified },
    ])

  /// All incidents of the log.
  let all: [LoggedIncident]
  /// Those that are neither refuted, nor duplicates, nor unrelated to the election.
  let kept: [LoggedIncident]

  private let categories: Categories

  /// The counts of `incidents`, whose categories readers call as `categories` say.
  init(_ incidents: [LoggedIncident], _ categories: Categories = .usual) {
    (all, kept, self.categories) = (incidents, incidents.filter(\.isKept), categories)
  }

  /// The rows of every dimension.
  var rows: [Row] { Dimension.allCases.flatMap(rows) }

  /// The rows of `dimension`: statuses of all incidents, else of those that are kept; statuses and severities in their order, days
  /// in that of the calendar, the rest by name: an order that ranks nobody.
  func rows(_ dimension: Dimension) -> [Row] {
    let incidents = dimension == .status ? all : kept
    var groups: [Key: [LoggedIncident]] = [:]
    for incident in incidents {
      for key in keys(of: incident, dimension) { groups[key, default: []].append(incident) }
    }
    return groups.sorted { $0.key < $1.key }.map {
      Row(dimension: dimension, value: $0.key.value, name: $0.key.name, incidents: $0.value)
    }
  }

  /// A value with its place among the others.
  private struct Key: Hashable, Comparable {
    let rank: Int
    let value: String
    let name: Text

    static func == (a: Key, b: Key) -> Bool { (a.rank, a.value) == (b.rank, b.value) }
    func hash(into hasher: inout Hasher) { hasher.combine(value) }
    static func < (a: Key, b: Key) -> Bool {
      a.rank == b.rank ? a.value.utf8.lexicographicallyPrecedes(b.value.utf8) : a.rank < b.rank
    }

    init(_ value: String, _ name: Text, rank: Int = 0) { (self.value, self.name, self.rank) = (value, name, rank) }

    init<Word: CellWord>(_ word: Word) {
      let rank = Word.allCases.enumerated().first { $0.element.rawValue == word.rawValue }?.offset ?? 0
      self.init(word.rawValue, word.text, rank: rank)
    }

    static let notStated = Key("", Text(en: "not stated", es: "sin indicar"), rank: .max)
    static let inConflict = Key("in_conflict", Text(en: "in conflict", es: "en conflicto"), rank: .max - 1)
  }

  private func keys(of incident: LoggedIncident, _ dimension: Dimension) -> [Key] {
    let key: Key? =
      switch dimension {
      case .status: Key(incident.status)
      case .category: incident.category.map { Key($0, categories.name($0)) }
      case .severity: incident.severity.map { Key($0) }
      case .area: incident.area.map { Key($0, Text($0)) }
      case .day: incident.day.map { day in Key(day.iso, Text { $0.day(day) }) }
      case .actor: nil
      }
    if let key { return [key] }
    if dimension == .actor, !incident.actors.isEmpty { return Set(incident.actors).map { Key($0, Text($0)) } }
    return [incident.conflicts.contains(dimension.field) ? .inConflict : .notStated]
  }

  /// `rows` for readers, with the count of each: the most that a sentence holds, and how many more there are.
  static func list(_ rows: [Row]) -> Text {
    let shown = rows.count > mostListed ? mostListed - 1 : rows.count
    return Text { language in
      var items = rows.prefix(shown).map { "\($0.name[language]) (\(language.number($0.incidents.count)))" }
      if rows.count > shown {
        let more = language.number(rows.count - shown)
        items.append(language == .english ? "\(more) more in the table" : "\(more) más en la tabla")
      }
      return language.list(items)
    }
  }

  private static let mostListed = 12
}

extension IncidentCounts.Dimension {
  /// The field of an incident's record that holds it.
  fileprivate var field: String {
    switch self {
    case .status, .category, .severity, .area: rawValue
    case .day: "from"
    case .actor: "actors"
    }
  }
}
