import Files
import Hashing
import ModuleKit
import Workspaces

/// Compares keys with records to tell what is current, and what must run.
struct Planner {
  let workspace: Workspace
  let keys: KeyMaker
  let store: ResultStore

  /// What was found of results while one question is answered: each is looked at once, however many others use it.
  typealias Seen = [ResultPlace: Standing]

  /// A planner for `workspace`, which can use `modules`, by name; `machineKey` vouches for results.
  init(_ workspace: Workspace, modules: [String: any Module], machineKey: MachineKey) {
    self.workspace = workspace
    keys = KeyMaker(workspace: workspace, modules: modules)
    store = ResultStore(workspace.folder, ResultSeals(in: workspace.folder.privateFolder, machineKey))
  }

  /// What must run, and why: all analyses or those named, with those whose results they need.
  ///
  /// Without an instant, the editions that drafts read are planned too.
  /// - Throws: ``RunMessage`` for a name that is no analysis; a `FileError` where a stored result cannot be read.
  func plan(_ names: [String], asOf: Instant?) throws -> Plan {
    var steps = try self.steps(Self.named(names, of: workspace.analyses), asOf: asOf)
    if names.isEmpty, asOf == nil {
      for instant in Set(workspace.drafts.compactMap(\.asOf)).sorted() {
        let used = Set(workspace.drafts.filter { $0.asOf == instant }.flatMap(\.uses))
        steps += try self.steps(workspace.analyses.filter { used.contains($0.id) }, asOf: instant)
      }
    }
    return Plan(steps: steps)
  }

  /// What drafts must be written, and why: all or those named.
  /// - Throws: ``RunMessage`` for a name that is no draft; a `FileError` where a stored result cannot be read.
  func planDrafts(_ names: [String]) throws -> Plan {
    Plan(steps: try Self.named(names, of: workspace.drafts).flatMap { try steps([$0], asOf: $0.asOf) })
  }

  private static func named(
    _ names: [String], of analyses: [Workspace.Analysis]
  ) throws(DiagnosticsError) -> [Workspace.Analysis] {
    guard !names.isEmpty else { return analyses }
    var chosen: [Workspace.Analysis] = []
    for name in names {
      guard let analysis = analyses.first(where: { $0.id == name }) else {
        throw DiagnosticsError(RunMessage.unknownAnalysis(name, known: analyses.map(\.id)))
      }
      chosen.append(analysis)
    }
    return chosen
  }

  /// The steps for `analyses` as of `asOf`, each behind those it needs, which are added where they are not among them.
  private func steps(_ analyses: [Workspace.Analysis], asOf: Instant?) throws(FileError) -> [Plan.Step] {
    var steps: [Plan.Step] = []
    var visited: Set<String> = []
    var seen: Seen = [:]
    func visit(_ analysis: Workspace.Analysis) throws(FileError) {
      guard visited.insert(analysis.id).inserted else { return }
      let needed = analysis.needs.compactMap(workspace.analysis)
      for analysis in needed { try visit(analysis) }
      let due = analysis.needs.first { name in steps.contains { $0.analysis.id == name && $0.state != .current } }
      let state =
        if let due {
          Plan.State.due([Text(en: "\(due) must run first", es: "antes debe ejecutarse \(due)")])
        } else {
          Plan.State(try standing(analysis, asOf: asOf, &seen))
        }
      steps.append(
        Plan.Step(
          analysis: analysis, place: ResultPlace(analysis, asOf: asOf), asOf: asOf,
          needs: needed.map { ResultPlace($0, asOf: asOf) },
          state: state))
    }
    for analysis in analyses { try visit(analysis) }
    return steps
  }

  /// How the stored result of `analysis` as of `asOf` stands to the workspace as it is now.
  ///
  /// Throws a `FileError` where it cannot be read.
  func standing(_ analysis: Workspace.Analysis, asOf: Instant?) throws(FileError) -> Standing {
    var seen: Seen = [:]
    return try standing(analysis, asOf: asOf, &seen)
  }

  private func standing(
    _ analysis: Workspace.Analysis, asOf: Instant?, _ seen: inout Seen
  ) throws(FileError) -> Standing {
    let place = ResultPlace(analysis, asOf: asOf)
    if let known = seen[place] { return known }
    let standing = try look(at: place, analysis, asOf: asOf, &seen)
    seen[place] = standing
    return standing
  }

  private func look(
    at place: ResultPlace, _ analysis: Workspace.Analysis, asOf: Instant?, _ seen: inout Seen
  ) throws(FileError) -> Standing {
    var (key, problems): (RunKey?, [Text]) = (nil, [])
    let results = try usedResults(analysis, asOf: asOf, &seen)
    do {
      key = try keys.key(analysis, asOf: asOf, results: results)
    } catch {
      problems = Diagnostic.all(of: error).map(\.sentence)
    }
    func standing(_ status: StoredResult.Status, _ reasons: [Text], fits: Bool = false) -> Standing {
      Standing(status: status, reasons: reasons, fits: fits)
    }
    func since(_ reason: Text) -> [Text] { problems.isEmpty ? [reason] : problems }
    guard let record = try store.record(place) else {
      return standing(.missing, since(Text(en: "it has not run", es: "no se ha ejecutado")))
    }
    let fits = record.key == key
    guard record.outputs != nil else {
      return standing(
        fits ? .failed : .missing, since(Text(en: "the last run failed", es: "la última ejecución falló")))
    }
    let changes = key.map { Self.changes(from: record.key, to: $0) } ?? problems
    switch try store.origin(of: record, at: place) {
    case .altered:
      return standing(
        .altered, since(Text(en: "its files were changed or are missing", es: "sus archivos se cambiaron o faltan")))
    case .received:
      return standing(
        .received, [Text(en: "received, not re-run", es: "recibido, no ejecutado aquí")] + changes, fits: fits)
    case .here: return standing(fits ? .current : .stale, changes, fits: fits)
    case .hereByAnotherBuild:
      return standing(
        .stale,
        fits ? [Text(en: "another build of the program made it", es: "lo hizo otra versión del programa")] : changes,
        fits: fits)
    }
  }

