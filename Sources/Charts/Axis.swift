public import Language

/// What an axis shows: its stretches of values, its ticks, and what the numbers are.
///
/// For numbers there is ``numbers(_:over:count:label:)``, for instants ``time(_:offset:width:leavingOut:)``. A y axis of
/// rows has a tick a row: its value is where the row's marks stand, its label the row's name.
public struct Axis: Sendable {
  /// A value that is marked on the axis.
  public struct Tick: Sendable {
    /// The value.
    public var value: Double
    /// What stands beside the tick; empty for a tick without a label.
    public var label: Text
    /// A second line below the label.
    public var detail: Text?
    /// Whether a line runs through the plot.
    public var hasLine: Bool
    /// How the label is set.
    public var style: Style

    /// A tick at `value`.
    public init(
      _ value: Double, _ label: Text = Text(""), detail: Text? = nil, hasLine: Bool = false, style: Style = .plain
    ) {
      (self.value, self.label, self.detail) = (value, label, detail)
      (self.hasLine, self.style) = (hasLine, style)
    }

    /// How a label is set: a heading, on a y axis, stands at the figure's edge and may run into the plot.
    public enum Style: Sendable { case plain, strong, heading }
  }

  /// What the numbers are, with their unit.
  public var title: Text
  /// The values shown, in order; a break stands between two stretches. At least one, none of them empty.
  public var stretches: [ClosedRange<Double>]
  /// The ticks, in any order.
  public var ticks: [Tick]

  /// An axis over `stretches`.
  public init(title: Text, stretches: [ClosedRange<Double>], ticks: [Tick]) {
    (self.title, self.stretches, self.ticks) = (title, stretches, ticks)
  }
}

extension Axis {
  /// An axis for numbers, from and to a round one, with `label` at about `count` round numbers between.
  ///
  /// - Parameters:
  ///   - title: what the numbers are, with their unit.
  ///   - values: what must be seen.
  public static func numbers(
    _ title: Text, over values: ClosedRange<Double>, count: Int = 5, label: (Double) -> Text
  ) -> Axis {
    let step = roundStep(values.upperBound - values.lowerBound, count: count)
    let low = (values.lowerBound / step).rounded(.down)
    let high = max((values.upperBound / step).rounded(.up), low + 1)
    let ticks = stride(from: low, through: high, by: 1).map { Tick($0 * step, label($0 * step), hasLine: true) }
    return Axis(title: title, stretches: [low * step...high * step], ticks: ticks)
  }

  /// The smallest of 1, 2, 5, 10, 20, ... that parts `span` into at most `count` steps or a little more; 1 at least.
  public static func roundStep(_ span: Double, count: Int) -> Double {
    var power = 1.0
    while true {
      for digit in [1.0, 2, 5] where span <= digit * power * Double(count) { return digit * power }
      power *= 10
    }
  }
}
