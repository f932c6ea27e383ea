import Files
import ModuleKit

/// Holds a workspace file against its schema, then against itself: names, modules, files.
///
/// What the schema refuses in one place does not hide what is wrong in another: every part that has the right shape
/// is read and checked. The workspace is only used where nothing was found.
struct WorkspaceChecker {
  let document: WorkspaceDocument
  let folder: WorkspaceFolder
  var catalogue: Catalogue
  private(set) var found = FoundProblems()

  mutating func check() -> Workspace? {
    if let version = document.value(["veedor"])?.integer, version != 1 {
      add(.version("\(version)"), at: ["veedor"])
      return nil
    }
    for problem in Workspace.schema.problems(of: document.value) {
      add(problem.message, at: problem.path, onKey: problem.concernsKey)
    }
    let mission = mission()
    let modules = modules()
    let contests = contests()
    let datasets = datasets(contests)
    let analyses = analyses() + drafts(mission?.languages ?? [])
    checkUses()
    guard found.isSound, let mission else { return nil }
    return Workspace(
      folder: folder, mission: mission, contests: contests, datasets: datasets,
      analyses: analyses.filter { !$0.operation.makesPages }, drafts: analyses.filter(\.operation.makesPages),
      bundles: bundles(), modules: modules)
  }

  private mutating func add(_ message: WorkspaceMessage, at path: Path, onKey: Bool = false) {
    add(message as any DiagnosticMessage, at: path, onKey: onKey)
  }

  private mutating func add(_ message: any DiagnosticMessage, at path: Path, onKey: Bool = false) {
    guard found.hasRoom else { return found.skip() }
    found.add(document.diagnostic(message, at: path, onKey: onKey))
  }

  // MARK: - Mission, contests

  private mutating func mission() -> Mission? {
    let place = ["mission"] as Path
    let languages = languages(place / "languages")
    let title = words(place / "title", languages)
    let notice = words(place / "notice", languages)
    var zone: Zone?
    if let name = document.value(place / "time_zone")?.string, !name.isEmpty {
      zone = Zone(name)
      if zone == nil { add(.unknownZone(name), at: place / "time_zone") }
    }
    guard let id = document.value(place / "id")?.string, let title, let zone,
      let day = document.value(place / "election_day")?.string.flatMap({ Day(iso: $0) })
    else { return nil }
    return Mission(id: id, title: title, electionDay: day, zone: zone, languages: languages, notice: notice)
  }

  private func languages(_ place: Path) -> [Language] {
    var seen: [Language] = []
    for it in (document.value(place)?.list ?? []).compactMap({ $0.string.flatMap(Language.init) })
    where !seen.contains(it) { seen.append(it) }
    return seen
  }

  /// A text for readers; where one is given for each language, every language of the mission needs its own.
  private mutating func words(_ place: Path, _ languages: [Language]) -> Text? {
    switch document.value(place) {
    case .string(let text): return Text(text)
    case .object(let texts):
      for language in languages where texts[language.rawValue] == nil {
        add(.missingLanguage(language.rawValue, place: place.text), at: place)
      }
      guard let some = languages.compactMap({ texts[$0.rawValue]?.string }).first else { return nil }
      return Text { texts[$0.rawValue]?.string ?? some }
    default: return nil
    }
  }

  private mutating func contests() -> [Contest] {
    let languages = languages(["mission", "languages"])
    return document.keys(["contests"]).map { id in
      let place = ["contests"] / id
      let options = document.keys(place / "options").map { option in
        let at = place / "options" / option
        return Contest.Option(
          option, name: words(at / "name", languages) ?? Text(option), party: words(at / "party", languages))
      }
      if options.count < 2, document.value(place / "options")?.object != nil {
        add(.tooFewOptions(contest: id), at: place / "options")
      }
      let rule = document.value(place / "rule")?.string.flatMap(Contest.Rule.init) ?? .plurality
      return Contest(id, rule: rule, options: options)
    }
  }

  // MARK: - Datasets, bundles

  private mutating func datasets(_ contests: [Contest]) -> [Workspace.Dataset] {
    document.keys(["datasets"]).compactMap { id in
      let place = ["datasets"] / id
      let contest = document.value(place / "contest")?.string
      if let contest, !contests.contains(where: { $0.id == contest }) {
        add(.unknownContest(contest, known: contests.map(\.id)), at: place / "contest")
      }
      let kind = document.value(place / "kind")?.string
      let known = kind.flatMap { catalogue.kinds[$0] }
      if let kind, known == nil, StringFormat.identifier.admits(kind) {
        add(.unknownKind(kind, known: catalogue.kinds.keys.sorted()), at: place / "kind")
      }
      if let kind, let known { checkSettings(of: id, kind, known, at: place) }
      let path = document.value(place / "path")?.string
      checkFile(path, at: place / "path", .data)
      let section = DatasetSection(document, at: place)
      var declaration = section.declaration
      declaration.contest = contests.first { $0.id == contest }
      declaration.source = words(place / "source", languages(["mission", "languages"]))
      for problem in section.problems { add(problem.message, at: problem.place) }
      if let known, known.takes.contains(.contest) == (declaration.contest != nil) {
        checkColumns(declaration, known.columns(for: declaration).map(\.name), at: place)
      }
      guard let known, let path else { return nil }
      return Workspace.Dataset(id: id, kind: known, path: path, declaration: declaration)
    }
  }

