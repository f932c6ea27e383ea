import ModuleKit

extension WorkspaceChecker {
  /// The workspace's external modules, which join the built-in ones; nothing of them is run.
  mutating func modules() -> [Workspace.DeclaredModule] {
    document.keys(["modules"]).compactMap { id in
      let place = ["modules"] / id
      guard let path = document.value(place / "path")?.string, StringFormat.path.admits(path) else { return nil }
      if catalogue.manifests[id] != nil {
        add(.moduleNameTaken(id), at: place, onKey: true)
        return nil
      }
      do throws(ModuleFile.Unreadable) {
        let file = try ModuleFile(path, in: folder)
        guard file.manifest.id == id else {
          add(.moduleNameDiffers(id, itself: file.manifest.id), at: place, onKey: true)
          return nil
        }
        for slip in file.manifest.forbiddenWords { add(slip, at: place / "path") }
        catalogue.add(file.manifest)
        return Workspace.DeclaredModule(path: path, file: file)
      } catch {
        add(.moduleUnreadable(path: path, line: error.line, reason: error.reason), at: place / "path")
        return nil
      }
    }
  }

  mutating func analyses() -> [Workspace.Analysis] {
    document.keys(["analyses"]).compactMap { id in
      let place = ["analyses"] / id
      if id == Workspace.Analysis.editionsFolder { add(.reservedName(id), at: place, onKey: true) }
      var files: [String: [Language: String]] = [:]
      for slot in document.keys(place / "files") {
        files[slot] = self.files(place / "files" / slot, languages(["mission", "languages"]))
      }
      guard let (module, operation) = operation(at: place / "use") else { return nil }
      var analysis = Workspace.Analysis(id: id, module: module, operation: operation, files: files)
      analysis.uses = (document.value(place / "uses")?.list ?? []).compactMap(\.string)
      for (slot, name) in document.value(place / "on")?.object ?? [:] where !slot.hasPrefix("x_") {
        analysis.inputs[slot] = name.string
      }
      analysis.parameters = operation.normalised(document.value(place / "with")?.object ?? [:])
      checkInputs(analysis, at: place)
      checkFiles(analysis, at: place)
      return analysis
    }
  }

  /// The module and operation that the value at `place` names.
  private mutating func operation(at place: Path) -> (module: String, OperationManifest)? {
    guard let use = document.value(place)?.string, StringFormat.qualified.admits(use) else { return nil }
    let parts = use.split(separator: ".").map(String.init)
    let (module, operation) = (parts[0], parts[1])
    guard let manifest = catalogue.manifests[module] else {
      // What is wrong with a module of the workspace is told where the workspace names it.
      guard !document.has(module, in: "modules") else { return nil }
      add(.unknownModule(module, known: catalogue.manifests.keys.sorted()), at: place)
      return nil
    }
    guard let found = catalogue.operation(module, operation) else {
      add(.unknownOperation(operation, module: module, known: manifest.operations.map(\.id)), at: place)
      return nil
    }
    return (module, found)
  }

  mutating func drafts(_ spoken: [Language]) -> [Workspace.Analysis] {
    return document.keys(["drafts"]).compactMap { id in
      let place = ["drafts"] / id
      if document.has(id, in: "analyses") { add(.nameTwice(id), at: place, onKey: true) }
      if id == Workspace.Analysis.editionsFolder { add(.reservedName(id), at: place, onKey: true) }
      let wanted = languages(place / "languages")
      for (index, language) in wanted.enumerated() where !spoken.isEmpty && !spoken.contains(language) {
        add(.foreignLanguage(language.rawValue), at: place / "languages" / index)
      }
      let languages = wanted.isEmpty ? spoken : wanted
      let template = files(place / "template", languages)
      guard let (module, operation) = catalogue.drafting else {
        add(.noDrafting(id), at: place, onKey: true)
        return nil
      }
      var draft = Workspace.Analysis(id: id, module: module, operation: operation)
      draft.uses = (document.value(place / "uses")?.list ?? []).compactMap(\.string)
      draft.asOf = document.value(place / "as_of")?.string.flatMap { Instant(rfc3339: $0) }
      draft.files["template"] = template
      draft.parameters = operation.normalised(["languages": .list(languages.map { .string($0.rawValue) })])
      return draft
    }
  }

