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
  init?(_ series: LeadSeries, _ silences: [Gap], captures: CaptureSeries, zone: Zone) {
    let options = captures.shown.contest.options
    let points = Self.drawn(Self.bulletins(series, silences, captures))
    let all = points + [series.declared].compactMap(\.self).compactMap(Self.declared)
    let longest = silences.sorted { $0.low > $1.low }.prefix(Self.mostSilences)
    let gaps = longest.compactMap { gap -> CountLine.Silence? in
      guard let after = Self.range(gap.before.provenance.publication),
        let before = Self.range(gap.after.provenance.publication)
      else { return nil }
      return CountLine.Silence(after: after, before: before)
    }
    guard let first = points.first else { return nil }
    let (above, below) = (options[series.reference], series.other.map { options[$0] })
    let names = (above: above.name, below: below?.name ?? BulletinTimeline.nextOption)
    let caption = Caption(
      title: Text(en: "The published lead", es: "La ventaja publicada"),
      takeaway: Self.takeaway(series, names.above, names.below),
      caution: Self.caution(points.count, of: series.points.count, isCaptured: !captures.captures.isEmpty),
      source: (series.points + [series.declared].compactMap(\.self)).map(\.bulletin).sourceNames)
    let line = CountLine(
      above: names.above, below: names.below, bulletins: all, silences: gaps,
      offset: zone.offset(at: first.time.lowerBound), colours: CountLine.colours(above, below))
    guard let figure = line.figure(id: "lead", caption: caption) else { return nil }
    svg = figure.svg
  }

  private static func range(_ publication: Publication) -> ClosedRange<Instant>? {
    range(publication.from, publication.to)
  }

  private static func range(_ from: Instant?, _ to: Instant?) -> ClosedRange<Instant>? {
    guard let from, let to, from <= to else { return nil }
    return from...to
  }

  /// The partial counts whose times are known; no line leads across a silence.
  private static func bulletins(
    _ series: LeadSeries, _ silences: [Gap], _ captures: CaptureSeries
  ) -> [CountLine.Bulletin] {
    let ends = Set(silences.map(\.after.provenance.key))
    // How many silences have ended by each bulletin.
    let ended = captures.shown.all.reduce(into: [0]) { ended, bulletin in
      ended.append(ended[ended.count - 1] + (ends.contains(bulletin.provenance.key) ? 1 : 0))
    }
    var before = 0
    return series.points.compactMap { point in
      guard var bulletin = bulletin(point, captures) else { return nil }
      if ended[point.row + 1] > before { bulletin.joinsPrevious = false }
      before = ended[point.row + 1]
      return bulletin
    }
  }

  /// A bulletin where its times are known; a capture stands where it was made, up to the last one with its figures.
  private static func bulletin(_ point: LeadSeries.Point, _ captures: CaptureSeries) -> CountLine.Bulletin? {
    let capture = point.bulletin.capture
    guard let time = capture.map({ range($0.from, $0.to) }) ?? range(point.bulletin.provenance.publication) else {
      return nil
    }
    let percent = point.counted.map { Quantity($0.value * 100, .percent) }
    let detail = percent.map { counted in
      Text(en: "\(counted.text(.english)) of sheets", es: "\(counted.text(.spanish)) de las actas")
    }
    let last = captures.last(like: point.bulletin)
    return CountLine.Bulletin(
      time: time, lead: point.lead, detail: detail, until: last.flatMap { range($0.from, $0.to) },
      joinsPrevious: capture == nil)
  }

  /// The declared result stands by itself: between it and the last bulletin nothing was published.
  private static func declared(_ point: LeadSeries.Point) -> CountLine.Bulletin? {
    range(point.bulletin.provenance.publication).map {
      CountLine.Bulletin(
        time: $0, lead: point.lead, detail: Text(en: "as declared", es: "según lo declarado"), joinsPrevious: false)
    }
  }

  /// The first, the last and as many between them in even steps as can be drawn.
  private static func drawn(_ points: [CountLine.Bulletin]) -> [CountLine.Bulletin] {
    guard points.count > mostDrawn else { return points }
    let kept = (0..<mostDrawn).map { $0 * (points.count - 1) / (mostDrawn - 1) }
    return zip([-1] + kept, kept).map { before, place in
      var point = points[place]
      point.joinsPrevious = points[(before + 1)...place].allSatisfy(\.joinsPrevious)
      return point
    }
  }

  /// What bars mean; where the lead moved between bulletins, what a late shift may come from.
  private static func caution(_ drawn: Int, of all: Int, isCaptured: Bool) -> Text {
    var bars = Text(
      en: "Bars show when a bulletin can have been published.",
      es: "Las barras muestran cuándo pudo publicarse un boletín.")
    if isCaptured {
      bars = Text(
        en:
          "Bars show when a capture can have been made, and until when the same figures were seen. Between captures nobody looked.",
        es:
          "Las barras muestran cuándo pudo hacerse una captura y hasta cuándo se vieron las mismas cifras. Entre capturas nadie miró."
      )
    } else if all > 1 {
      bars = Text(
        en: "\(bars.en) A late shift may come from which places report late.",
        es: "\(bars.es) Un cambio tardío puede deberse a qué lugares informan tarde.")
    }
    guard drawn < all else { return bars }
    return Text(
      en: "\(bars.en) \(Language.english.number(drawn)) of \(Language.english.number(all)) bulletins are drawn.",
      es: "\(bars.es) Se dibujan \(Language.spanish.number(drawn)) de \(Language.spanish.number(all)) boletines.")
  }

  /// Who was ahead in the first bulletin, and in the last.
  private static func takeaway(_ series: LeadSeries, _ above: Text, _ below: Text) -> Text {
    guard let first = series.points.first, let last = series.points.last else { return Text("") }
    let (start, end) = (CountLine.standing(first.lead, above, below), CountLine.standing(last.lead, above, below))
    guard series.points.count > 1 else { return Text(en: "One bulletin: \(start.en).", es: "Un boletín: \(start.es).") }
    return Text(
      en: "First bulletin: \(start.en). Last: \(end.en).", es: "Primer boletín: \(start.es). Último: \(end.es).")
  }
}
