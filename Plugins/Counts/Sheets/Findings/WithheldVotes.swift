import ModuleKit

extension SheetChecks {
  /// Votes of an option that the file withholds, and what the sheets then add up to.
  struct WithheldVotes: FindingShape {
    /// Sheets on which the option's votes are withheld, all sheets, and the sum of the votes that are given.
    let withheld, sheets, given: Int
    /// The sum with the votes that are withheld.
    let total: Quantity
    let option: Text

    /// The options of which votes are withheld, in ballot order, each with the sheets in question.
    static func all(of sheets: Sheets) -> [(option: String, finding: WithheldVotes, evidence: Evidence)] {
      zip(sheets.contest.options, sheets.votes).compactMap { option, votes in
        let cells = sheets.source.withheld(in: "votes_\(option.id)")
        guard !cells.isEmpty else { return nil }
        let given = (0..<votes.count).reduce(0) { $0 + Int(votes[$1] ?? 0) }
        let (low, high) = cells.reduce((given, given)) { ($0.0 + $1.range.lowerBound, $0.1 + $1.range.upperBound) }
        let total = Quantity(nil, .votes, low: Double(low), high: Double(high), interval: .hardBound)
        let finding = WithheldVotes(
          withheld: cells.count, sheets: sheets.count, given: given, total: total, option: option.name)
        return (option.id, finding, sheets.evidence(rows: cells.map(\.row)))
      }
    }

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Votes of \(\.option) are withheld in the file on \(\.withheld) of \(\.sheets, .number). Those that it gives add up to \(\.given); with those withheld they are between \(\.total, .low) and \(\.total, .high).",
        es:
          "El archivo retiene los votos de \(\.option) en \(\.withheld) de \(\.sheets, .number). Los que da suman \(\.given); con los retenidos son entre \(\.total, .low) y \(\.total, .high)."
      ),
      caution: Text(
        en:
          "The bounds are what the workspace says of the texts that stand for such votes. Every other sum here is without them, and a margin too; sheets that lack votes for another reason are in none.",
        es:
          "Las cotas son lo que el espacio de trabajo indica de los textos puestos en lugar de esos votos. Toda otra suma aquí va sin ellos, y también las ventajas; las actas a las que les faltan votos por otra razón no están en ninguna."
      ),
      method: Text(
        en: "the sum of the votes given, and of the least and the most that each withheld number can be",
        es: "la suma de los votos dados, y del mínimo y el máximo que puede ser cada número retenido"),
      numbers: [
        .init(
          "withheld", \.withheld, .sheets, Text(en: "sheets whose votes are withheld", es: "actas con votos retenidos")),
        .init("sheets", \.sheets, .sheets, Text(en: "all sheets", es: "todas las actas")),
        .init("given", \.given, .votes, Text(en: "votes that the file gives", es: "votos que da el archivo")),
        .init(
          "total", \.total, .votes, Text(en: "votes with those withheld", es: "votos con los retenidos")),
      ], words: [.init("option", \.option)], examples: [])
  }
}
