import Files
import Hashing
import ModuleKit
import Workspaces

/// The results kept in the workspace's folder.
///
/// A result's files are each written beside, synced and renamed; its record, with their digests, comes last. A result
/// counts only where its record is there and every file has the digest that it names: whatever a killed run leaves
/// behind is not one. Whether it was made here is for the ``ResultSeals`` to say.
struct ResultStore {
  private let folder: WorkspaceFolder
  private let seals: ResultSeals

  /// The results kept in `folder`, for which `seals` vouch.
  init(_ folder: WorkspaceFolder, _ seals: ResultSeals) { (self.folder, self.seals) = (folder, seals) }

  /// Why nothing vouches for results, where that is so.
  var refusal: RunMessage? { seals.machineKey.refusal }

  /// The record of the result at `place`; nil where there is none that can be read.
  func record(_ place: ResultPlace) -> ResultRecord? {
    recordBytes(place).flatMap { try? Value(json: $0) }.flatMap(ResultRecord.init(document:))
  }

  private func recordBytes(_ place: ResultPlace) -> [UInt8]? {
    try? folder.home.file(path(place, ResultRecord.fileName)).content(atMost: .small)
  }

  /// Where the result at `place` comes from, whose record is `record`.
  func origin(of record: ResultRecord, at place: ResultPlace) -> Origin {
    guard let outputs = record.outputs, let bytes = recordBytes(place),
      outputs.allSatisfy({ name, digest in (try? folder.digest(path(place, name))) == digest })
    else { return .altered }
    return seals.origin(of: Hash32(of: bytes), at: place)
  }

  /// Writes the outcome of a run, removes files of earlier runs, writes the record of it and vouches for that; `filtered`
  /// tells of the rows that its datasets leave out.
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
    let bytes = record.document.prettyJSON
    try folder.home.write(bytes, to: path(place, ResultRecord.fileName))
    seals.seal(Hash32(of: bytes), at: place)
  }

  private func path(_ place: ResultPlace, _ name: String) -> String { "\(place.folder)/\(name)" }

  private func removeOthers(keeping names: Set<String>, at place: ResultPlace) throws {
    let folder = try folder.home.makeFolder(place.folder)
    for name in try folder.files() where !names.contains(name) && name != ResultRecord.fileName {
      try folder.remove(name)
    }
  }
}
