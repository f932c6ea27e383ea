import ModuleKit

extension Edition {
  /// The edition in `language` of what the host gives.
  init(_ language: Language, _ results: [StoredResult], _ context: Context) {
    let mission = context.mission
    let asOf = context.asOf.map { instant in
      let offset = language.offset(mission.zone.offset(at: instant))
      return AsOf(text: "\(language.time(mission.zone.clock(at: instant))) (\(offset))", machine: instant.rfc3339)
    }
    self.init(
      language: language, title: mission.title[language], electionDay: language.day(mission.electionDay),
      notice: mission.notice?[language] ?? "", asOf: asOf,
      results: results.map { BoundResult($0, language, mission.zone) })
  }
}

extension BoundResult {
  fileprivate init(_ result: StoredResult, _ language: Language, _ zone: Zone) {
    let operation = result.operation
    self.init(
      analysis: result.analysis, operation: operation.id, status: Status(result.status),
      declared: operation.findings.map {
        DeclaredFinding(
          $0.code, quantities: $0.kind.numbers.map(\.name), words: $0.kind.words, isAnnex: $0.kind.placement == .annex)
      },
      declaredFigures: operation.figures.map(\.name), declaredTables: operation.tables.map(\.name),
      findings: result.outcome.findings.map { BoundFinding($0, operation.finding($0.code), language) },
      isScreening: !operation.findings.isEmpty && operation.findings.allSatisfy { $0.kind.tier == .screening })
    for kind in operation.figures {
      guard let svg = result.outcome.figures[kind.name] else { continue }
      figures[kind.name] = BoundFigure(svg: svg[language], caption: kind.title[language])
    }
    for kind in operation.tables {
      guard let table = result.outcome.tables[kind.name] else { continue }
      tables[kind.name] = BoundTable(table, kind, language, zone)
    }
  }
}

extension BoundResult.Status {
  fileprivate init(_ status: StoredResult.Status) {
    switch status {
    case .current: self = .current
    case .stale: self = .stale
    case .failed: self = .failed
    case .missing: self = .missing
    }
  }
}

extension BoundFinding {
  fileprivate init(_ finding: Finding, _ kind: FindingKind?, _ language: Language) {
    let words = BindingWords(language)
    self.init(
      code: finding.code, subject: finding.subject, statement: finding.statement[language],
      caution: finding.caution[language], method: kind?.method[language] ?? finding.method,
      basis: words.basis(finding.basis, by: finding.basisBy), tier: words.tier(finding.tier),
      isAnnex: finding.placement == .annex, isScreening: finding.tier == .screening,
      quantities: finding.values.mapValues { BoundQuantity($0, language) },
      words: finding.words.mapValues { $0[language] },
      evidence: finding.evidence.map { BoundEvidence(dataset: $0.dataset, rows: $0.rows.map(\.text), sources: $0.sources) })
  }
}

extension BoundQuantity {
  fileprivate init(_ quantity: Quantity, _ language: Language) {
    func part(_ part: KeyPath<Quantity, Double?>) -> String? {
      quantity[keyPath: part].map { _ in quantity.text(part, language) }
    }
    let ends = [quantity.low, quantity.high].map { $0.flatMap(canonicalNumber) ?? "" }
    self.init(
      text: quantity.text(language), value: part(\.value), low: part(\.low), high: part(\.high),
      bare: quantity.number(language),
      machine: quantity.value.flatMap(canonicalNumber) ?? ends.joined(separator: "/"),
      interval: quantity.interval.map { BindingWords(language).interval($0, of: quantity) } ?? "")
  }
}

extension BoundTable {
  fileprivate init(_ table: Table, _ kind: TableKind, _ language: Language, _ zone: Zone) {
    self.init(
      caption: kind.title[language], headings: kind.columns.map { $0.heading[language] },
      numeric: kind.columns.map { [.integer, .decimal, .number].contains($0.type) },
      rows: (0..<table.rowCount).map { row in
        table.cells(row).map { BindingWords(language).cell($0, in: zone) }
      })
  }
}
