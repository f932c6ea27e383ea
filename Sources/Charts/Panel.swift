internal import Language

/// One plot: two axes, marks in the order in which they are drawn, and labels in the order in which they are placed.
struct Panel: Sendable {
  enum Direction { case up, down }

  let x: Axis
  let y: Axis
  /// Which way the values of the y axis grow.
  var direction = Direction.up
  /// The height of the plot, without labels and titles of the axes.
  let height: Double
  /// Marks behind the lines of the grid.
  var bands: [BandMark] = []
  var marks: [any ChartMark] = []
  var labels: [Label] = []
}
