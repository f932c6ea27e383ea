import ModuleKit

/// The table of `incidents.casualties`: every claim, and whether it is compared.
struct CasualtyReport {
  /// What becomes of a claim, as the table says it.
  enum Use: String, CellWord {
    case used, superseded
    case notComparable = "not_comparable"
    case noNumber = "no_number"
    case notPeople = "not_people"

    var text: Text {
      switch self {
      case .used: Text(en: "compared", es: "comparada")
      case .superseded: Text(en: "superseded by a later one", es: "reemplazada por una posterior")
      case .notComparable: Text(en: "not comparable", es: "no comparable")
      case .noNumber: Text(en: "states no number", es: "no señala una cifra")
      case .notPeople: Text(en: "no number of people", es: "no es un número de personas")
      }
    }
  }

  /// A claim, as far as it is compared.
  struct Row {
    let claim: Claim
    let figure: ClaimedFigure?
    let measure: String
    let use: Use
    let reason: String?
  }

  static let claims = TableKind<Row>(
    "claims", Text(en: "What each source stated", es: "Lo que afirmó cada fuente"),
    columns: [
      .init("claim", Text(en: "Claim", es: "Afirmación")) { $0.claim.provenance.key },
      .init("measure", Text(en: "Measure", es: "Medida")) { $0.measure },
      .init("population", Text(en: "Among", es: "Entre")) { $0.claim.population },
      .init("source", Text(en: "Source", es: "Fuente")) { $0.claim.provenance.sourceName },
      .init("published_from", Text(en: "Published, earliest", es: "Publicado, desde")) {
        $0.claim.provenance.publication.from
      },
      .init("published_to", Text(en: "Published, latest", es: "Publicado, hasta")) {
        $0.claim.provenance.publication.to
      },
      .init("period_from", Text(en: "Period, first day", es: "Período, primer día")) { $0.claim.periodFrom },
      .init("period_to", Text(en: "Period, last day", es: "Período, último día")) { $0.claim.periodTo },
      .init("qualifier", Text(en: "Meant as", es: "Sentido")) { ($0.figure?.qualifier ?? $0.claim.qualifier).rawValue },
      .init("low", .people, Text(en: "Lowest number (people)", es: "Número más bajo (personas)")) { $0.figure?.low },
      .init("high", .people, Text(en: "Highest number (people)", es: "Número más alto (personas)")) { row in
        row.figure.flatMap { $0.isOpenAbove ? nil : $0.high }
      },
      .init("use", Text(en: "Use", es: "Uso")) { $0.use },
      .init("reason", Text(en: "Reason", es: "Razón")) { $0.reason },
    ])

  private var rows: [Row] = []

  mutating func add(_ comparison: Comparison) {
    for (claim, use) in comparison.claims {
      let (word, reason): (Use, String?) =
        switch use {
        case .used: (.used, nil)
        case .superseded(let later): (.superseded, later.provenance.key)
        case .notComparable(let misfit): (.notComparable, misfit.rawValue)
        case .noNumber: (.noNumber, nil)
        case .notPeople: (.notPeople, CasualtyWords.unit(of: claim))
        }
      let figure = ClaimedFigure(claim).flatMap { $0.isOfPeople ? $0 : nil }
      rows.append(
        Row(claim: claim, figure: figure, measure: comparison.measure, use: word, reason: reason))
    }
  }

  func add(to findings: inout Findings) throws { try findings.add(Self.claims, rows) }
}
