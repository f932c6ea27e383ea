import Charts
import ModuleKit

/// The incidents of a log by the day on which they began, the verified ones filled; by the month where the days are too many.
struct TimeLineFigure {
  static let kind = FigureKind("time_line", Text(en: "Incidents by day", es: "Incidentes por día"))

  /// The most rows that are drawn.
  private static let mostRows = 45

  let figure: Figure
  var svg: Text { figure.svg }

  private struct Row {
    let name: Text
    var incidents = 0, verified = 0
  }

  /// nil where no day is known, and where the months are too many as well.
  init?(_ counts: IncidentCounts, caution: Text) {
    let dated = counts.kept.filter { $0.day != nil }
    let days = Self.rows(dated) { day in (day.iso, Text { "\($0.shortDay(day)) \(day.components.year)" }) }
    let months = Self.rows(dated) { day in (String(day.iso.prefix(7)), Text(String(day.iso.prefix(7)))) }
    guard let rows = [days, months].first(where: { (1...Self.mostRows).contains($0.count) }) else { return nil }
    let undated = counts.kept.count - dated.count
    let caption = Caption(
      title: Self.kind.title, takeaway: Self.takeaway(dated.count, undated: undated), caution: caution)
    let y = Axis(
      title: rows.count == days.count
        ? Text(en: "Day of the incident", es: "Día del incidente") : Text(en: "Month", es: "Mes"),
      stretches: [0...Double(rows.count)],
      ticks: rows.indices.map { Axis.Tick(Double($0) + 0.5, rows[$0].name) })
    let labels = rows.enumerated().map { place, row in
      Label(
        lines: [Label.Line(text: Self.words(row), size: 13)],
        placement: .beside(x: Double(row.incidents), y: Double(place) + 0.5, clearance: 8, sides: [.right]))
    }
    let x = Axis.numbers(
      Text(en: "Incidents logged; filled: verified", es: "Incidentes registrados; relleno: verificados"), from: 0,
      holding: labels, width: Panel.width(besides: y)
    ) { value in Text { $0.number(value, places: value == value.rounded() ? 0 : 1) } }
    let bars = rows.enumerated().flatMap { place, row -> [BarMark] in
      let all = BarMark(x: Double(row.incidents), y: Double(place) + 0.5, isHollow: true)
      return row.verified > 0 ? [all, BarMark(x: Double(row.verified), y: Double(place) + 0.5)] : [all]
    }
    figure = Figure(
      id: "time-line", caption: caption,
      description: Text { language in
        rows.map { "\($0.name[language]): \(Self.words($0)[language])." }.joined(separator: " ")
      },
      panels: [
        Panel(x: x, y: y, direction: .down, height: Double(rows.count) * 26 + 10, marks: bars, labels: labels)
      ])
  }

  /// The rows in the order of the calendar; days without incidents have none.
  private static func rows(_ incidents: [LoggedIncident], _ name: (Day) -> (key: String, name: Text)) -> [Row] {
    var rows: [String: Row] = [:]
    for incident in incidents {
      guard let (key, name) = incident.day.map(name) else { continue }
      rows[key, default: Row(name: name)].incidents += 1
      if incident.status == .verified { rows[key]?.verified += 1 }
    }
    return rows.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func words(_ row: Row) -> Text {
    Text { language in
      let all = language.number(row.incidents)
      guard row.verified > 0 else { return all }
      let verified = language.number(row.verified)
      return language == .english ? "\(all), \(verified) verified" : "\(all), \(verified) verificados"
    }
  }

  private static func takeaway(_ dated: Int, undated: Int) -> Text {
    let (shown, rest) = (Quantity(dated, .incidents), Quantity(undated, .incidents))
    let more = Text(
      en: undated == 0 ? "" : " Not shown, since their day is not known: \(rest.text(.english)).",
      es: undated == 0 ? "" : " Sin mostrar, por no conocerse su día: \(rest.text(.spanish)).")
    return Text(
      en: "By the day on which they began: \(shown.text(.english)).\(more.en)",
      es: "Por el día en que comenzaron: \(shown.text(.spanish)).\(more.es)")
  }
}
