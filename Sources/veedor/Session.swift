import ModuleKit
import Workbench
import Workspaces

/// One run of a plan, told as users see it.
struct Session {
  let workbench: Workbench

  init(_ workbench: Workbench) { self.workbench = workbench }

  /// Runs what `makePlan` plans. The data of all that is due is checked first, and bad data ends the command.
  func run(_ makePlan: (Workbench) throws -> Plan) async throws -> [StepReport] {
    do {
      let plan = try makePlan(workbench)
      let due = plan.steps.filter { $0.state != .current }.flatMap(\.analysis.inputs.values)
      let problems = await workbench.workspace.dataProblems(workbench.loader, of: Set(due))
      guard problems.isEmpty else {
        Console.report(problems, in: nil)
        throw Exit(status: .invalid)
      }
      let reports = try await workbench.run(plan) { Console.progress($0, $1, $2) }
      Console.report(workbench.warnings, in: nil)
      return reports
    } catch let error as DiagnosticsError {
      throw Console.failure(error)
    }
  }
}

/// A run in a few lines: what ran, what it found, what failed and why.
struct RunSummary {
  private let reports: [StepReport]

  init(_ reports: [StepReport]) { self.reports = reports }

  func print() {
    let width = reports.map { $0.step.analysis.id.count }.max() ?? 0
    for report in reports {
      let name = report.step.analysis.id
      let padded = name + String(repeating: " ", count: width - name.count)
      let edition = report.step.asOf.map { spoken(en: "  as of \($0.rfc3339)", es: "  a \($0.rfc3339)") } ?? ""
      Console.print("\(padded)  \(word(report.status).spoken)\(found(report))\(edition)")
      for finding in report.outcome.findings where report.step.analysis.operation.makesPages {
        Console.message("  \(name): \(finding.statement.spoken)")
      }
      for problem in report.problems { Console.message(problem, of: name) }
    }
  }

  private func found(_ report: StepReport) -> String {
    guard [.ran, .cached].contains(report.status), !report.step.analysis.operation.makesPages else { return "" }
    let findings = report.outcome.findings
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count > 0 ? "\(count) \(severity.word.spoken)" : nil
    }
    let confirmed = report.confirms.map {
      $0
        ? spoken(en: ", the bytes that were received", es: ", los mismos bytes que se recibieron")
        : spoken(en: ", not the bytes that were received", es: ", no los bytes que se recibieron")
    }
    return spoken(
      en: "  \(findings.count) \(findings.count == 1 ? "finding" : "findings")",
      es: "  \(findings.count) \(findings.count == 1 ? "hallazgo" : "hallazgos")")
      + (counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))") + (confirmed ?? "")
  }

  private func word(_ status: StepReport.Status) -> Text {
    switch status {
    case .ran: Text(en: "ran", es: "ejecutado")
    case .cached: Text(en: "cached", es: "ya hecho")
    case .failed: Text(en: "failed", es: "falló")
    case .skipped: Text(en: "skipped", es: "omitido")
    }
  }
}
