import ModuleKit

/// The names and words of the findings of `counts.compare`.
struct CompareWords {
  /// The two tracks, as findings name them.
  let first, second: Text
  /// The two leading options, in the order of the ballot; nil where there is no second one.
  let pair: (a: Text, b: Text)?
  private let options: [Text]

  init(_ comparison: TrackComparison) {
    let (first, second) = (comparison.match.first, comparison.match.second)
    // Two versions of one track are told apart by their datasets.
    func name(_ sheets: Sheets) -> Text {
      guard first.track == second.track else { return sheets.track.name }
      return Text { "\(sheets.track.name[$0]) (\(sheets.source.dataset))" }
    }
    (self.first, self.second) = (name(first), name(second))
    let options = first.contest.options.map(\.name)
    self.options = options
    pair = comparison.pair.map { (options[$0.a], options[$0.b]) }
  }

  func name(ofFirst isFirst: Bool) -> Text { isFirst ? first : second }

  func option(_ place: Int) -> Text { options[place] }

  /// A chance with four decimals, or that it is smaller.
  static func chance(_ probability: Double) -> Text {
    guard probability >= 0.0001 else {
      return Text(en: "less than 0.0001", es: "menos de 0.0001")
    }
    return Text { Quantity(probability, .share).text($0) }
  }
}
