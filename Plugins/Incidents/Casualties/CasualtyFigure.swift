import Charts
import ModuleKit

/// The claims on one measure by source, with floors and ceilings.
struct CasualtyFigure {
  static let kinds = [
    FigureKind("killed", Text(en: "People killed, by source", es: "Personas muertas, por fuente")),
    FigureKind("injured", Text(en: "People injured, by source", es: "Personas heridas, por fuente")),
    FigureKind("detained", Text(en: "People detained, by source", es: "Personas detenidas, por fuente")),
    FigureKind("missing", Text(en: "People missing, by source", es: "Personas desaparecidas, por fuente")),
  ]

  let kind: FigureKind
  let svg: Text

  /// nil for a measure that is not among ``kinds``, and where no claim states a number.
  init?(_ comparison: Comparison, _ words: CasualtyWords) {
    guard let kind = Self.kinds.first(where: { $0.name == comparison.measure }) else { return nil }
    let claims = comparison.claims.flatMap { claim, use -> [SourceClaims.Claim] in
      switch use {
      case .used: Self.claims(claim, isComparable: true, words.zone)
      case .notComparable: Self.claims(claim, isComparable: false, words.zone)
      case .superseded, .noNumber, .notPeople: []
      }
    }
    let range = comparison.range.flatMap { range -> SourceClaims.Range? in
      guard let low = Self.whole(range.low), let high = Self.whole(range.high) else { return nil }
      return SourceClaims.Range(low: low, high: high, isOpen: range.isOpen)
    }
    let counted = words.counted(2)
    let chart = SourceClaims(
      measure: Text(en: "As stated: \(counted.en)", es: "Según se afirma: \(counted.es)"), claims: claims,
      range: range, apart: Text(en: "Not compared: another period", es: "Sin comparar: otro período"))
    let caption = Caption(
      title: kind.title, takeaway: Self.takeaway(comparison, words),
      caution: Casualties.TollRange.kind.declared.caution,
      source: Self.sources(comparison))
    guard let figure = chart.figure(id: comparison.measure, caption: caption) else { return nil }
    (self.kind, svg) = (kind, figure.svg)
  }

  /// A claim of a range is drawn as its two ends.
  private static func claims(_ claim: Claim, isComparable: Bool, _ zone: Zone) -> [SourceClaims.Claim] {
    guard let figure = ClaimedFigure(claim), let low = whole(figure.low), let high = whole(figure.high) else {
      return []
    }
    let publication = claim.provenance.publication
    func drawn(_ value: Int, _ qualifier: SourceClaims.Qualifier) -> SourceClaims.Claim {
      SourceClaims.Claim(
        source: claim.provenance.sourceName,
        published: (publication.to ?? publication.from).map { zone.clock(at: $0).day },
        isDayApproximate: publication.basis != .stated, value: value, qualifier: qualifier, isComparable: isComparable)
    }
    if low != high { return [drawn(low, .atLeast), drawn(high, .atMost)] }
    return switch figure.qualifier {
    case .exact: [drawn(low, .exact)]
    case .atLeast, .moreThan: [drawn(low, .atLeast)]
    case .atMost, .lessThan: [drawn(low, .atMost)]
    case .approximate: [drawn(low, .approximate)]
    }
  }

  /// A number of people as the figure draws it; nil for none that can be.
  private static func whole(_ value: ExactDecimal) -> Int? {
    value < 0 ? nil : Int(exactly: value.number.rounded())
  }

  private static func takeaway(_ comparison: Comparison, _ words: CasualtyWords) -> Text {
    guard let range = comparison.range else {
      if !comparison.used.isEmpty {
        return Text(
          en: "Each source stands with its own period: no range is given.",
          es: "Cada fuente figura con su propio período: no se da ningún rango.")
      }
      return Text(
        en: "No claim can be compared\(words.asked.en).", es: "Ninguna afirmación es comparable\(words.asked.es).")
    }
    let toll = words.range(range.low, range.high, isOpen: range.isOpen)
    return Text(
      en: "The sources' latest claims\(words.scope.en) state \(toll.en).",
      es: "Las últimas afirmaciones de cada fuente\(words.scope.es) señalan \(toll.es).")
  }

  private static func sources(_ comparison: Comparison) -> Text {
    Text { language in
      var seen: [String] = []
      for name in comparison.claims.map({ $0.claim.provenance.sourceName[language] }) where !seen.contains(name) {
        seen.append(name)
      }
      return language.list(seen)
    }
  }
}
