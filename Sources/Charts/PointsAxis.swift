internal import Language

extension Axis {
  /// An x axis of percentage points for rows of marks: it holds zero, and leaves room for the label that stands right
  /// of each mark.
  ///
  /// - Parameters:
  ///   - low: the lowest value of any mark.
  ///   - marks: where each label begins, and how wide it is in units of the figure.
  ///   - width: how wide the plot will be, in units of the figure.
  static func points(_ title: Text, from low: Double, marks: [(end: Double, label: Double)], width: Double) -> Axis {
    // Rounding the ends outwards takes room from the labels, so that the upper end may have to move again.
    var high = min(low, 0) + 1
    while true {
      let axis = numbers(title, over: min(low, 0)...high) { value in Text { $0.number(value, places: 0) } }
      let ends = axis.stretches[0]
      let needed =
        marks.map { mark in
          let span = (max(mark.end, 0) - ends.lowerBound) * width / max(width - mark.label, width / 4)
          return ends.lowerBound + span
        }.max() ?? high
      if needed <= ends.upperBound { return axis }
      high = needed
    }
  }
}
