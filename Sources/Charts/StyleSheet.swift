/// The style sheet of one figure. Every rule is bound to the figure's id, so that figures and their page never meet.
enum StyleSheet {
  /// Each colour is declared twice: renderers that know no custom properties keep the first, the light one.
  static func text(for id: String, sides: (first: Colour, second: Colour)?) -> String {
    func colour(_ tone: Tone, _ ground: KeyPath<Tone, String>) -> String {
      let own: Colour? =
        switch tone {
        case .first: sides?.first
        case .second: sides?.second
        case .paper, .ink, .muted, .faint, .band: nil
        }
      guard let own, let paper = Colour(Tone.paper[keyPath: ground]) else { return tone[keyPath: ground] }
      return own.legible(on: paper).hex
    }
    func variables(_ ground: KeyPath<Tone, String>) -> String {
      "#\(id){" + Tone.allCases.map { "--v-\($0.rawValue):\(colour($0, ground))" }.joined(separator: ";") + "}"
    }
    var rules = [
      variables(\.light),
      "@media (prefers-color-scheme:dark){\(variables(\.dark))}",
      "@media print{\(variables(\.light))#\(id){print-color-adjust:exact;-webkit-print-color-adjust:exact}}",
      """
      #\(id) text{font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif;\
      font-style:normal;font-weight:400;letter-spacing:normal;word-spacing:normal;font-variant-numeric:tabular-nums}
      """,
      "#\(id) .v-bold{font-weight:600}",
      "#\(id) .v-halo{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}",
      "#\(id) .v-shape{fill:none;stroke-linecap:butt;stroke-linejoin:round}",
    ]
    for tone in Tone.allCases {
      let variable = "var(--v-\(tone.rawValue))"
      rules.append("#\(id) .\(tone.fill){fill:\(colour(tone, \.light));fill:\(variable)}")
      rules.append("#\(id) .\(tone.stroke){stroke:\(colour(tone, \.light));stroke:\(variable)}")
    }
    return rules.joined(separator: "\n")
  }
}
