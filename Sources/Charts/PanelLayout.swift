/// Where everything in a panel stands, from the panel's top down. The same for both languages: each text in it has the
/// room that the longer one needs.
struct PanelLayout {
  static let width = 560.0
  static let margin = 18.0

  let panel: Panel
  let plot: Plot
  let labels: [LabelPlacer.Placed]

  init(_ panel: Panel) {
    let room = Panel.width(besides: panel.y)
    let area = Box(x: Self.width - Self.margin - room, y: 0, width: room, height: panel.height)
    let ends = panel.direction == .up ? (area.bottom, area.y) : (area.y, area.bottom)
    let plot = Plot(
      x: Scale(panel.x.stretches, from: area.x, to: area.right),
      y: Scale(panel.y.stretches, from: ends.0, to: ends.1), area: area)
    var placer = LabelPlacer(plot: plot, obstacles: panel.marks.flatMap { $0.obstacles(on: plot) })
    for label in panel.labels { placer.place(label) }
    (self.panel, self.plot, labels) = (panel, plot, placer.placed)
  }

  /// The height of the plot with the labels of its x axis.
  var height: Double { plot.area.height + AxisDrawing.depth(of: panel.x) }
}
