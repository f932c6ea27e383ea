import ModuleKit
import Statistics

/// The projection made at earlier instants, from the sheets published by then to those published next: placebos, at
/// which nothing is said to have happened.
///
/// The sheets published next are as large a share of those so far as the late sheets are of all. The cuts are spread over
/// the second half of those that leave room for them; windows overlap, so that cuts are not independent.
struct EarlierCuts {
  /// How many are tried, fewer where sheets come in few batches.
  private static let count = 20

  /// How often the interval missed.
  let record: IntervalRecord

  init(_ sheets: Sheets, _ periods: LatePeriods, _ options: ComparedOptions) {
    let (times, missing) = (sheets.publishedTo.values, sheets.publishedTo.missing)
    let rows = periods.all.indices.filter { periods.all[$0] == .early && !missing.contains($0) }
    let order = rows.map { times[$0] }.sorted()
    let late = periods.all.count { $0 == .late }
    let share = Double(late) / Double(late + rows.count)
    var (record, before) = (IntervalRecord(), nil as Instant?)
    for number in 0..<Self.count where order.count > 1 && late > 0 {
      let part = 0.5 + (Double(number) + 0.5) / Double(2 * Self.count)
      let first = Int(part * (1 - share) * Double(order.count))
      let last = min(Int(Double(first) / (1 - share)), order.count - 1)
      let (cut, end) = (order[first], order[last])
      guard cut != before, end > cut else { continue }
      before = cut
      let votes = LateVotes(sheets, LatePeriods(sheets, of: rows, publishedBy: cut, and: end), options)
      guard let it = LateProjection(votes.ladder, sheetSpread: votes.sheetSpread), let reach = it.reach else {
        continue
      }
      record.add(isMissed: abs(votes.ladder.whole.late.margin - it.margin) > reach)
    }
    self.record = record
  }

  /// What the cuts show, as a sentence.
  var text: Text {
    guard record.tried > 0 else {
      return Text(
        en: "There is no earlier cut at which to try the projection first.",
        es: "No hay un corte anterior en el que probar antes la proyección.")
    }
    let (tried, missed) = (record.tried, record.missed)
    let tail =
      record.isDoubtful
      ? Text(
        en: "more than chance would, so that no confidence can be put in the range that follows",
        es: "más que por azar, de modo que el rango que sigue no merece confianza")
      : Text(en: "where 5% should", es: "donde debería el 5%")
    return Text(
      en:
        "Tried first at earlier cuts of the same count, the interval left out what was counted next at \(missed) of \(tried), \(tail.en).",
      es:
        "Probado antes en cortes anteriores del mismo conteo, el intervalo dejó fuera lo que se contó a continuación en \(missed) de \(tried), \(tail.es)."
    )
  }
}
