import ModuleKit

/// What `counts.sheets` can find: one code for each rule, and what holds for all.
enum SheetsCode: String, FindingCode {
  case votesAddUp = "votes_add_up"
  case ballotsAddUp = "ballots_add_up"
  case castWithinRegister = "cast_within_register"
  case castWithinLimit = "cast_within_limit"
  case ballotsAccountedFor = "ballots_accounted_for"
  case castWithinIssued = "cast_within_issued"
  case optionWithinValid = "option_within_valid"
  case stationsWithoutSheet = "stations_without_sheet"
  case unknownStations = "unknown_stations"
  case severalSheetsOfStation = "several_sheets_of_station"
  case sameFigures = "same_figures"
  case areaTotals = "area_totals"
  case secondEntry = "second_entry"
  case revised
  case ruleKept = "rule_kept"
  case rulesUnchecked = "rules_unchecked"
  case extremes

  var kind: CodedFindingKind {
    switch self {
    case .ruleKept:
      CodedFindingKind(
        .info,
        Text(
          en: "None of the {checked} checked breaks the rule “{rule}”.{unchecked}",
          es: "Ninguna de las {checked} comprobadas incumple la regla «{rule}».{unchecked}"),
        caution: Text(
          en: "Figures that add up can still be wrong: whoever invents or copies figures can make them add up.",
          es: "Unas cifras que cuadran pueden ser falsas: quien las inventa o las copia puede hacer que cuadren."),
        method: Self.method,
        numbers: [
          .init("checked", .number, Text(en: "what was checked", es: "lo comprobado")), Self.notChecked(.number),
        ], words: ["rule", "unchecked"])
    case .rulesUnchecked:
      CodedFindingKind(
        .info,
        Text(
          en: "No sheet has the figures that these rules need, so that none was checked: {rules}",
          es: "Ningún acta tiene las cifras que estas reglas necesitan, así que no se comprobaron: {rules}"),
        caution: Text(
          en: "What is not published cannot be checked; it does not follow that it is wrong.",
          es: "Lo que no se publica no puede comprobarse; de ello no se sigue que esté mal."),
        method: Self.method, words: ["rules"])
    case .extremes:
      CodedFindingKind(
        .info,
        Text(
          en:
            "Of {all}, {no_voters.number} give zero registered voters, {no_ballots.number} zero ballots and {no_valid.number} zero valid votes; on {full_turnout.number} as many ballots were issued or cast as voters are registered, and on {one_option.number} every ballot is for {leader}.",
          es:
            "De {all}, {no_voters.number} indican cero inscritos, {no_ballots.number} cero votos emitidos y {no_valid.number} cero votos válidos; en {full_turnout.number} hay tantas papeletas entregadas o votos emitidos como inscritos, y en {one_option.number} todos los votos son para {leader}."
        ),
        caution: Text(
          en:
            "Hospitals, barracks, prisons, ships and stations abroad often have such sheets, since their registers are made on the day or are very small.",
          es:
            "Los hospitales, cuarteles, cárceles, barcos y mesas en el exterior suelen tener actas así, porque su padrón se hace ese día o es muy pequeño."
        ),
        method: Self.method,
        numbers: [
          .init("all", .sheets, Text(en: "all sheets", es: "todas las actas")),
          .init("no_voters", .sheets, Text(en: "sheets without registered voters", es: "actas con cero inscritos")),
          .init("no_ballots", .sheets, Text(en: "sheets without ballots cast", es: "actas con cero votos emitidos")),
          .init("no_valid", .sheets, Text(en: "sheets without valid votes", es: "actas con cero votos válidos")),
          .init(
            "full_turnout", .sheets,
            Text(en: "sheets with a turnout of exactly 100 %", es: "actas con una participación de exactamente 100 %")),
          .init(
            "one_option", .sheets,
            Text(
              en: "sheets all of whose ballots are for the leading option",
              es: "actas cuyos votos son todos para quien va primero")),
        ], words: ["leader"])
    case .votesAddUp: SheetRule.votesAddUp.findingKind
    case .ballotsAddUp: SheetRule.ballotsAddUp.findingKind
    case .castWithinRegister: SheetRule.castWithinRegister.findingKind
    case .castWithinLimit: SheetRule.castWithinLimit.findingKind
    case .ballotsAccountedFor: SheetRule.ballotsAccountedFor.findingKind
    case .castWithinIssued: SheetRule.castWithinIssued.findingKind
    case .optionWithinValid: SheetRule.optionWithinValid.findingKind
    case .stationsWithoutSheet: SheetRule.stationsWithoutSheet.findingKind
    case .unknownStations: SheetRule.unknownStations.findingKind
    case .severalSheetsOfStation: SheetRule.severalSheetsOfStation.findingKind
    case .sameFigures: SheetRule.sameFigures.findingKind
    case .areaTotals: SheetRule.areaTotals.findingKind
    case .secondEntry: SheetRule.secondEntry.findingKind
    case .revised: SheetRule.revised.findingKind
    }
  }

  static func notChecked(_ unit: Unit) -> CodedFindingKind.Number {
    .init("not_checked", unit, Text(en: "what could not be checked", es: "lo que no pudo comprobarse"))
  }

  static let method = Text(
    en:
      "Sums and comparisons of the figures as stated, sheet by sheet (OSCE/ODIHR, Handbook for the Observation of Election Results, and the ACE Encyclopaedia on results management). Nothing is inferred.",
    es:
      "Sumas y comparaciones de las cifras tal como constan, acta por acta (OSCE/OIDDH, manual de observación; ACE, sobre gestión de resultados). No se infiere nada."
  )
}

extension SheetRule {
  /// What findings of sheets that break the rule have in common.
  var findingKind: CodedFindingKind {
    let english = addition?.en ?? "Votes at stake: {stake.number}{against}.{direction}"
    let spanish = addition?.es ?? "Votos en juego: {stake.number}{against}.{direction}"
    return CodedFindingKind(
      severity, Text(en: "\(opening.en) \(english){unchecked}", es: "\(opening.es) \(spanish){unchecked}"),
      caution: Text(en: "\(caution.en) \(Self.clerical.en)", es: "\(caution.es) \(Self.clerical.es)"),
      method: SheetsCode.method,
      numbers: [
        .init("checked", unit, Text(en: "what was checked", es: "lo comprobado")),
        .init("failed", unit, Text(en: "what breaks the rule", es: "lo que incumple la regla")),
        SheetsCode.notChecked(unit), .init("stake", .votes, stake),
        .init("margin", .votes, Text(en: "the margin of the leading option", es: "la ventaja de quien va primero")),
        .init(
          "share", .percent,
          Text(en: "the votes at stake in percent of the margin", es: "los votos en juego en porcentaje de la ventaja")),
      ] + (direction.map { [.init("net", .votes, $0)] } ?? []) + numbers,
      words: ["against", "direction", "unchecked", "leader", "second"])
  }

  private static let clerical = Text(
    en:
      "Most such failures are clerical: they grow with workload and fall with schooling (Challú, Seira and Simpser 2020, APSR), and they vary with the party agents who watch (Ascencio and Rueda 2019, APSR). They ask for the sheet's original, not for a conclusion.",
    es:
      "La mayoría de estos fallos son de oficina: crecen con la carga de trabajo y bajan con la escolaridad (Challú, Seira y Simpser 2020, APSR), y varían con los representantes de partidos que vigilan (Ascencio y Rueda 2019, APSR). Piden ver el original del acta, no una conclusión."
  )
}
