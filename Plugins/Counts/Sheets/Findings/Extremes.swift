import ModuleKit

extension SheetChecks {
  /// How many sheets give nothing, everybody or one option alone.
  struct Extremes: FindingShape {
    let all: Int
    private(set) var noVoters = 0, noBallots = 0, noValid = 0, fullTurnout = 0, oneOption = 0
    let leader: Text

    init(_ sheets: Sheets, _ pair: LeadingMargin?) {
      all = sheets.count
      leader = sheets.contest.options[pair?.leader ?? 0].name
      let (registered, cast, valid, issued) = (sheets.registered, sheets.castBallots, sheets.validVotes, sheets.issued)
      let votes = sheets.votes[pair?.leader ?? 0]
      for row in 0..<sheets.count {
        if registered[row] == 0 { noVoters += 1 }
        if valid[row] == 0 { noValid += 1 }
        guard let ballots = cast[row] else { continue }
        if ballots == 0 {
          noBallots += 1
          continue
        }
        if let voters = registered[row], voters > 0, (issued[row] ?? ballots) == voters { fullTurnout += 1 }
        if votes[row] == ballots { oneOption += 1 }
      }
    }

    /// How many sheets give what; what none gives is not told, unless that holds of all.
    private var clauses: Text {
      Text { language in
        func text(_ en: String, _ es: String) -> String { language == .english ? en : es }
        func clause(_ count: Int, _ one: String, _ other: String, _ rest: String) -> String? {
          count == 0 ? nil : "\(language.number(count)) \(count == 1 ? one : other) \(rest)"
        }
        let (gives, give) = (text("gives", "indica"), text("give", "indican"))
        let (has, have) = (text("has", "tiene"), text("have", "tienen"))
        let told = [
          clause(noVoters, gives, give, text("zero registered voters", "cero inscritos")),
          clause(noBallots, gives, give, text("zero ballots", "cero votos emitidos")),
          clause(noValid, gives, give, text("zero valid votes", "cero votos válidos")),
          clause(
            fullTurnout, has, have,
            text(
              "as many ballots issued or cast as registered voters",
              "tantas papeletas entregadas o votos emitidos como inscritos")),
          clause(
            oneOption, has, have,
            text("every ballot for \(leader[language])", "todos los votos para \(leader[language])")),
        ].compactMap(\.self)
        guard told.isEmpty else { return language.list(told) }
        return text(
          "none gives zero registered voters, ballots or valid votes, has as many ballots as registered voters, or has every ballot for \(leader[language])",
          "ninguna indica cero inscritos, votos emitidos o votos válidos, ni tiene tantos votos como inscritos, ni todos los votos para \(leader[language])"
        )
      }
    }

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "Of \(\.all), \(\.clauses).", es: "De \(\.all), \(\.clauses)."),
      caution: Text(
        en:
          "Hospitals, barracks, prisons, ships and stations abroad often have such sheets, since their registers are made on the day or are very small; sheets with voters and zeros alone are told of apart.",
        es:
          "Los hospitales, cuarteles, cárceles, barcos y mesas en el exterior suelen tener actas así, porque su padrón se hace ese día o es muy pequeño; las que tienen inscritos y solo ceros se cuentan aparte."
      ),
      method: method,
      numbers: [
        .init("all", \.all, .sheets, Text(en: "all sheets", es: "todas las actas")),
        .init(
          "no_voters", \.noVoters, .sheets,
          Text(en: "sheets without registered voters", es: "actas con cero inscritos")),
        .init(
          "no_ballots", \.noBallots, .sheets,
          Text(en: "sheets without ballots cast", es: "actas con cero votos emitidos")),
        .init(
          "no_valid", \.noValid, .sheets, Text(en: "sheets without valid votes", es: "actas con cero votos válidos")),
        .init(
          "full_turnout", \.fullTurnout, .sheets,
          Text(en: "sheets with a turnout of exactly 100%", es: "actas con una participación de exactamente 100%")),
        .init(
          "one_option", \.oneOption, .sheets,
          Text(
            en: "sheets all of whose ballots are for the leading option",
            es: "actas cuyos votos son todos para quien va primero")),
      ], words: [.init("leader", \.leader), .init("clauses", \.clauses)])
  }
}
