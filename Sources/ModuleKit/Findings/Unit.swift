/// A unit of measure: its name in results, its words, and how many decimals people read.
public struct Unit: Sendable, Equatable {
  /// The name in results, such as `votes`, `h`, `points`.
  public let id: String
  /// What stands behind a number: for one, and for any other.
  let one, other: Text
  /// Digits behind the point, at most.
  let places: Int
  /// Whether trailing zeros are kept: so for computed figures, not for printed ones.
  let keepsZeros: Bool

  /// Whether it counts things that have no parts, such as votes or people.
  public var countsWholeThings: Bool { places == 0 }

  /// A unit named `id` with its words for one and for several.
  public init(_ id: String, one: Text, other: Text, places: Int = 0, keepsZeros: Bool = false) {
    (self.id, self.one, self.other, self.places, self.keepsZeros) = (id, one, other, places, keepsZeros)
  }

  /// The unit that results call `id`; one that is not known here has that name in every language.
  public static func named(_ id: String) -> Unit {
    known[id] ?? Unit(id, one: Text(id), other: Text(id), places: 4)
  }

  private static let known = Dictionary(
    uniqueKeysWithValues: [
      votes, sheets, stations, areas, boxes, copies, people, claims, hours, days, points, percent, share, number,
      bulletins, batches, minutes, incidents,
    ].map { ($0.id, $0) })

  /// Votes.
  public static let votes = Unit("votes", one: Text(en: "vote", es: "voto"), other: Text(en: "votes", es: "votos"))
  /// Tally sheets.
  public static let sheets = Unit("sheets", one: Text(en: "sheet", es: "acta"), other: Text(en: "sheets", es: "actas"))
  /// Polling stations.
  public static let stations = Unit(
    "stations", one: Text(en: "station", es: "mesa"), other: Text(en: "stations", es: "mesas"))
  /// Areas.
  public static let areas = Unit("areas", one: Text(en: "area", es: "área"), other: Text(en: "areas", es: "áreas"))
  /// Ballot boxes.
  public static let boxes = Unit("boxes", one: Text(en: "box", es: "urna"), other: Text(en: "boxes", es: "urnas"))
  /// Copies of tally sheets.
  public static let copies = Unit("copies", one: Text(en: "copy", es: "copia"), other: Text(en: "copies", es: "copias"))
  /// People.
  public static let people = Unit(
    "people", one: Text(en: "person", es: "persona"), other: Text(en: "people", es: "personas"))
  /// Claims: figures or statements that somebody published.
  public static let claims = Unit(
    "claims", one: Text(en: "claim", es: "afirmación"), other: Text(en: "claims", es: "afirmaciones"))
  /// Incidents of a mission's log.
  public static let incidents = Unit(
    "incidents", one: Text(en: "incident", es: "incidente"), other: Text(en: "incidents", es: "incidentes"))
  /// Published bulletins.
  public static let bulletins = Unit(
    "bulletins", one: Text(en: "bulletin", es: "boletín"), other: Text(en: "bulletins", es: "boletines"))
  /// Batches of sheets published at one time.
  public static let batches = Unit(
    "batches", one: Text(en: "batch", es: "lote"), other: Text(en: "batches", es: "lotes"))
  /// Minutes.
  public static let minutes = Unit(
    "min", one: Text(en: "minute", es: "minuto"), other: Text(en: "minutes", es: "minutos"), places: 1)
  /// Hours.
  public static let hours = Unit(
    "h", one: Text(en: "hour", es: "hora"), other: Text(en: "hours", es: "horas"), places: 1)
  /// Days.
  public static let days = Unit("days", one: Text(en: "day", es: "día"), other: Text(en: "days", es: "días"), places: 1)
  /// Percentage points: differences of percentages.
  public static let points = Unit(
    "points", one: Text(en: "point", es: "punto"), other: Text(en: "points", es: "puntos"), places: 2, keepsZeros: true)
  /// Percent of something.
  public static let percent = Unit("percent", one: Text(en: "%", es: "%"), other: Text(en: "%", es: "%"), places: 2)
  /// A share between 0 and 1.
  public static let share = Unit("share", one: Text(""), other: Text(""), places: 4)
  /// A number without a unit.
  public static let number = Unit("number", one: Text(""), other: Text(""), places: 4)
}
