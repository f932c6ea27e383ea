import ModuleKit
import Workbench
import Workspaces

extension Diagnostic {
  /// The diagnostic as `--json` prints it.
  var document: Value {
    var out: [String: Value] = [
      "file": Value(location?.file), "line": location?.range.map { .integer($0.start.line) } ?? .null,
      "column": location?.range.map { .integer($0.start.column) } ?? .null, "code": .string(code),
      "message": .string(message), "hint": Value(hint),
    ]
    if let datum {
      out["dataset"] = .string(datum.dataset)
      out["row"] = datum.row.map(Value.integer) ?? .null
      out["field"] = Value(datum.field)
      out["value"] = Value(datum.value)
      out["rule"] = Value(datum.rule)
    }
    return .object(out)
  }
}

extension StepReport {
  /// The report as `veedor run --json` prints it.
  var document: Value {
    [
      "id": .string(step.analysis.id), "use": .string(step.analysis.use), "status": .string(status.rawValue),
      "findings": .list(outcome.findings.map(\.document)),
      "tables": .list(
        outcome.tables.keys.sorted().map {
          ["name": .string($0), "path": .string("\(step.place.folder)/tables/\($0).csv")]
        }),
      "figures": .list(
        outcome.figures.keys.sorted().flatMap { name in
          Language.allCases.map { language in
            [
              "name": .string(name), "language": .string(language.rawValue),
              "path": .string("\(step.place.folder)/figures/\(name).\(language.rawValue).svg"),
            ]
          }
        }),
      "problems": .list(problems.map(\.document)),
    ]
  }
}

extension Plan.Step {
  /// The step as `veedor plan --json` prints it.
  var document: Value {
    let reasons: [String] = if case .due(let reasons) = state { reasons } else { [] }
    return [
      "id": .string(analysis.id), "use": .string(analysis.use), "as_of": Value(asOf?.rfc3339),
      "state": .string(state == .current ? "current" : "due"), "reasons": .list(reasons.map(Value.string)),
    ]
  }
}
