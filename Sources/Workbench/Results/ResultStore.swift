import Files
import Hashing
import ModuleKit
import Workspaces

/// The results kept in the workspace's folder.
///
/// A result's files are each written beside, synced and renamed; its record, with their digests, comes last. A result
/// counts only where its record is there and every file has the digest that it names: whatever a killed run leaves
/// behind is not one.
struct ResultStore {
  let folder: WorkspaceFolder

  /// The record of the result at `place`; nil where there is none that can be read.
  func record(_ place: ResultPlace) -> ResultRecord? {
    guard let bytes = try? folder.home.file(path(place, ResultRecord.fileName)).content(atMost: .small),
      let value = try? Value(json: bytes)
    else { return nil }
    return ResultRecord(document: value)
  }

  /// Whether every file that `record` names is there as it was written.
  func isWhole(_ record: ResultRecord, at place: ResultPlace) -> Bool {
    guard let outputs = record.outputs else { return false }
    return outputs.allSatisfy { name, digest in (try? folder.digest(path(place, name))) == digest }
  }

  /// Writes the outcome of a run, removes files of earlier runs, and writes the record of it; `filtered` tells of the
  /// rows that its datasets leave out.
  func write(_ outcome: Outcome, key: RunKey, filtered: [String: Value], at place: ResultPlace) throws {
    let files = ResultFiles(outcome).files
    var outputs: [String: Hash32] = [:]
    for file in files {
      try folder.home.write(file.bytes, to: path(place, file.name))
      outputs[file.name] = Hash32(of: file.bytes)
    }
    // Before the record: behind it, a kill between the two would leave a current result with files that are not its own.
    try removeOthers(keeping: Set(outputs.keys), at: place)
    try write(ResultRecord(key: key, outputs: outputs, filtered: filtered), at: place)
  }

  /// Writes the record of a run that failed.
  func write(failure: [String], key: RunKey, at place: ResultPlace) throws {
    try removeOthers(keeping: [], at: place)
    try write(ResultRecord(key: key, failure: failure), at: place)
  }

  /// The outcome stored at `place`, whose operation is `operation`.
  func outcome(_ place: ResultPlace, _ operation: OperationManifest) throws -> Outcome {
    try ResultFiles.read(operation) { name throws(FileError) in try folder.home.file(path(place, name)) }
  }

  private func write(_ record: ResultRecord, at place: ResultPlace) throws {
    try folder.home.write(record.document.prettyJSON, to: path(place, ResultRecord.fileName))
  }

  private func path(_ place: ResultPlace, _ name: String) -> String { "\(place.folder)/\(name)" }

  private func removeOthers(keeping names: Set<String>, at place: ResultPlace) throws {
    let folder = try folder.home.makeFolder(place.folder)
    for name in try folder.files() where !names.contains(name) && name != ResultRecord.fileName {
      try folder.remove(name)
    }
  }
}
