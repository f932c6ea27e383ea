import ModuleKit

// What tags may name of a result, and what of it there is.

/// What every finding has, whatever its code.
enum OwnName: String, CaseIterable {
  case statement, caution, subject, method
}

extension DeclaredFinding {
  /// Every name that may stand behind the code in a tag.
  var tagNames: [String] { numbers.map(\.name) + words + OwnName.allCases.map(\.rawValue) }

  /// Whether `name` is that of a number.
  func isNumber(_ name: String) -> Bool { numbers.contains { $0.name == name } }
}

extension StoredResult {
  /// Whether there is anything stored, current or not.
  var isPresent: Bool {
    switch status {
    case .current, .stale, .received: true
    case .altered, .failed, .missing: false
    }
  }

  /// Whether it is screening alone: signs that ask for documents, shown collapsed and behind their cautions.
  var isScreening: Bool {
    !operation.findings.isEmpty && operation.findings.allSatisfy { $0.tier == .screening }
  }

  /// The findings that a path means, in the result's order.
  func findings(_ path: FindingPath) -> [Finding] {
    outcome.findings.filter { $0.code == path.code && (path.subject == nil || $0.subject == path.subject) }
  }

  /// The path that means `finding` and no other of its code.
  func path(of finding: Finding) -> FindingPath {
    FindingPath(analysis: analysis, code: finding.code, subject: finding.subject)
  }

  /// How `finding` was reached: in every language where the operation declares its code.
  func method(of finding: Finding) -> Text { operation.finding(finding.code)?.method ?? Text(finding.method) }

  /// What its number `name` is: the name itself where the operation does not declare it.
  func meaning(of name: String, in finding: Finding) -> Text {
    operation.finding(finding.code)?.numbers.first { $0.name == name }?.summary ?? Text(name)
  }

  /// The text that a tag's name stands for; nil where the finding has none of that name.
  func text(_ name: String, of finding: Finding, _ format: TagFormat?, _ language: Language) -> String? {
    if let quantity = finding.values[name] { return quantity.form(format, language) }
    return switch OwnName(rawValue: name) {
    case .statement: finding.statement[language]
    case .caution: finding.caution[language]
    case .subject: finding.subject
    case .method: method(of: finding)[language]
    case nil: finding.words[name]?[language]
    }
  }

  /// The figure that the operation declares as `name`, with what it shows; nil where it was not drawn.
  func figure(_ name: String) -> (svg: Text, title: Text)? {
    guard let kind = operation.figures.first(where: { $0.name == name }) else { return nil }
    return outcome.figures[name].map { ($0, kind.title) }
  }

  /// The table that the operation declares as `name`; nil where it was not made.
  func table(_ name: String) -> (table: Table, kind: DeclaredTable)? {
    guard let kind = operation.tables.first(where: { $0.name == name }) else { return nil }
    return outcome.tables[name].map { ($0, kind) }
  }
}

extension Quantity {
  /// The number in the form that a tag asks for; nil where it has no such part.
  func form(_ format: TagFormat?, _ language: Language) -> String? {
    func part(_ part: KeyPath<Quantity, Double?>) -> String? {
      self[keyPath: part].map { _ in text(part, language) }
    }
    return switch format {
    case nil: text(language)
    case .value: part(\.value)
    case .low: part(\.low)
    case .high: part(\.high)
    case .bare: number(language)
    }
  }

  /// For machines: the value, or the ends of the range parted by a slash.
  var machine: String {
    value.flatMap(canonicalNumber) ?? [low, high].map { $0.flatMap(canonicalNumber) ?? "" }.joined(separator: "/")
  }
}
