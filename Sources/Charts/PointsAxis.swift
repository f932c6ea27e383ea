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
    let low = min(low, 0)
    let needed = marks.map { low + (max($0.end, 0) - low) * width / max(width - $0.label, width / 4) }
    return .numbers(title, over: low...max(needed.max() ?? 0, low + 1)) { value in Text { $0.number(value, places: 0) }
    }
  }
}
