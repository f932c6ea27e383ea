import ModuleKit

extension Late {
  /// Whether three intervals of the jump, each with its own way to meet the bend of a curve, agree on it.
  struct JumpAgreement: Sendable {
    let plain, corrected, honest: Quantity

    static let held = kind(
      "jump_intervals_hold_zero",
      Text(en: "All three intervals of the jump hold 0", es: "Los tres intervalos del salto contienen el 0"))
    static let leftOut = kind(
      "jump_intervals_leave_out_zero",
      Text(
        en: "All three intervals of the jump lie on the same side of 0",
        es: "Los tres intervalos del salto están al mismo lado del 0"))
    static let disputed = kind(
      "jump_intervals_disagree",
      Text(
        en: "The three intervals of the jump do not agree, and what is said of it hangs on the method",
        es: "Los tres intervalos del salto no coinciden, y lo que se diga de él depende del método"))

    private static func kind(_ code: String, _ verdict: Text) -> FindingKind<Self> {
      FindingKind<Self>(
        .info, tier: .explanation, code: code,
        Sentence(
          en:
            "\(verdict.en): \(\.plain) by the lines alone, \(\.corrected) corrected for their bias, \(\.honest) allowing for the worst bias.",
          es:
            "\(verdict.es): \(\.plain) con las rectas solas, \(\.corrected) corregido por su sesgo, \(\.honest) admitiendo el peor sesgo."
        ),
        caution: Text(
          en:
            "The bound of the bend behind the worst bias is a rule of thumb taken from these sheets. On simulated series of lines and curves the intervals held the true jump in 94, 91 and 92% or more, not in 95%; where the margin rises steeply about the cut in 74, 85 and 86%: Docs/methods/calibration.md. Intervals that agree do not tell why there is a jump, nor that there is none.",
          es:
            "La cota de la curvatura detrás del peor sesgo es una regla práctica tomada de estas actas. En series simuladas de rectas y curvas los intervalos contuvieron el salto verdadero en al menos el 94, el 91 y el 92%, no en el 95%; donde el margen sube con fuerza en torno al corte, en el 74, el 85 y el 86%: Docs/methods/calibration.md. Que los intervalos coincidan no dice por qué hay un salto, ni que no lo haya."
        ),
        method: Text(
          en:
            "local linear; bias-corrected with the bandwidth of least squared error (Calonico, Cattaneo and Titiunik 2014, Econometrica 82:2295); honest, for a discrete running variable (Kolesár and Rothe 2018, AER 108:2277)",
          es:
            "lineal local; corregido por sesgo con el ancho de banda de menor error cuadrático (Calonico, Cattaneo y Titiunik 2014, Econometrica 82:2295); honesto, para una variable de asignación discreta (Kolesár y Rothe 2018, AER 108:2277)"
        ),
        numbers: [
          .init("plain", \.plain, .points, Text(en: "jump by the lines alone", es: "salto con las rectas solas")),
          .init(
            "corrected", \.corrected, .points,
            Text(en: "jump corrected for bias", es: "salto corregido por sesgo")),
          .init(
            "honest", \.honest, .points,
            Text(en: "jump with the worst bias allowed for", es: "salto admitiendo el peor sesgo")),
        ])
    }
  }

  /// Tells whether the intervals of `jump` agree, where there are three.
  func addAgreement(_ intervals: JumpIntervals, to findings: inout Findings) {
    guard let verdict = intervals.verdict else { return }
    let kind =
      switch verdict {
      case .held: JumpAgreement.held
      case .leftOut: JumpAgreement.leftOut
      case .disputed: JumpAgreement.disputed
      }
    findings.add(
      JumpAgreement(
        plain: intervals.rows[0].size, corrected: intervals.rows[1].size, honest: intervals.rows[2].size),
      of: kind, about: sheets.contest.id, from: [sheets.evidence])
  }
}
