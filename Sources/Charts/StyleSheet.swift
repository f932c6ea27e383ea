/// The style sheet of one figure. Every rule is bound to the figure's id, so that figures and their page never meet.
enum StyleSheet {
  /// Each colour is declared twice: renderers that know no custom properties keep the first, the light one.
  static func text(for id: String) -> String {
    func variables(_ colour: (Tone) -> String) -> String {
      "#\(id){" + Tone.allCases.map { "--v-\($0.rawValue):\(colour($0))" }.joined(separator: ";") + "}"
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
      rules.append("#\(id) .\(tone.fill){fill:\(tone.light);fill:\(variable)}")
      rules.append("#\(id) .\(tone.stroke){stroke:\(tone.light);stroke:\(variable)}")
    }
    return rules.joined(separator: "\n")
  }
}
