import ModuleKit

/// Says in the page's language what results say in codes.
struct BindingWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func text(_ en: String, _ es: String) -> String { Text(en: en, es: es)[language] }

  /// `reported by press`, `según press`.
  ///
  /// The basis is the weakest of the rows: of several sources, "alleged" need not hold for each.
  func basis(_ basis: Basis, by sources: [String]) -> String {
    let word =
      switch basis {
      case .observed: text("observed", "observado")
      case .verified: text("verified", "verificado")
      case .reported: text("reported", "informado")
      case .alleged where sources.count > 1: text("partly alleged", "alegado en parte")
      case .alleged: text("alleged", "alegado")
      }
    guard !sources.isEmpty else { return word }
    // What a source states is "according to" it in Spanish; "informado por" is English.
    if basis == .reported, language == .spanish { return "según \(language.list(sources))" }
    return "\(word) \(text("by", "por")) \(language.list(sources))"
  }

  /// What is known of a cited source beyond its name: who speaks, through what, when, and what became of it.
  func details(of source: CitedSource, in zone: Zone) -> [String] {
    var details: [String] = []
    if let kind = source.kind { details.append(kind.name[language]) }
    details += [source.speaker?[language], source.outlet?[language]].compactMap(\.self)
    if source.publication.from != nil || source.publication.to != nil {
      details.append(text("published ", "publicado ") + source.publication.text(in: zone)[language])
    }
    if let spoken = source.language { details.append(text("in ", "en ") + spoken.name[language]) }
    if let retrieved = source.retrieved {
      details.append(text("retrieved on ", "consultado el ") + language.day(retrieved))
    }
    if let withdrawn = source.withdrawn {
      let word =
        switch withdrawn.sort {
        case .retracted: text("retracted", "rectificado por su autor")
        case .deleted: text("deleted", "borrado")
        }
      let day = withdrawn.day.map { text(" on ", " el ") + language.day($0) }
      details.append(word + (day ?? text(" later", " después")))
    }
    if let file = source.file { details.append(text("captured copy: ", "copia capturada: ") + file) }
    return details
  }

  /// How far a finding may be relied on; empty for facts.
  func tier(_ tier: Tier) -> String {
    switch tier {
    case .fact: ""
    case .explanation:
      text("a reading of the facts under stated assumptions", "una lectura de los hechos bajo supuestos declarados")
    case .screening: text("a sign that asks for documents", "un indicio que exige revisar documentos")
    }
  }

  /// What a range means, its ends and what it assumes.
  func interval(_ interval: Quantity.Interval, of quantity: Quantity) -> String {
    let ends = Quantity(nil, quantity.unit, low: quantity.low, high: quantity.high, isOpenAbove: quantity.isOpenAbove)
      .text(language)
    switch interval {
    case .confidence(let level):
      let percent = Quantity(level * 100, .percent).text(language)
      return text("\(percent) confidence interval: \(ends)", "intervalo de confianza del \(percent): \(ends)")
    case .hardBound: return text("hard bound: \(ends)", "cota segura: \(ends)")
    case .reportedRange: return text("as reported: \(ends)", "según lo informado: \(ends)")
    case .assumptionRange(let assumptions):
      let list = assumptions.map(assumption).joined(separator: "; ")
      let under = list.isEmpty ? "" : text("; assuming: ", "; suponiendo: ") + list
      return text("range under assumptions: \(ends)\(under)", "intervalo bajo supuestos: \(ends)\(under)")
    }
  }

  private func assumption(_ assumption: Assumption) -> String {
    let number = Quantity(assumption.value, .number, low: assumption.low, high: assumption.high)
    let isNumber = number.value != nil || number.low != nil || number.high != nil
    return assumption.text[language] + (isNumber ? " = \(number.text(language))" : "")
  }

  /// A value of a table as people read it.
  func cell(_ cell: Cell, in zone: Zone) -> String {
    switch cell {
    case .missing: "–"
    case .integer(let it): language.number(Int(it))
    case .decimal(let it): language.number(it.number, places: Int(it.scale))
    case .number(let it): Quantity(it, .number).number(language)
    case .text(let it): it
    case .dateTime(let it): language.time(zone.clock(at: it))
    case .date(let it): language.tableDay(it)
    case .boolean(let it): it ? text("yes", "sí") : text("no", "no")
    }
  }
}

extension CitedSource.Kind {
  /// The kind of source in words.
  fileprivate var name: Text {
    switch self {
    case .state: Text(en: "authority of the state", es: "autoridad del Estado")
    case .electoralAuthority: Text(en: "electoral authority", es: "autoridad electoral")
    case .party: Text(en: "party or candidacy", es: "partido o candidatura")
    case .mission: Text(en: "election-observation mission", es: "misión de observación electoral")
    case .intergovernmental: Text(en: "intergovernmental organisation", es: "organización intergubernamental")
    case .nongovernmental: Text(en: "non-governmental organisation", es: "organización no gubernamental")
    case .media: Text(en: "news medium", es: "medio de comunicación")
    case .person: Text(en: "person, by office", es: "persona, por su cargo")
    }
  }
}
