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
    if let place = location?.sheet {
      out["sheet"] = .string(place.sheet)
      out["cell"] = .string(place.cell ?? String(place.row))
    }
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
        outcome.artefacts.compactMap {
          if case .table(let name) = $0.name { ["name": .string(name), "path": path(of: $0)] } else { nil }
        }),
      "figures": .list(
        outcome.artefacts.compactMap {
          guard case .figure(let name, let language) = $0.name else { return nil }
          return ["name": .string(name), "language": .string(language.rawValue), "path": path(of: $0)]
        }),
      "problems": .list(problems.map(\.document)), "confirms": confirms.map(Value.bool) ?? .null,
    ]
  }

  private func path(of artefact: Artefact) -> Value { .string("\(step.place.folder)/\(artefact.name.path)") }
}

extension Plan.Step {
  /// The step as `veedor plan --json` prints it.
  var document: Value {
    let reasons: [Text] = if case .due(let reasons) = state { reasons } else { [] }
    return [
      "id": .string(analysis.id), "use": .string(analysis.use), "as_of": Value(asOf?.rfc3339),
      "state": .string(state == .current ? "current" : "due"), "reasons": .list(reasons.map { .string($0.en) }),
    ]
  }
}
