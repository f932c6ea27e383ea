public import Bundles
import Drawings
import ExternalModules
import Files
import Hashing
import Ledger
public import ModuleKit
import Parallel
import Signatures
public import Workspaces

/// A bundle that was packed.
public struct PackedBundle: Sendable {
  /// What was written.
  public var written: BundleWriter.Written
  /// The places of the results that it holds, or that its pages state, which were received and not re-run here.
  public var received: [String]
  /// Files that systems put among the attachments, which it does not hold.
  public var leftOut: [String]
  /// What it lacks of the workspace: columns, entries of which it holds the ids alone, and what needs them.
  public var lacking: Withheld
  /// Files that are no texts, through which nobody looked for what tells of persons.
  public var unread: [String]
  /// What is meant to be public, and stands nowhere in it.
  public var unmet: [Disclosed]

  /// What is to be said of it.
  public var warnings: [Diagnostic] {
    received.map { Diagnostic(RunMessage.receivedIsPacked($0)) }
      + leftOut.map { Diagnostic(RunMessage.attachmentLeftOut($0)) }
      + lacking.columns.sorted { $0.key < $1.key }.map { Diagnostic(RunMessage.columnsCut($0.value, dataset: $0.key)) }
      + lacking.results.map { Diagnostic(RunMessage.resultWithheld($0)) }
      + (lacking.entries > 0 ? [Diagnostic(RunMessage.entriesWithheld(lacking.entries))] : [])
      + (unread.isEmpty ? [] : [Diagnostic(RunMessage.notLookedThrough(unread))])
      + unmet.map { Diagnostic(RunMessage.disclosedNowhere($0.scope), at: $0.place) }
  }
}

/// Packs bundles of a workspace: what goes in is read anew and held against the records of the results.
struct BundleMaker {
  let workspace: Workspace
  let modules: [String: any Module]
  let loader: DatasetLoader
  let planner: Planner