  /// The datasets that an analysis names, against what its operation reads.
  private mutating func checkInputs(_ analysis: Workspace.Analysis, at place: Path) {
    let (operation, use) = (analysis.operation, analysis.use)
    let free = operation.inputs.map(\.name).filter { analysis.inputs[$0] == nil }
    for (slot, name) in analysis.inputs.sorted(by: { $0.key < $1.key }) {
      guard let input = operation.inputs.first(where: { $0.name == slot }) else {
        add(.unknownInput(slot, use: use, known: free), at: place / "on" / slot, onKey: true)
        continue
      }
      guard document.has(name, in: "datasets") else {
        add(.unknownDataset(name, known: document.keys(["datasets"])), at: place / "on" / slot)
        continue
      }
      // Of a kind that there is not, that is said once.
      if let kind = document.value(["datasets"] / name / "kind")?.string, catalogue.kinds[kind] != nil,
        kind != input.kind
      {
        add(.wrongKind(dataset: name, is: kind, input: slot, use: use, wants: input.kind), at: place / "on" / slot)
      }
    }
    for input in operation.inputs where !input.isOptional && analysis.inputs[input.name] == nil {
      add(.missingInput(input.name, use: use, kind: input.kind), at: place, onKey: true)
    }
    let choice = operation.needsOneOf
    if !choice.isEmpty, !choice.contains(where: { analysis.inputs[$0] != nil }) {
      add(.missingOneOf(choice, use: use), at: place, onKey: true)
    }
  }

  /// The files, results and parameters that an analysis names, against what its operation takes.
  private mutating func checkFiles(_ analysis: Workspace.Analysis, at place: Path) {
    let (operation, use) = (analysis.operation, analysis.use)
    for slot in analysis.files.keys.sorted() where !operation.files.contains(slot) {
      add(.unknownFile(slot, use: use, known: operation.files), at: place / "files" / slot, onKey: true)
    }
    for slot in operation.files where analysis.files[slot] == nil {
      add(.missingFile(slot, use: use), at: place, onKey: true)
    }
    if operation.usesResults == nil, !analysis.uses.isEmpty {
      add(.needlessResults(use: use), at: place / "uses", onKey: true)
    }
    if operation.usesResults != nil, analysis.uses.isEmpty { add(.missingResults(use: use), at: place, onKey: true) }
    if let with = document.value(place / "with") {
      for problem in operation.parameterSchema.problems(of: with, at: place / "with") {
        add(problem.message, at: problem.path, onKey: problem.concernsKey)
      }
    }
  }

  /// Names under `uses:` that lead nowhere, and analyses that use each other.
  mutating func checkUses() {
    let names = document.keys(["analyses"])
    var all: [(name: String, uses: [String])] = []
    for section in ["analyses", "drafts"] {
      for name in document.keys([.key(section)]) {
        let place: Path = [.key(section), .key(name), .key("uses")]
        let uses = (document.value(place)?.list ?? []).map(\.string)
        for case (let index, let use?) in uses.enumerated() where !document.has(use, in: "analyses") {
          add(.unknownAnalysis(use, known: names), at: place / index)
        }
        all.append((name, uses.compactMap(\.self)))
      }
    }
    switch UsesCheck(all).fault {
    case .cycle(let cycle): add(.cycle(cycle), at: ["analyses"] / cycle[0] / "uses", onKey: true)
    case .tooDeep(let name):
      let section = document.has(name, in: "analyses") ? "analyses" : "drafts"
      add(.usesTooDeep(name, limit: UsesCheck.deepest), at: [.key(section), .key(name), .key("uses")], onKey: true)
    case nil: break
    }
  }
}
