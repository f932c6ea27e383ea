import Charts
import ModuleKit

/// The count line: the published lead over time, with silences and reversals marked.
///
/// Of very many bulletins, ``mostDrawn`` are drawn, in even steps, and the caption says so.
struct TimelineFigure {
  /// The most bulletins and silences that are drawn.
  private static let mostDrawn = 200, mostSilences = 8

  let svg: Text

  /// nil where no bulletin has both a lead and times on both sides.
  init?(_ series: LeadSeries, _ silences: [Gap], bulletins: Bulletins, zone: Zone) {
    let options = bulletins.contest.options
    func range(_ publication: Publication) -> ClosedRange<Instant>? {
      guard let from = publication.from, let to = publication.to, from <= to else { return nil }
      return from...to
    }
    let all = series.points.compactMap { point -> CountLine.Bulletin? in
      guard let time = range(point.bulletin.provenance.publication) else { return nil }
      let percent = point.bulletin.countedPercent.map { Quantity($0.number, .percent) }
      let detail = percent.map { counted in
        Text(
          en: "\(counted.text(.english)) of sheets", es: "\(counted.text(.spanish)) de las actas")
      }
      return CountLine.Bulletin(time: time, lead: point.lead, detail: detail)
    }
    let points = Self.drawn(all)
    let longest = silences.sorted { $0.low > $1.low }.prefix(Self.mostSilences)
    let gaps = longest.compactMap { gap -> CountLine.Silence? in
      guard let after = range(gap.before.provenance.publication), let before = range(gap.after.provenance.publication)
      else { return nil }
      return CountLine.Silence(after: after, before: before)
    }
    guard let first = points.first else { return nil }
    let caption = Caption(
      title: Text(en: "The published lead", es: "La ventaja publicada"),
      takeaway: Self.takeaway(series, options),
      caution: Self.caution(points.count, of: all.count, hasMoved: series.points.count > 1),
      source: Self.sources(series))
    let line = CountLine(
      above: options[series.reference].name,
      below: series.other.map { options[$0].name } ?? BulletinTimeline.nextOption,
      bulletins: points, silences: gaps,
      offset: zone.offset(at: first.time.lowerBound))
    guard let figure = line.figure(id: "lead", caption: caption) else { return nil }
    svg = figure.svg
  }

  /// The first, the last and as many between them in even steps as can be drawn.
  private static func drawn(_ points: [CountLine.Bulletin]) -> [CountLine.Bulletin] {
    guard points.count > mostDrawn else { return points }
    return (0..<mostDrawn).map { points[$0 * (points.count - 1) / (mostDrawn - 1)] }
  }

  /// What bars mean; where the lead moved, what a late shift may come from.
  private static func caution(_ drawn: Int, of all: Int, hasMoved: Bool) -> Text {
    var bars = Text(
      en: "Bars show when a bulletin can have been published.",
      es: "Las barras muestran cuándo pudo publicarse un boletín.")
    if hasMoved {
      bars = Text(
        en: "\(bars.en) A late shift may come from which places report late.",
        es: "\(bars.es) Un cambio tardío puede deberse a qué lugares informan tarde.")
    }
    guard drawn < all else { return bars }
    return Text(
      en: "\(bars.en) \(Language.english.number(drawn)) of \(Language.english.number(all)) bulletins are drawn.",
      es: "\(bars.es) Se dibujan \(Language.spanish.number(drawn)) de \(Language.spanish.number(all)) boletines.")
  }

  private static func takeaway(_ series: LeadSeries, _ options: [Contest.Option]) -> Text {
    guard let first = series.points.first, let last = series.points.last else { return Text("") }
    let (from, to) = (Quantity(first.lead, .votes), Quantity(last.lead, .votes))
    let name = options[series.reference].name
    guard series.points.count > 1 else {
      return Text(
        en: "One bulletin: \(name.en) ahead by \(from.text(.english)).",
        es: "Un boletín: ventaja de \(name.es) de \(from.text(.spanish)).")
    }
    return Text(
      en:
        "From bulletin to bulletin the lead of \(name.en) went from \(from.number(.english)) to \(to.number(.english)) votes.",
      es:
        "De boletín a boletín la ventaja de \(name.es) pasó de \(from.number(.spanish)) a \(to.number(.spanish)) votos."
    )
  }

  private static func sources(_ series: LeadSeries) -> Text {
    let all = series.points.map(\.bulletin.provenance.sourceName)
    return Text { language in
      var seen: Set<String> = []
      return language.list(all.map { $0[language] }.filter { seen.insert($0).inserted })
    }
  }
}
