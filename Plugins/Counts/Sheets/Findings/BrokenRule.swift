import ModuleKit

extension SheetChecks {
  /// Sheets, stations or areas that break a rule.
  struct BrokenRule: Sendable {
    let checked, failed, unchecked, stake: Int
    let margin: Int?
    let share, net: Double?
    let pairs, expected: Double
    let against, direction, notChecked: Text
    let leader, second: Text?

    /// What came of `rule`, held against the margin of `pair`.
    init(_ rule: SheetRule, _ result: RuleResult, _ pair: LeadingMargin?, of contest: Contest) {
      (checked, failed, unchecked, stake) = (result.checked, result.failed, result.unchecked, result.stake)
      (pairs, expected, notChecked) = (result.pairs, result.expected, rule.notChecked(result))
      margin = pair?.margin
      (leader, second) = (pair.map { contest.options[$0.leader].name }, pair.map { contest.options[$0.second].name })
      share = pair.flatMap { $0.margin > 0 ? Double(result.stake) / Double($0.margin) * 100 : nil }
      net =
        rule.direction == nil || result.effect.isEmpty
        ? nil : pair.map { Double(result.effect[$0.leader].clampedSum(-result.effect[$0.second])) }
      guard let margin, let leader, let second else {
        (against, direction) = (Text(""), Text(""))
        return
      }
      let (lead, percent) = (Quantity(margin, .votes), share.map { Quantity($0, .percent) })
      against =
        percent.map {
          Text(
            en: ", \($0.text(.english)) of the margin of \(lead.text(.english)) between \(leader.en) and \(second.en)",
            es:
              ", el \($0.text(.spanish)) de la ventaja de \(lead.text(.spanish)) de \(leader.es) sobre \(second.es)")
        } ?? Text("")
      direction =
        net.map { Quantity($0, .votes) }.map {
          Text(
            en: " Net effect on the lead of \(leader.en) over \(second.en): \($0.text(.english)).",
            es: " Efecto neto en la ventaja de \(leader.es) sobre \(second.es): \($0.text(.spanish)).")
        } ?? Text("")
    }
  }

  /// How all rules are held against the sheets.
  static let method = Text(
    en:
      "Sums and comparisons of the figures as stated, sheet by sheet (OSCE/ODIHR, Handbook for the Observation of Election Results, and the ACE Encyclopaedia on results management). Nothing is inferred.",
    es:
      "Sumas y comparaciones de las cifras tal como constan, acta por acta (OSCE/OIDDH, manual de observación; ACE, sobre gestión de resultados). No se infiere nada."
  )
}

extension SheetRule {
  /// What findings of sheets that break the rule have in common; its examples are those of the rule.
  var findingKind: FindingKind<SheetChecks.BrokenRule> {
    let end =
      addition
      ?? Sentence(
        en: "Votes at stake: \(\.stake, .number)\(\.against).\(\.direction)",
        es: "Votos en juego: \(\.stake, .number)\(\.against).\(\.direction)")
    return FindingKind(
      severity, code: code,
      Sentence(
        en: "\(opening.en) \(end.en)\(\.notChecked)",
        es: "\(opening.es) \(end.es)\(\.notChecked)"),
      caution: Text(en: "\(caution.en) \(Self.clerical.en)", es: "\(caution.es) \(Self.clerical.es)"),
      method: SheetChecks.method,
      numbers: [
        .init("checked", \.checked, unit, Text(en: "what was checked", es: "lo comprobado")),
        .init("failed", \.failed, unit, Text(en: "what breaks the rule", es: "lo que incumple la regla")),
        .init(
          "not_checked", \.unchecked, unit,
          Text(en: "what could not be checked", es: "lo que no pudo comprobarse")),
        .init("stake", \.stake, .votes, stake),
        .init(
          "margin", \.margin, .votes,
          Text(en: "the margin of the leading option", es: "la ventaja de quien va primero")),
        .init(
          "share", \.share, .percent,
          Text(en: "the votes at stake in percent of the margin", es: "los votos en juego en porcentaje de la ventaja")),
      ] + (direction.map { [.init("net", \.net, .votes, $0)] } ?? []) + numbers,
      words: [
        .init("against", \.against), .init("direction", \.direction), .init("unchecked", \.notChecked),
        .init("leader", \.leader), .init("second", \.second),
      ])
  }

  /// How many could not be checked and why, as a sentence; empty where all were.
  func notChecked(_ result: RuleResult) -> Text {
    guard result.unchecked > 0 else { return Text("") }
    let count = Quantity(result.unchecked, unit)
    return Text(
      en: " Not checked, \(unchecked.en): \(count.text(.english)).",
      es: " Sin comprobar, \(unchecked.es): \(count.text(.spanish)).")
  }

  private static let clerical = Text(
    en:
      "Most such failures are clerical: they grow with workload and fall with schooling (Challú, Seira and Simpser 2020, APSR), and they vary with the party agents who watch (Ascencio and Rueda 2019, APSR). They ask for the sheet's original, not for a conclusion.",
    es:
      "La mayoría de estas fallas son errores administrativos: crecen con la carga de trabajo y bajan con la escolaridad (Challú, Seira y Simpser 2020, APSR), y varían con los representantes de partidos que vigilan (Ascencio y Rueda 2019, APSR). Piden ver el original del acta, no una conclusión."
  )
}