  /// The key that a result of `analysis` as of `asOf` has now; `seen` holds how the results it uses stand.
  func key(_ analysis: Workspace.Analysis, asOf: Instant?, _ seen: inout Seen) throws -> RunKey {
    try keys.key(analysis, asOf: asOf, results: usedResults(analysis, asOf: asOf, &seen))
  }

  /// The stored results of `analyses` as of `asOf`, each with its mark: the one in `seen` where it was looked at before, so
  /// that a page shows the marks that its key has.
  /// - Throws: `DiagnosticsError` where their files cannot be read.
  func results(_ analyses: [Workspace.Analysis], asOf: Instant?, _ seen: inout Seen) throws -> [StoredResult] {
    try analyses.map { try result($0, asOf: asOf, &seen) }
  }

  private func result(_ analysis: Workspace.Analysis, asOf: Instant?, _ seen: inout Seen) throws -> StoredResult {
    var status = try standing(analysis, asOf: asOf, &seen).status
    var outcome = Outcome()
    if [.current, .stale, .received].contains(status) {
      do {
        outcome = try store.outcome(ResultPlace(analysis, asOf: asOf), analysis.operation)
      } catch let error as FileError {
        throw error
      } catch {
        // What another build of the program stored may have other tables; it has to run again anyway.
        guard status != .current else { throw error }
        status = .missing
      }
    }
    return StoredResult(
      analysis: analysis.id, module: analysis.module, operation: analysis.operation, status: status, outcome: outcome,
      datasets: analysis.inputs, options: optionNames(analysis))
  }

  /// The names of the options that the datasets of `analysis` are about; the first of its inputs has the say.
  private func optionNames(_ analysis: Workspace.Analysis) -> [String: Text] {
    let datasets = analysis.operation.inputs.compactMap { analysis.inputs[$0.name].flatMap(workspace.dataset) }
    let options = datasets.flatMap { $0.declaration.contest?.options ?? [] }
    return Dictionary(options.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// The record of the received result that `step` would make again from what lies here; nil where there is none.
  func received(_ step: Plan.Step) throws(FileError) -> ResultRecord? {
    try standing(step.analysis, asOf: step.asOf).isReceivedAndFits ? store.record(step.place) : nil
  }

  /// The digests and marks of the results that `analysis` uses.
  private func usedResults(
    _ analysis: Workspace.Analysis, asOf: Instant?, _ seen: inout Seen
  ) throws(FileError) -> [String: Value] {
    var out: [String: Value] = [:]
    for name in analysis.uses {
      guard let used = workspace.analysis(name) else { continue }
      let standing = try standing(used, asOf: asOf, &seen)
      // Who made a result matters to what shows its mark. What runs behind it finds it current.
      let isCurrent = standing.isReceivedAndFits && analysis.operation.usesResults == .current
      let status = isCurrent ? .current : standing.status
      let isThere = status != .missing && status != .altered
      let digest = isThere ? try store.record(ResultPlace(used, asOf: asOf))?.outputsDigest : nil
      out[name] = ["status": .string(status.rawValue), "sha256": Value(digest?.hex)]
    }
    return out
  }

  /// What differs between two keys, in words.
  private static func changes(from old: RunKey, to new: RunKey) -> [Text] {
    let names = Set(old.parts.keys).union(new.parts.keys).sorted()
    return names.filter { old.parts[$0] != new.parts[$0] }.map { name in
      switch name {
      case "version": Text(en: "its module has another version", es: "su módulo tiene otra versión")
      case "use": Text(en: "it uses another operation", es: "usa otra operación")
      case "module": Text(en: "its module's files have changed", es: "cambiaron los archivos de su módulo")
      case "parameters": Text(en: "its parameters have changed", es: "cambiaron sus parámetros")
      case "as_of": Text(en: "its instant has changed", es: "cambió su instante")
      case "mission": Text(en: "the mission's description has changed", es: "cambió la descripción de la misión")
      default: Text(en: "\(name) has changed", es: "cambió \(spanish(name))")
      }
    }
  }

  /// What a part of a key that is one of several is called in Spanish: `input sheets` is the input named `sheets`.
  private static func spanish(_ part: String) -> String {
    let words: KeyValuePairs = [
      "input ": "la entrada ", "behind ": "lo que está detrás de ", "file ": "el archivo ", "result ": "el resultado ",
    ]
    let word = words.first { part.hasPrefix($0.key) }
    return word.map { $0.value + part.dropFirst($0.key.count) } ?? part
  }
}
