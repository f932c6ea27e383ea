import Markdown
import ModuleKit

/// Holds a template's tags against what the results have: every name, also in sections that are not shown.
struct TemplateCheck {
  private let results: [String: StoredResult]
  private let asOf: Instant?
  private(set) var problems: [Problem] = []

  /// What stands around a node.
  private struct Surroundings {
    var isAnnex = false
    /// Whether the sections around are shown, so that what a finding does not have matters.
    var isShown = true
    /// The finding codes that the sections around go through, innermost last.
    var sections: [FindingPath] = []
  }

  init(_ results: [StoredResult], asOf: Instant?) {
    self.results = Dictionary(results.map { ($0.analysis, $0) }) { $1 }
    self.asOf = asOf
  }

  /// Checks every tag of `template`.
  mutating func check(_ template: TemplateNode) { visit(template, Surroundings()) }

  private mutating func visit(_ node: TemplateNode, _ context: Surroundings) {
    var inner = context
    switch node.kind {
    case .tag(let content): check(content, at: node.range, context)
    case .section(.annex, _): inner.isAnnex = true
    case .section(.findings(let path, let isInverted), _):
      inner.isShown = context.isShown && enter(path, isInverted: isInverted, at: node.range, context)
      if !isInverted { inner.sections.append(path) }
    case .section(.known(let instant, let isInverted), _):
      inner.isShown = context.isShown && instant.isKnown(in: asOf) != isInverted
    case .markup, .text: break
    }
    for child in node.children { visit(child, inner) }
  }

  private mutating func report(_ message: DraftMessage, _ range: MarkRange) {
    problems.append(Problem(message: message, range: range))
  }

  // MARK: Sections

  /// Whether the section is shown; its names are checked.
  private mutating func enter(
    _ path: FindingPath, isInverted: Bool, at range: MarkRange, _ context: Surroundings
  ) -> Bool {
    guard let (result, kind) = declaration(of: path, at: range) else { return false }
    checkPlacement(path, kind, at: range, context)
    let isThere = !result.findings(path).isEmpty
    return result.isPresent && isThere != isInverted
  }

  // MARK: Tags

  private mutating func check(_ content: TagContent, at range: MarkRange, _ context: Surroundings) {
    switch content {
    case .fact, .verbatim, .open, .close: break
    case .figure(let analysis, let name):
      guard let result = result(analysis, at: range) else { return }
      let known = result.operation.figures.map(\.name)
      guard known.contains(name) else {
        return report(.unknownFigure(name, analysis: analysis, known: known), range)
      }
      if context.isShown, result.isPresent, result.figure(name) == nil { report(.absentFigure(name, analysis), range) }
    case .table(let analysis, let name):
      guard let result = result(analysis, at: range) else { return }
      let known = result.operation.tables.map(\.name)
      guard known.contains(name) else {
        return report(.unknownTable(name, analysis: analysis, known: known), range)
      }
      if context.isShown, result.isPresent, result.table(name) == nil { report(.absentTable(name, analysis), range) }
    case .current(let name, let format):
      guard let path = context.sections.last else { return report(.noCurrentFinding(name), range) }
      checkValue(path, name, format, isCurrent: true, at: range, context)
    case .value(let path, let name, let format):
      let isCurrent = context.sections.contains { $0.covers(path) }
      checkValue(path, name, format, isCurrent: isCurrent, at: range, context)
    }
  }

  private mutating func checkValue(
    _ path: FindingPath, _ name: String, _ format: TagFormat?, isCurrent: Bool, at range: MarkRange,
    _ context: Surroundings
  ) {
    guard let (result, kind) = declaration(of: path, at: range) else { return }
    checkPlacement(path, kind, at: range, context)
    let code = "\(path.analysis).\(path.code)"
    guard kind.tagNames.contains(name) else {
      return report(.unknownValue(name, finding: code, known: kind.tagNames), range)
    }
    guard format == nil || kind.isNumber(name) else {
      return report(.formatDoesNotApply(format?.rawValue ?? "", to: name), range)
    }
    guard context.isShown, result.isPresent else { return }
    let found = result.findings(path)
    if !isCurrent, !isOne(found, path, result, at: range) { return }
    func text(_ finding: Finding, _ format: TagFormat?) -> String? {
      // Whether there is one does not depend on the language.
      result.text(name, of: finding, format, .english)
    }
    for finding in found where text(finding, format) == nil {
      guard text(finding, nil) == nil else {
        return report(.formatDoesNotApply(format?.rawValue ?? "", to: name), range)
      }
      return report(.absentValue(name, finding: code), range)
    }
  }

  /// Whether a tag outside sections means one finding.
  private mutating func isOne(
    _ found: [Finding], _ path: FindingPath, _ result: StoredResult, at range: MarkRange
  ) -> Bool {
    if found.count == 1 { return true }
    let all = result.findings(FindingPath(analysis: path.analysis, code: path.code))
    let code = "\(path.analysis).\(path.code)"
    if found.count > 1 {
      report(.severalFindings(code, subjects: found.map(\.subject)), range)
    } else if let subject = path.subject, !all.isEmpty {
      report(.unknownSubject(subject, finding: code, subjects: all.map(\.subject)), range)
    } else {
      report(.absentFinding(path.text), range)
    }
    return false
  }

  // MARK: Names

  private mutating func result(_ analysis: String, at range: MarkRange) -> StoredResult? {
    if let result = results[analysis] { return result }
    report(.unknownAnalysis(analysis, known: Array(results.keys)), range)
    return nil
  }

  private mutating func declaration(
    of path: FindingPath, at range: MarkRange
  ) -> (result: StoredResult, kind: DeclaredFinding)? {
    guard let result = result(path.analysis, at: range) else { return nil }
    if let kind = result.operation.finding(path.code) { return (result, kind) }
    let known = result.operation.findings.map(\.code)
    report(.unknownFinding(path.code, analysis: path.analysis, operation: result.use, known: known), range)
    return nil
  }

  private mutating func checkPlacement(
    _ path: FindingPath, _ kind: DeclaredFinding, at range: MarkRange, _ context: Surroundings
  ) {
    let findings = results[path.analysis]?.findings(path) ?? []
    guard !context.isAnnex, kind.placement == .annex || findings.contains(where: { $0.placement == .annex }) else {
      return
    }
    report(.annexOnly("\(path.analysis).\(path.code)"), range)
  }
}

extension FindingPath {
  /// Whether, inside a section over this path, `other` means the section's own finding.
  func covers(_ other: FindingPath) -> Bool {
    analysis == other.analysis && code == other.code && (other.subject == nil || other.subject == subject)
  }
}

extension Instant {
  /// Whether an edition as of `asOf` holds what became known then; one of all that is known does.
  func isKnown(in asOf: Instant?) -> Bool { asOf.map { self <= $0 } ?? true }
}
