import ModuleKit

extension SheetChecks {
  /// Sheets with voters and with nothing but zeros for votes.
  struct ZeroFilled: FindingShape {
    let sheets, all, voters: Int

    /// The sheets of `sheets` that say of voters and, where they say anything of votes and ballots, zero; nil for none.
    init?(_ sheets: Sheets) {
      let ballots = sheets.votes + [sheets.valid, sheets.blank, sheets.null, sheets.cast]
      var (count, voters) = (0, Int64(0))
      for row in 0..<sheets.count {
        guard let registered = sheets.registered[row], registered > 0,
          ballots.allSatisfy({ ($0[row] ?? 0) == 0 }), sheets.votes.contains(where: { $0[row] != nil })
        else { continue }
        count += 1
        voters = voters.clampedSum(registered)
      }
      guard count > 0 else { return nil }
      (self.sheets, all, self.voters) = (count, sheets.count, Int(voters))
    }

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Filled with zeros: \(\.sheets) of \(\.all, .number). They have \(\.voters, .number) registered voters and no vote for anybody; sheets that were not counted, or not typed in, look like this.",
        es:
          "Llenas de ceros: \(\.sheets) de \(\.all, .number). Tienen \(\.voters, .number) inscritos y ningún voto para nadie; así se ven las actas que no se contaron o no se digitaron."
      ),
      caution: Text(
        en:
          "A zero that stands for a missing figure is counted as a zero everywhere else here. A station at which nobody voted, such as one that never opened, has the same figures.",
        es:
          "Un cero puesto por una cifra que falta cuenta como cero en todo lo demás. Una mesa en la que nadie votó, como la que no abrió, tiene las mismas cifras."
      ),
      method: method,
      numbers: [
        .init("sheets", \.sheets, .sheets, Text(en: "sheets filled with zeros", es: "actas llenas de ceros")),
        .init("all", \.all, .sheets, Text(en: "all sheets", es: "todas las actas")),
        .init(
          "voters", \.voters, .people, Text(en: "voters registered for them", es: "electores inscritos en ellas")),
      ],
      examples: [
        FindingExample(
          "Sheet 2 has voters and zeros alone.",
          [
            "sheets": """
            sheet,registered,cast,votes_oak,votes_elm
            1,300,200,120,80
            2,250,0,0,0
            """
          ], finds: "council"),
        FindingExample(
          "A hospital without a register of its own, and a sheet without figures.",
          [
            "sheets": """
            sheet,registered,cast,votes_oak,votes_elm
            1,0,0,0,0
            2,250,,,
            """
          ]),
      ])
  }
}
