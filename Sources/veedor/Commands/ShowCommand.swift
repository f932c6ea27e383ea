import ArgumentParser
import ModuleKit
import Workbench
import Workspaces

struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: spoken(
      en: "Print the stored findings, each with what it does not show.",
      es: "Imprime los hallazgos guardados, cada uno con lo que no muestra."))

  @OptionGroup var workspace: WorkspaceArguments
  @OptionGroup var edition: AsOfOption
  @Option(
    help: ArgumentHelp(spoken(en: "Show these analyses alone.", es: "Muestra solo estos análisis."), valueName: "name"))
  var only: [String] = []
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "Show findings of this severity or above, and count the others.",
        es: "Muestra los hallazgos de esta gravedad o más, y cuenta los demás.")))
  var severity: Severity?
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "Show what is found on the topics of claims with these words alone.",
        es: "Muestra solo lo hallado sobre los temas de afirmaciones con estas palabras."), valueName: "words"))
  var topic: String?
  @Flag(
    help: ArgumentHelp(
      spoken(en: "Print the findings as one JSON object.", es: "Imprime los hallazgos como un objeto JSON.")))
  var json = false

  func run() async throws {
    let workbench = try workspace.open()
    let names = workbench.workspace.analyses.map(\.id)
    for name in only where !names.contains(name) {
      throw Console.failure(DiagnosticsError(RunMessage.unknownAnalysis(name, known: names)))
    }
    let chosen = workbench.workspace.analyses.filter { only.isEmpty || only.contains($0.id) }
    do {
      let results = try workbench.results(chosen, asOf: edition.asOf)
      Console.report(workbench.warnings, in: nil)
      try checkTopic(results.flatMap(\.outcome.findings))
      if json {
        Console.print(json: document(workbench.workspace, results))
      } else {
        let width = Terminal.width
        Pager.through { show(results, workbench.workspace, width) }
      }
    } catch let error as DiagnosticsError {
      throw Console.failure(error)
    }
  }

  private func show(_ results: [StoredResult], _ workspace: Workspace, _ width: Int?) {
    let language = Self.language(of: workspace.mission)
    func print(_ text: String, _ indent: Int = 0, hanging: Int = 0) {
      let blanks = String(repeating: " ", count: indent)
      let others = blanks + String(repeating: " ", count: hanging)
      for line in text.wrapped(at: width, first: blanks, others: others) { Console.print(line) }
    }
    if let notice = workspace.mission.notice {
      print(notice[language])
      print("")
    }
    for result in results {
      let findings = result.outcome.findings.filter(isOnTopic)
      guard topic == nil || !findings.isEmpty else { continue }
      print("\(result.analysis) (\(words(result.status)))")
      // Screening is not read by the way: it is shown where it is asked for, and what it does not show comes first.
      if only.isEmpty, let first = findings.first, findings.allSatisfy({ $0.tier == .screening }) {
        print(first.caution[language], 6)
        print(collapsed(findings.count, result.analysis)[language], 6)
        print("")
        continue
      }
      let shown = findings.filter(isShown)
      for finding in shown {
        let sentence = "[\(finding.severity.word[language])] \(finding.statement[language])"
        let isScreening = finding.tier == .screening
        print(isScreening ? finding.caution[language] : sentence, 2, hanging: 2)
        print(isScreening ? sentence : finding.caution[language], 6)
        let rows = finding.evidence.map { evidence in
          // Without rows it is the whole dataset.
          evidence.rows.isEmpty
            ? evidence.dataset : "\(evidence.dataset): \(evidence.rows.map(\.text).joined(separator: ", "))"
        }
        print((["\(finding.code) \(finding.subject)"] + rows).joined(separator: "; "), 6)
      }
      if shown.count < findings.count { print(Self.below(findings.count - shown.count)[language], 2) }
      print("")
    }
  }

  /// The language in which findings are read: the one that is asked for, else the program's where it is one of the mission's, else the
  /// mission's first.
  private static func language(of mission: Mission) -> Language {
    if let given = ProgramLanguage.given { return given }
    let spoken = ProgramLanguage.current
    return mission.languages.contains(spoken) ? spoken : mission.languages.first ?? spoken
  }

  private func isShown(_ finding: Finding) -> Bool { severity.map { finding.severity >= $0 } ?? true }

  /// Whether a finding is about the topic that is asked for: its name, in either language, has the words.
  private func isOnTopic(_ finding: Finding) -> Bool {
    guard let topic = topic?.lowercased() else { return true }
    guard let name = finding.words["topic"] else { return false }
    return finding.subject == topic || [name.en, name.es].contains { $0.lowercased().contains(topic) }
  }

  /// Refuses a topic of which nothing is found, and names those of which something is.
  private func checkTopic(_ findings: [Finding]) throws {
    guard let topic, !findings.contains(where: isOnTopic) else { return }
    let known = Set(findings.compactMap { $0.words["topic"]?.spoken }).sorted()
    throw DiagnosticsError(UsageMessage.unknownTopic(topic, known: known))
  }

  private static func below(_ count: Int) -> Text {
    count == 1
      ? Text(en: "and 1 finding below that severity", es: "y 1 hallazgo de menos gravedad")
      : Text(en: "and \(count) findings below that severity", es: "y \(count) hallazgos de menos gravedad")
  }

  private func words(_ status: StoredResult.Status) -> String {
    let run = command("run")
    return switch status {
    case .current: spoken(en: "current", es: "al día")
    case .received:
      spoken(en: "received, not re-run; '\(run)' confirms it", es: "recibido, no ejecutado aquí; «\(run)» lo confirma")
    case .stale: spoken(en: "stale; run '\(run)'", es: "atrasado; ejecute «\(run)»")
    case .altered: spoken(en: "altered; run '\(run)'", es: "cambiado; ejecute «\(run)»")
    case .failed: spoken(en: "failed; run '\(run)'", es: "falló; ejecute «\(run)»")
    case .missing: spoken(en: "missing; run '\(run)'", es: "falta; ejecute «\(run)»")
    }
  }

  /// A command on the same workspace and edition, as it is typed.
  private func command(_ words: String) -> String {
    let folder = workspace.folder
    let place = folder == "." ? "" : folder.contains(" ") ? " \"\(folder)\"" : " \(folder)"
    return "veedor \(words)\(place)" + (edition.asOf.map { " --as-of \($0.rfc3339)" } ?? "")
  }

  private func collapsed(_ count: Int, _ analysis: String) -> Text {
    let show = command("show") + " --only \(analysis)"
    return Text(
      en: "screening, \(count) \(count == 1 ? "finding" : "findings"): '\(show)' shows \(count == 1 ? "it" : "them")",
      es: "cribado, \(count) \(count == 1 ? "hallazgo" : "hallazgos"): «\(show)» \(count == 1 ? "lo" : "los") muestra")
  }

  private func document(_ workspace: Workspace, _ results: [StoredResult]) -> Value {
    [
      "workspace": .string(workspace.mission.id), "as_of": Value(edition.asOf?.rfc3339),
      "analyses": .list(
        results.map {
          [
            "id": .string($0.analysis), "status": .string($0.status.rawValue),
            "findings": .list($0.outcome.findings.filter { isOnTopic($0) && isShown($0) }.map(\.document)),
          ]
        }),
    ]
  }
}
