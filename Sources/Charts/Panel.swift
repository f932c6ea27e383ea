/// One plot of a figure: two axes, marks in the order in which they are drawn, and labels in the order in which they are
/// placed.
///
/// A figure is 560 units wide, whatever the size at which it is shown.
public struct Panel: Sendable {
  /// Which way the values of the y axis grow: numbers up, rows down.
  public enum Direction: Sendable { case up, down }

  /// Its axes. The title of the y axis stands above the plot, that of the x axis below.
  public var x, y: Axis
  /// Which way the values of the y axis grow.
  public var direction: Direction
  /// The height of the plot in units of the figure, without labels and titles of the axes.
  public var height: Double
  /// Marks behind the lines of the grid.
  public var bands: [BandMark]
  /// What shows the data; later ones are drawn over earlier ones.
  public var marks: [any ChartMark]
  /// Texts in the plot; earlier ones choose their place first.
  public var labels: [Label]

  /// A plot over `x` and `y`.
  public init(
    x: Axis, y: Axis, direction: Direction = .up, height: Double, bands: [BandMark] = [], marks: [any ChartMark],
    labels: [Label] = []
  ) {
    (self.x, self.y, self.direction, self.height) = (x, y, direction, height)
    (self.bands, self.marks, self.labels) = (bands, marks, labels)
  }

  /// How wide a plot is beside the labels of the y axis `y`, in units of the figure. What an x axis shows may depend on it.
  public static func width(besides y: Axis) -> Double {
    PanelLayout.width - 2 * PanelLayout.margin - AxisDrawing.gutter(of: y)
  }
}