  /// Packs `bundle` into `bundles/`, or to the file at `path` where one is given.
  ///
  /// `signers` sign it; its statement names them, and `others` who must sign it as well.
  ///
  /// It holds what the workspace file names and nothing else that lies in the folder; results only where they rest on the
  /// workspace as it is now, made here or received, and pages only where they were made here.
  /// - Throws: `DiagnosticsError` for what tells of persons in a public bundle and results that are not current; what
  ///   `BundleWriter` throws.
  func make(
    _ bundle: Workspace.Bundle, at path: String? = nil, signedBy signers: [BundleSigner] = [],
    naming others: [VerifyingKey] = []
  ) async throws -> PackedBundle {
    // Nothing is packed for looking untouched.
    workspace.folder.forgetDigests()
    let attachments =
      try bundle.parts.contains(.attachments) ? Attachments(workspace.attachments, in: workspace.folder.home) : nil
    let cut = try PersonalColumns(of: workspace)
    // What cannot be read as it is declared, a quote that nothing closes, could hide what is cut; not all is analysed.
    for dataset in cut.columns.keys.sorted() { _ = try await loader.load(dataset) }
    var problems = cut.problems + (attachments?.problems ?? [])
    var (files, received, withheld): ([BundleFile], [String], [Entry]) = ([], [], [])
    for part in bundle.parts {
      switch part {
      case .workspace: files += try await workspaceFiles()
      case .ledger: files += try ledgerFiles(&withheld, &problems)
      case .results: files += try resultFiles(planner.plan([], asOf: nil).steps, &received, &problems)
      case .drafts:
        files += try resultFiles(planner.planDrafts([]).steps, &received, &problems)
        try checkUses(of: workspace.drafts, &received, &problems)
      case .attachments:
        if workspace.attachments.isEmpty { problems.append(Diagnostic(RunMessage.noAttachments(bundle: bundle.id))) }
        let known = Set(files.map(\.path))
        // Nothing vouches for them, so that they are read once, when they are packed.
        files += (attachments?.files ?? []).map { file($0, as: "workspace/\($0)", digest: nil) }
          .filter { !known.contains($0.path) }
      }
    }
    let copies = bundle.parts.contains(.workspace) ? try await captures() : []
    problems += try traces(of: (attachments?.files ?? []) + copies)
    problems += absentLedger(in: bundle)
    // No public bundle holds the names of the mission's people.
    let names = try workspace.rosters.roster(of: workspace.mission.id)?.names ?? []
    // Before anything is made of them.
    var scan = try BundleScan(cut.applied(to: files), of: workspace, names: names)
    problems += scan.problems
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    var mission = workspace.mission
    // What an edition lacks already, its bundle lacks as well.
    var lacking = workspace.withheld ?? Withheld(entries: withheld.count)
    if cut.columns.isEmpty {
      if workspace.withheld == nil { mission.notice = lacking.words(behind: mission.notice) }
    } else {
      lacking.columns.merge(cut.columns) { Set($0 + $1).sorted() }
      let edition = try await edition(files, cut, lacking)
      (mission, lacking) = (edition.mission, edition.withheld)
      let wanted = Set(bundle.parts.map(\.rawValue) + ["workspace"])
      files =
        cut.applied(
          to: files.filter { $0.path.hasPrefix("workspace/") && $0.path != "workspace/\(Withheld.fileName)" })
        + edition.files.filter { wanted.contains(String($0.path.prefix { $0 != "/" })) }
      scan = try BundleScan(files, of: workspace, names: names)
      guard scan.problems.isEmpty else { throw DiagnosticsError(scan.problems) }
    }
    func words(_ text: Text?) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: mission.languages.compactMap { language in text.map { (language.rawValue, $0[language]) }
        })
    }
    var description = BundleDescription(
      mission: mission.id, edition: bundle.id, title: words(mission.title), notice: words(mission.notice))
    description.signers = others
    let writer = try BundleWriter(description, signedBy: signers)
    let folder = workspace.folder
    let lock = try folder.privateFolder.lockForRun()
    return try withExtendedLifetime(lock) {
      Leftovers(in: folder.home).remove()
      let written =
        if let path {
          try writer.write(files, to: path)
        } else {
          try writer.write(files, into: try folder.home.makeFolder(Workspace.Bundle.folder))
        }
      folder.saveDigests()
      return PackedBundle(
        written: written, received: Set(received).sorted(), leftOut: (attachments?.leftOut ?? []).sorted(),
        lacking: lacking, unread: scan.unread, unmet: scan.unmet)
    }
  }

  /// The files of the edition that lacks `withheld`, where columns are cut: as they are, and what follows from them.
  private func edition(
    _ files: [BundleFile], _ cut: PersonalColumns, _ withheld: Withheld
  ) async throws -> PublicEdition {
    var inputs = files.filter { $0.path.hasPrefix("workspace/") }
    let known = Set(inputs.map(\.path))
    var ignored: ([Entry], [Diagnostic]) = ([], [])
    let others =
      try await workspaceFiles()
      + (workspace.datasets.contains { $0.ledgerRows != nil } ? ledgerFiles(&ignored.0, &ignored.1) : [])
    inputs += others.filter { !known.contains($0.path) }
    let external = modules.values.compactMap { $0 as? ExternalModule }
    let builtIn = modules.values.filter { !($0 is ExternalModule) }
    return try await PublicEdition(
      of: cut.applied(to: inputs), lacking: withheld, like: planner, builtIn: builtIn, external: external)
  }

  /// The workspace file and the files it names, those of external modules and the copies that sources name included.
  private func workspaceFiles() async throws -> [BundleFile] {
    let templates = (workspace.analyses + workspace.drafts).flatMap { $0.files.values.flatMap(\.values) }
    let modules = try modules.values.flatMap { try $0.files }
    let paths = Set(
      [Workspace.fileName] + (workspace.withheld == nil ? [] : [Withheld.fileName])
        + workspace.datasets.flatMap(\.files) + templates + modules + (try await captures()))
    return try paths.sorted().map { try inputFile($0) }
  }

  /// The feeds that count, with their heads; what is not for everybody is withheld, so that all roots hold.
  private func ledgerFiles(_ withheld: inout [Entry], _ problems: inout [Diagnostic]) throws -> [BundleFile] {
    let unsigned = try workspace.ledger().snapshot.unsigned
    if unsigned > 0 { problems.append(Diagnostic(RunMessage.unsignedEntries(unsigned))) }
    let kinds = Dictionary(workspace.entryKinds.map { ($0.id, $0) }) { first, _ in first }
    let ledger = try HandedOutLedger(Ledger(of: workspace)) { kinds[$0.kind]?.isPublic($0) ?? false }
    if !ledger.exposed.isEmpty { problems.append(Diagnostic(RunMessage.exposedEntries(ledger.exposed.count))) }
    withheld = ledger.withheld
    return ledger.files.map { BundleFile("workspace/\($0.path)", .bytes($0.content)) }
  }

  /// Datasets that are read from a ledger which the bundle does not hold: nobody could run their analyses again.
  private func absentLedger(in bundle: Workspace.Bundle) -> [Diagnostic] {
    guard bundle.parts.contains(.workspace), !bundle.parts.contains(.ledger) else { return [] }
    return workspace.datasets.filter { $0.ledgerRows != nil }.map {
      Diagnostic(RunMessage.absentLedger(dataset: $0.id))
    }
  }

  /// The copies that sources name.
  private func captures() async throws -> [String] {
    var captures: [String] = []
    for dataset in workspace.datasets where dataset.kind.namesFiles(for: dataset.declaration) {
      captures += dataset.kind.capturedFiles(of: try await loader.load(dataset.id).source).map(\.path)
    }
    return captures
  }

  /// What photographs and the like at `paths` tell beside what they show.
  private func traces(of paths: [String]) throws -> [Diagnostic] {
    let paths = Set(paths).sorted()
    let folder = workspace.folder
    return try concurrentMap(paths.count) { number in
      Result { try MediaTraces(in: folder.file(paths[number])) }
    }.enumerated().compactMap { number, found in
      let traces = try found.get()
      return traces.isEmpty ? nil : Diagnostic(RunMessage.tellsTraces(paths[number], traces.words))
    }
  }

  /// The file at `path` of the workspace, as it is now.
  private func inputFile(_ path: String) throws -> BundleFile {
    file(path, as: "workspace/\(path)", digest: try workspace.folder.digest(path))
  }

  /// The files of the results of `steps`, which must all rest on what lies here.
  private func resultFiles(
    _ steps: [Plan.Step], _ received: inout [String], _ problems: inout [Diagnostic]
  ) throws -> [BundleFile] {
    var files: [BundleFile] = []
    for step in steps where workspace.withheld?.results.contains(step.analysis.id) != true {
      let isPages = step.analysis.operation.makesPages
      let isReceived = try !isPages && planner.standing(step.analysis, asOf: step.asOf).isReceivedAndFits
      guard step.state == .current || isReceived, let outputs = try planner.store.record(step.place)?.outputs else {
        problems.append(Diagnostic(RunMessage.notCurrent(step.analysis.id, isPages: isPages)))
        continue
      }
      problems += try notAsWritten(step, Set(outputs.keys))
      if isReceived { received.append(step.place.folder) }
      let record = "\(step.place.folder)/\(ResultRecord.fileName)"
      let all = outputs.map { ("\(step.place.folder)/\($0.key)", $0.value) }
      for (path, digest) in all + [(record, try workspace.folder.digest(record))] {
        files.append(file(path, as: isPages ? "drafts" + path.dropFirst("results".count) : path, digest: digest))
      }
    }
    return files
  }

  /// The results that the pages of `drafts` state must rest on what lies here; those that were received are marked there.
  private func checkUses(
    of drafts: [Workspace.Analysis], _ received: inout [String], _ problems: inout [Diagnostic]
  ) throws(FileError) {
    for draft in drafts where workspace.withheld?.results.contains(draft.id) != true {
      for used in draft.uses.compactMap(workspace.analysis) {
        let standing = try planner.standing(used, asOf: draft.asOf)
        if standing.isReceivedAndFits {
          received.append(ResultPlace(used, asOf: draft.asOf).folder)
        } else if standing.status != .current {
          problems.append(Diagnostic(RunMessage.draftOnStaleResult(draft.id, result: used.id)))
        }
      }
    }
  }

  /// The files among `names` of a result that are not as they are written here. A record can vouch for any file, and who
  /// unpacks the bundle opens it: a drawing that runs, a table with formulas.
  private func notAsWritten(_ step: Plan.Step, _ names: Set<String>) throws -> [Diagnostic] {
    guard !step.analysis.operation.makesPages else { return [] }
    let written = try ResultFiles(planner.store.outcome(step.place, step.analysis.operation)).files
    var strange = names.subtracting(written.map(\.name))
    for file in written {
      let isDrawing = file.name.hasSuffix(".svg")
      let text = isDrawing ? String(decoding: file.bytes, as: UTF8.self) : ""
      let isSafe = !isDrawing || (try? SafeDrawing(text))?.document == text
      let stored = try workspace.folder.file("\(step.place.folder)/\(file.name)").content(atMost: .data)
      if !isSafe || !stored.elementsEqual(file.bytes) { strange.insert(file.name) }
    }
    return strange.sorted().map { Diagnostic(RunMessage.notAsWritten("\(step.place.folder)/\($0)")) }
  }

  /// The file at `inner` in the workspace, under the name `path` in the bundle, where it must still have `digest`, if any.
  private func file(_ inner: String, as path: String, digest: Hash32?) -> BundleFile {
    let folder = workspace.folder
    return BundleFile(path, .file { () throws(FileError) in try folder.file(inner) }, digest: digest)
  }
}
