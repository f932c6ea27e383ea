public import Language

extension Axis {
  /// An x axis of numbers for rows of marks: it holds zero, and leaves room for the label that stands right of each mark.
  ///
  /// - Parameters:
  ///   - title: what the numbers are, with their unit.
  ///   - low: the lowest value of any mark.
  ///   - labels: what stands beside the marks' right ends.
  ///   - width: how wide the plot will be, in units of the figure: ``Panel/width(besides:)``.
  ///   - label: what stands beside a tick.
  public static func numbers(
    _ title: Text, from low: Double, holding labels: [Label], width: Double, label: (Double) -> Text
  ) -> Axis {
    // Rounding the ends outwards takes room from the labels, so that the upper end may have to move again.
    var high = min(low, 0) + 1
    while true {
      let axis = numbers(title, over: min(low, 0)...high, label: label)
      let ends = axis.stretches[0]
      let needed =
        labels.compactMap { label -> Double? in
          guard case .beside(let end, _, let clearance, _) = label.placement else { return nil }
          let room = label.width + (clearance + edge)
          return ends.lowerBound + (max(end, 0) - ends.lowerBound) * width / max(width - room, width / 4)
        }.max() ?? high
      if needed <= ends.upperBound { return axis }
      high = needed
    }
  }

  /// Between a label and the edge of the plot, in units of the figure.
  private static let edge = 6.0
}
