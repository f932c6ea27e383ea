import Charts
import ModuleKit

/// Stations by turnout and share, as a figure of counts of stations in cells.
struct FingerprintFigure {
  let svg: Text

  /// The whole of `count`, which must hold a station.
  init(_ count: ScreenedCount) {
    let (sample, option) = (count.whole, count.sheets.contest.options[count.option].name)
    func sum(_ values: [Int]) -> Double { values.reduce(0.0) { $0 + Double($1) } }
    let turnout = sum(sample.counts(.turnout)) / sum(sample.wholes(.turnout))
    let share = sum(sample.counts(.share)) / sum(sample.wholes(.share))
    let (came, got) = (Quantity(100 * turnout, .percent), Quantity(100 * share, .percent))
    let caption = Caption(
      title: Text(en: "Stations by turnout and share", es: "Mesas por participación y porcentaje"),
      takeaway: Text(
        en:
          "Over \(Quantity(sample.stations.count, .sheets).text(.english)) turnout is \(came.text(.english)) and the share of \(option.en) \(got.text(.english)) \(count.base.name.en).",
        es:
          "En \(Quantity(sample.stations.count, .sheets).text(.spanish)) la participación es del \(came.text(.spanish)) y el porcentaje de \(option.es), del \(got.text(.spanish)) \(count.base.name.es)."
      ),
      caution: Text(
        en:
          "Two clouds, a smear towards a corner or lines at whole percentages have innocent reasons: town and country, strongholds, small stations. The figure shows where to ask for documents, nothing else.",
        es:
          "Dos nubes, una mancha hacia una esquina o líneas en porcentajes enteros tienen motivos inocentes: ciudad y campo, bastiones, mesas pequeñas. La figura muestra dónde pedir documentos, nada más."
      ))
    let figure = Fingerprint(
      turnout: sample.turnout, share: sample.share, whole: (turnout, share), option: option
    ).figure(id: "fingerprint", caption: caption)
    svg = Text { figure.svg(in: $0) }
  }
}
