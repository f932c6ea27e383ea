import Hashing
import Ledger
import ModuleKit
import Workspaces

/// Makes the keys of results: module and version, parameters, the digests of everything read, the instant.
struct KeyMaker {
  let workspace: Workspace
  let modules: [String: any Module]

  /// The key of `analysis` as of `asOf`; `results` are the digests and marks of the results it uses.
  func key(_ analysis: Workspace.Analysis, asOf: Instant?, results: [String: Value]) throws -> RunKey {
    let version = modules[analysis.module]?.manifest.version ?? ""
    var parts: [String: Value] = [
      "use": .string(analysis.use), "version": .string(version), "parameters": .object(analysis.parameters),
      "as_of": Value(asOf?.rfc3339), "mission": workspace.mission.document,
    ]
    if let fingerprint = try modules[analysis.module]?.fingerprint { parts["module"] = .string(fingerprint.hex) }
    for (slot, name) in analysis.inputs {
      guard let dataset = workspace.dataset(name) else { continue }
      parts["input \(slot)"] = try input(dataset, asOf: asOf)
    }
    // The page of an edition tells what of its datasets is of unknown date.
    if analysis.operation.makesPages, asOf != nil {
      for dataset in workspace.datasets(behind: analysis) {
        parts["behind \(dataset.id)"] = try input(dataset, asOf: asOf)
      }
    }
    for (slot, files) in analysis.files {
      for (language, path) in files {
        parts["file \(slot) \(language.rawValue)"] = [
          "path": .string(path), "sha256": .string(try workspace.folder.digest(path).hex),
        ]
      }
    }
    for (name, value) in results { parts["result \(name)"] = value }
    return RunKey(parts: parts)
  }

  /// What a result depends on of a dataset: its files or the ledger, what the workspace says of it, and its register of sources.
  private func input(_ dataset: Workspace.Dataset, asOf: Instant?) throws -> Value {
    var out: [String: Value] = ["dataset": .string(dataset.id), "declaration": declaration(of: dataset)]
    if let rows = dataset.ledgerRows {
      // The heads say of which entries; what is withheld of them changes no head, and what is read of it stands in the rows.
      let ledger = try workspace.ledger()
      out["ledger"] = [
        "heads": .string(ledger.snapshot.digest.hex),
        "rows": .string(ledger.digest(of: rows, for: dataset.declaration.contest, asOf: asOf).hex),
      ]
    } else if dataset.files.count == 1, !dataset.declaration.readsFileNames {
      out["sha256"] = .string(try workspace.folder.digest(dataset.files[0]).hex)
    } else {
      // Their names and their order are part of what is read.
      out["files"] = .list(
        try dataset.files.map { ["path": .string($0), "sha256": .string(try workspace.folder.digest($0).hex)] })
    }
    if let register = dataset.declaration.sources.flatMap(workspace.dataset) {
      out["sources"] = try input(register, asOf: nil)
    }
    return .object(out)
  }

  /// What the workspace says of a dataset beyond its file.
  private func declaration(of dataset: Workspace.Dataset) -> Value {
    var out = dataset.declaration.document
    out["kind"] = .string(dataset.kind.id)
    return .object(out)
  }
}
