import ModuleKit

/// How an audit stands: whether more ballots need to be drawn.
struct AuditStanding: Sendable {
  let source: Text
  /// All assertions of the outcome, and those whose limit is not met.
  let assertions, open: Int
  let ballots: Int
  let round: Text
  let risk: Quantity
  let method: Text

  /// The limit is met for every assertion.
  static let limitMet = FindingKind<Self>(
    .info, tier: .explanation, code: "audit_can_stop",
    Sentence(
      en:
        "After \(\.ballots, .number) drawn ballots, up to round \(\.round), the risk limit of \(\.risk) is met by \(\.method) for every statement on which the outcome declared by \(\.source) rests (\(\.assertions, .number)): the audit can stop.",
      es:
        "Tras \(\.ballots, .number) papeletas sorteadas, hasta la ronda \(\.round), el límite de riesgo del \(\.risk) se alcanza mediante \(\.method) para todas las afirmaciones en que descansa el resultado declarado por \(\.source) (\(\.assertions, .number)): la auditoría puede terminar."
    ),
    caution: caution, method: Assertion.method, numbers: numbers, words: words,
    examples: [
      FindingExample("130 of 200 drawn votes.", MeasuredRisk.entered("200,130,70"), finds: "d"),
      FindingExample("105 of 200 drawn votes.", MeasuredRisk.entered("200,105,95")),
    ])

  /// The limit is not met for some.
  static let limitOpen = FindingKind<Self>(
    .notice, tier: .explanation, code: "audit_goes_on",
    Sentence(
      en:
        "After \(\.ballots, .number) drawn ballots, up to round \(\.round), the risk limit of \(\.risk) is not met by \(\.method) for every statement on which the outcome declared by \(\.source) rests (open: \(\.open, .number) of \(\.assertions, .number)): the audit asks for more ballots, or for a full count.",
      es:
        "Tras \(\.ballots, .number) papeletas sorteadas, hasta la ronda \(\.round), el límite de riesgo del \(\.risk) no se alcanza mediante \(\.method) para todas las afirmaciones en que descansa el resultado declarado por \(\.source) (pendientes: \(\.open, .number) de \(\.assertions, .number)): la auditoría pide más papeletas, o un conteo completo."
    ),
    caution: caution, method: Assertion.method,
    numbers: numbers + [
      .init(
        "open", \.open, .number,
        Text(en: "statements whose limit is not met", es: "afirmaciones cuyo límite no se alcanza"))
    ], words: words,
    examples: [
      FindingExample("105 of 200 drawn votes.", MeasuredRisk.entered("200,105,95"), finds: "d"),
      FindingExample("130 of 200 drawn votes.", MeasuredRisk.entered("200,130,70")),
    ])

  private static let caution = Text(
    en:
      "An audit that can stop has not shown that the outcome is right, and one that goes on has not shown that it is wrong: the limit bounds how often a wrong outcome would be let pass. When an audit ends is for the law or its rules to say.",
    es:
      "Una auditoría que puede terminar no ha mostrado que el resultado sea correcto, y una que sigue no ha mostrado que sea erróneo: el límite acota con qué frecuencia se dejaría pasar un resultado erróneo. Cuándo termina una auditoría lo dicen la ley o sus reglas."
  )
  private static let numbers: [FindingKind<Self>.Number] = [
    .init("assertions", \.assertions, .number, Text(en: "statements of the outcome", es: "afirmaciones del resultado")),
    .init("ballots", \.ballots, .number, Text(en: "ballots drawn", es: "papeletas sorteadas")),
    .init("risk", \.risk, .percent, Text(en: "risk limit", es: "límite de riesgo")),
  ]
  private static let words: [FindingKind<Self>.Word] = [
    .init("source", \.source), .init("round", \.round), .init("method", \.method),
  ]
}
