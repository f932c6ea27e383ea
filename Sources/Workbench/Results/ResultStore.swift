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

  /// The record of the result at `place`; nil where there is none, or what stands there is none.
  ///
  /// Throws a `FileError` where it cannot be read: a passing error of the disk must not look like a result that is not
  /// there, which pages would state and keep.
  func record(_ place: ResultPlace) throws(FileError) -> ResultRecord? {
    try recordBytes(place).flatMap { try? Value(json: $0) }.flatMap(ResultRecord.init(document:))
  }

  private func recordBytes(_ place: ResultPlace) throws(FileError) -> [UInt8]? {
    try unlessAbsent { () throws(FileError) in
      try folder.home.file(path(place, ResultRecord.fileName)).content(atMost: .small)
    }
  }

  /// Where the result at `place` comes from, whose record is `record`. Throws a `FileError` where a file of it cannot be
  /// read.
  func origin(of record: ResultRecord, at place: ResultPlace) throws(FileError) -> Origin {
    guard let outputs = record.outputs, let bytes = try recordBytes(place) else { return .altered }
    for (name, digest) in outputs {
      let found = try unlessAbsent { () throws(FileError) in try folder.digest(path(place, name)) }
      guard found == digest else { return .altered }
    }
    return try seals.origin(of: Hash32(of: bytes), at: place)
  }

  /// What `read` reads; nil where the file is not there.
  private func unlessAbsent<Content>(_ read: () throws(FileError) -> Content) throws(FileError) -> Content? {
    do {
      return try read()
    } catch {
      guard error.isAbsence else { throw error }
      return nil
    }
  }

  /// Writes the outcome of a run, removes files of earlier runs, writes the record of it and vouches for that; `filtered`
  /// tells of the rows that its datasets leave out. Gives what was kept of pages that were changed by hand.
  func write(
    _ outcome: Outcome, key: RunKey, filtered: [String: Value], at place: ResultPlace
  ) throws -> [RunMessage] {
    let files = ResultFiles(outcome).files
    let kept = try KeptPages(in: folder.home, at: place, record: record(place)).keep(behind: files)
    var outputs: [String: Hash32] = [:]
    for file in files {
      try folder.home.write(file.bytes, to: path(place, file.name))
      outputs[file.name] = Hash32(of: file.bytes)
    }
    // Before the record: behind it, a kill between the two would leave a current result with files that are not its own.
    try removeOthers(at: place) { outputs[$0] != nil || KeptPages.isKept($0) && !KeptPages.isEarlier($0) }
    try write(ResultRecord(key: key, outputs: outputs, filtered: filtered), at: place)
    return kept
  }

  /// Writes the record of a run that failed. Gives where the pages are kept that stood there.
  func write(failure: [String], key: RunKey, at place: ResultPlace) throws -> [RunMessage] {
    let kept = try KeptPages(in: folder.home, at: place, record: record(place)).keepAll()
    try removeOthers(at: place, but: KeptPages.isKept)
    try write(ResultRecord(key: key, failure: failure), at: place)
    return kept
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

  private func removeOthers(at place: ResultPlace, but stays: (String) -> Bool) throws {
    let folder = try folder.home.makeFolder(place.folder)
    for name in try folder.files() where !stays(name) && name != ResultRecord.fileName {
      try folder.remove(name)
    }
  }
}