  /// Whether the workspace says of a dataset what its kind needs, and nothing that it does not use.
  private mutating func checkSettings(of id: String, _ kind: String, _ known: any AnyDatasetKind, at place: Path) {
    for setting in DatasetDeclaration.Setting.allCases {
      let isThere = document.value(place / setting.rawValue) != nil
      if known.takes.contains(setting), !isThere, setting != .areas {
        add(.needsSetting(setting, dataset: id, kind: kind), at: place, onKey: true)
      }
      if !known.takes.contains(setting), isThere {
        add(.needlessSetting(setting, dataset: id, kind: kind), at: place / setting.rawValue, onKey: true)
      }
    }
  }

  /// Columns that the kind does not have, and areas with the names of others.
  private mutating func checkColumns(_ declaration: DatasetDeclaration, _ names: [String], at place: Path) {
    let times = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for column in document.keys(place / "columns") where times[column] == nil {
      add(.unknownColumn(column, known: names), at: place / "columns" / column, onKey: true)
    }
    for total in document.keys(place / "expect" / "totals") where times[total] == nil {
      add(.unknownColumn(total, known: names), at: place / "expect" / "totals" / total, onKey: true)
    }
    for (index, area) in declaration.areas.enumerated() where times[area, default: 0] > 1 {
      add(.columnNameTaken(area), at: place / "areas" / index)
    }
    let options = declaration.contest?.options.map(\.id) ?? []
    for option in document.keys(place / "long" / "names") where !options.contains(option) {
      add(
        .unknownOption(option, contest: declaration.contest?.id ?? "", known: options),
        at: place / "long" / "names" / option, onKey: true)
    }
  }

  /// Whether there is a file that can be read, within `limit` and reached without links: a link may lead out of the
  /// workspace, and bundles carry what the workspace names. A folder in its place is for the file's own reader to tell.
  private mutating func checkFile(_ path: String?, at place: Path, _ limit: FileLimit) {
    guard let path, StringFormat.path.admits(path) else { return }
    do throws(FileError) {
      _ = try folder.input(path, atMost: limit)
    } catch .notRegular {
      return
    } catch {
      if error.isAbsence {
        add(.fileNotThere(path), at: place)
      } else {
        add(error, at: place)
      }
    }
  }

  private func bundles() -> [Workspace.Bundle] {
    document.keys(["bundles"]).map { id in
      let place = ["bundles"] / id
      let parts = (document.value(place / "include")?.list ?? []).compactMap {
        $0.string.flatMap(Workspace.Bundle.Part.init)
      }
      return Workspace.Bundle(
        id: id, parts: Workspace.Bundle.Part.allCases.filter(parts.contains),
        profile: document.value(place / "profile")?.string ?? "public")
    }
  }

  // MARK: - Modules, analyses, drafts

  /// The workspace's external modules, which join the built-in ones; nothing of them is run.
  private mutating func modules() -> [Workspace.DeclaredModule] {
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
        catalogue.add(file.manifest)
        return Workspace.DeclaredModule(path: path, file: file)
      } catch {
        add(.moduleUnreadable(path: path, line: error.line, reason: error.reason), at: place / "path")
        return nil
      }
    }
  }

  private mutating func analyses() -> [Workspace.Analysis] {
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

  private mutating func drafts(_ spoken: [Language]) -> [Workspace.Analysis] {
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

  /// The file for each of `languages`; where one is given for each, each needs its own.
  private mutating func files(_ place: Path, _ languages: [Language]) -> [Language: String] {
    switch document.value(place) {
    case .string(let path):
      checkFile(path, at: place, .small)
      return Dictionary(uniqueKeysWithValues: languages.map { ($0, path) })
    case .object(let paths):
      var out: [Language: String] = [:]
      for language in Language.allCases {
        guard let path = paths[language.rawValue]?.string else { continue }
        checkFile(path, at: place / language.rawValue, .small)
        out[language] = path
      }
      for language in languages where out[language] == nil {
        add(.missingLanguage(language.rawValue, place: place.text), at: place)
      }
      return out
    default: return [:]
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
      if let kind = document.value(["datasets"] / name / "kind")?.string, kind != input.kind {
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
  private mutating func checkUses() {
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
