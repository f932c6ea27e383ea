import ModuleKit

/// The tables of `recount.partial`, gathered row by row.
struct PartialReport {
  /// What the recounted boxes hold of one option.
  struct Held {
    let recount: String
    let option: Contest.Option
    let votes: Int?
    let percent: ExactDecimal?
  }

  /// The margin of the other boxes, for one relative size of the recounted ones.
  struct Tried {
    let recount: String
    let size, points: Double
  }

  static let recounted = TableKind<Held>(
    "recounted", Text(en: "What the recounted boxes hold", es: "Lo que contienen las urnas recontadas"),
    columns: [
      .init("recount", Text(en: "Recount", es: "Recuento")) { $0.recount },
      .init("option", Text(en: "Option", es: "Opción")) { $0.option },
      .init("votes", .votes, Text(en: "Votes", es: "Votos")) { $0.votes },
      .init("percent", .percent, Text(en: "Share of valid votes (%)", es: "Parte de los votos válidos (%)")) {
        $0.percent
      },
    ])

  static let rest = TableKind<Tried>(
    "rest", Text(en: "Margin of the other boxes, by size", es: "Margen de las demás urnas, según su tamaño"),
    columns: [
      .init("recount", Text(en: "Recount", es: "Recuento")) { $0.recount },
      .init(
        "relative_size",
        Text(
          en: "Mean size of a recounted box, relative to another",
          es: "Tamaño medio de una urna recontada, en relación con otra")
      ) { $0.size },
      .init("margin_points", .points, Text(en: "Margin (points)", es: "Margen (puntos)")) { $0.points },
    ])

  private var held: [Held] = []
  private var tried: [Tried] = []

  mutating func add(_ recount: BoxRecount, _ contest: Contest) {
    for (place, option) in contest.options.enumerated() {
      let (votes, percent) = (recount.votes[place], recount.percents[place])
      guard votes != nil || percent != nil else { continue }
      held.append(Held(recount: recount.provenance.key, option: option, votes: votes, percent: percent))
    }
  }

  mutating func addRest(_ recount: BoxRecount, size: Double, points: Double) {
    tried.append(Tried(recount: recount.provenance.key, size: size, points: points))
  }

  func add(to findings: inout Findings) throws {
    try findings.add(Self.recounted, held)
    try findings.add(Self.rest, tried)
  }
}
