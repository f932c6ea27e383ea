import Files
import Hashing
import ModuleKit
import Workspaces

/// What vouches for the results that this machine has made: for each place a code, under the user's ``MachineKey``, of
/// the record that was written there, kept in `.veedor/seals.json`.
///
/// The record has the digests of everything that went in and came out. The code binds it to its place and to the build of
/// the program that wrote it; nothing of this enters keys or results.
final class ResultSeals: Sendable {
  private struct Seal {
    /// The build of the program that made the result.
    let build: String
    /// The digest of the record's bytes.
    let record: Hash32
    let code: Hash32

    var document: Value { [.string(build), .string(record.hex), .string(code.hex)] }

    init(_ record: Hash32, at place: ResultPlace, by build: String, under key: AuthenticationKey) {
      (self.build, self.record) = (build, record)
      code = key.code(of: Self.message(record, place, build))
    }

    init?(document: Value) {
      guard let list = document.list, list.count == 3, let build = list[0].string,
        let record = list[1].string.flatMap(Hash32.init(hex:)), let code = list[2].string.flatMap(Hash32.init(hex:))
      else { return nil }
      (self.build, self.record, self.code) = (build, record, code)
    }

    func isValid(at place: ResultPlace, under key: AuthenticationKey) -> Bool {
      key.isValid(code, of: Self.message(record, place, build))
    }

    private static func message(_ record: Hash32, _ place: ResultPlace, _ build: String) -> [UInt8] {
      (["veedor result", .string(place.folder), .string(build), .string(record.hex)] as Value).canonicalJSON
    }
  }

  private let file: StateFile
  private let build: String
  let machineKey: MachineKey

  /// The seals kept in `folder`, made and checked under `machineKey` by the program that is `build`.
  init(in folder: PrivateFolder, _ machineKey: MachineKey, build: String = ResultSeals.thisBuild) {
    file = StateFile("seals.json", in: folder)
    (self.machineKey, self.build) = (machineKey, build)
  }

  static let thisBuild =
    (try? FileStamp(path: "/proc/self/exe")).map { "\($0.inode)-\($0.size)-\($0.mtimeNanoseconds)" } ?? ""

  /// Where the result at `place` comes from, whose record has the digest `record`.
  ///
  /// Throws a `FileError` where the seals could not be read: what was made here must not look received.
  func origin(of record: Hash32, at place: ResultPlace) throws(FileError) -> Origin {
    try file.check()
    guard let key = machineKey.key, let seal = file[place.folder].flatMap(Seal.init(document:)),
      seal.isValid(at: place, under: key)
    else { return .received }
    guard seal.record == record else { return .altered }
    return seal.build == build ? .here : .hereByAnotherBuild
  }

  /// Vouches for the record with the digest `record`, which this program has just written at `place`.
  ///
  /// Kept at once: a kill later in the run must not cost this result. What cannot be kept only costs another run.
  func seal(_ record: Hash32, at place: ResultPlace) {
    guard let key = machineKey.made() else { return }
    file[place.folder] = Seal(record, at: place, by: build, under: key).document
    try? file.save()
  }
}
