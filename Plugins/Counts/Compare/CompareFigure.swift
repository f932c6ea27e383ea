import Charts
import ModuleKit

/// Whom the differences between two tracks favour, by their size.
struct CompareFigure {
  let svg: Text

  /// nil where no margin differs.
  init?(_ comparison: TrackComparison, _ words: CompareWords) {
    guard let a = words.pair?["a"], let b = words.pair?["b"], comparison.all.changed > 0 else { return nil }
    let classes: [(range: Range<UInt64>, name: Text)] = [
      (1..<10, Text(en: "1 to 9 votes", es: "De 1 a 9 votos")),
      (10..<100, Text(en: "10 to 99 votes", es: "De 10 a 99 votos")),
      (100..<UInt64.max, Text(en: "100 votes or more", es: "100 votos o más")),
    ]
    let rows = classes.map { range, name in
      var row = DifferenceSizes.Row(name: name)
      for margin in comparison.differences.margins where range.contains(margin.magnitude) {
        if margin > 0 { row.right.add(margin) } else { row.left.add(-margin) }
      }
      return row
    }
    let (first, second) = (words.name(ofFirst: true), words.name(ofFirst: false))
    let all = comparison.all
    let (same, both) = (Quantity(all.both - all.changed, .sheets), Quantity(all.both, .sheets))
    let caption = Caption(
      title: Text(en: "Where the margin differs", es: "Dónde difiere el margen"),
      takeaway: Text(
        en: "\(same.number(.english)) of \(both.text(.english)) show the same margin in \(first.en) and \(second.en).",
        es: "\(same.number(.spanish)) de \(both.text(.spanish)) muestran el mismo margen en \(first.es) y \(second.es)."
      ),
      caution: CompareCode.bothMayErr)
    let chart = DifferenceSizes(
      measure: Text(
        en: "Votes of margin, \(first.en) against \(second.en)",
        es: "Votos de margen, \(first.es) frente a \(second.es)"),
      left: b, right: a, rows: rows)
    guard let figure = chart.figure(id: "differences", caption: caption) else { return nil }
    svg = Text { figure.svg(in: $0) }
  }
}

extension DifferenceSizes.Side {
  fileprivate mutating func add(_ margin: Int64) {
    sheets += 1
    votes += Int(margin)
  }
}
