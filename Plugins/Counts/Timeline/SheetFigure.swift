import Charts
import ModuleKit

/// The lead as sheets became known, with silences marked: of many batches about ten points are drawn.
struct SheetFigure {
  let svg: Text

  /// nil where the contest has one option.
  init?(_ timeline: SheetTimeline, _ silences: [SheetTimeline.Silence]) {
    let flow = timeline.flow
    guard let pair = flow.pair, let last = flow.batches.indices.last else { return nil }
    // A silence too short to be seen has no band.
    let span = flow.batches[last].time.hours(since: flow.batches[0].time)
    let longest = silences.sorted { ($1.low, $0.after) < ($0.low, $1.after) }.prefix(3).filter { $0.low * 40 > span }
    let shown = Set((0...10).map { last * $0 / 10 } + longest.flatMap { [$0.after - 1, $0.after] }).sorted()
    let points = shown.map { place in
      let time = flow.batches[place].time
      let share = Quantity(100 * Double(flow.counted(place)) / Double(flow.order.count), .percent)
      let isEnd = place == 0 || place == last
      return CountLine.Bulletin(
        time: time...time, lead: Int(flow.lead(place)),
        detail: isEnd
          ? Text(en: "\(share.text(.english)) of these sheets", es: "\(share.text(.spanish)) de estas actas") : nil)
    }
    let gaps = longest.map { silence in
      let (before, after) = (flow.batches[silence.after - 1], flow.batches[silence.after])
      return CountLine.Silence(after: before.last...before.time, before: after.first...after.time)
    }
    let (above, below) = (timeline.name(pair.a), timeline.name(pair.b))
    let (first, end) = (
      CountLine.standing(Int(flow.lead(0)), above, below), CountLine.standing(Int(flow.lead(last)), above, below)
    )
    let caption = Caption(
      title: Text(en: "The lead as sheets became known", es: "La ventaja según se conocieron las actas"),
      takeaway: Text(
        en: "With the first sheets: \(first.en). With all of them: \(end.en).",
        es: "Con las primeras actas: \(first.es). Con todas: \(end.es)."),
      caution: Text(
        en: "The order in which sheets come in is not random: a lead that moves late tells which places report late.",
        es:
          "El orden en que llegan las actas no es aleatorio: una ventaja que cambia tarde dice qué lugares informan tarde."
      ))
    let line = CountLine(
      above: above, below: below, bulletins: points, silences: gaps,
      offset: timeline.zone.offset(at: flow.batches[0].time),
      colours: CountLine.colours(flow.sheets.contest.options[pair.a], flow.sheets.contest.options[pair.b]))
    guard let figure = line.figure(id: "sheets-lead", caption: caption) else { return nil }
    svg = figure.svg
  }
}
