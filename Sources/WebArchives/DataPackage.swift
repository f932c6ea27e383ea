import Hashing
import Schema

/// `datapackage.json`: the files of an archive with their sizes and digests (WACZ 1.1.1, section 5.2.3; as 1.0 wrote it too).
struct DataPackage {
  static let file = "datapackage.json"

  /// What it says of a file.
  struct Resource {
    let path: String
    let size: Int
    let digest: Hash32
  }

  let version: String
  let created: String?
  let resources: [Resource]

  init(_ bytes: [UInt8]) throws(WebArchiveMessage) {
    let document = try Value(listed: bytes, in: Self.file)
    guard let version = document["wacz_version"]?.string, version == "1" || version.hasPrefix("1.") else {
      throw .otherVersion(document["wacz_version"]?.string)
    }
    guard let list = document["resources"]?.list, !list.isEmpty else { throw .noResources }
    (self.version, created) = (version, document["created"]?.string)
    var (resources, paths): ([Resource], Set<[UInt8]>) = ([], [])
    for (number, member) in list.enumerated() {
      let resource = try Resource(member, number: number + 1)
      guard paths.insert(Array(resource.path.utf8)).inserted else { throw .listedTwice(file: resource.path) }
      resources.append(resource)
    }
    self.resources = resources
  }
}

extension DataPackage.Resource {
  /// `{"path", "hash": "sha256:…", "bytes"}`, or as 1.0 has it `{"path", "stats": {"hash", "bytes"}, "hashing": "sha256"}`.
  init(_ member: Value, number: Int) throws(WebArchiveMessage) {
    guard let path = member["path"]?.string else { throw .resourceLacks("path", number: number) }
    let stats = member["stats"]
    guard let size = (member["bytes"] ?? stats?["bytes"])?.integer, size >= 0 else {
      throw .resourceLacks("bytes", number: number)
    }
    let old = stats?["hash"]?.string.map { "\(member["hashing"]?.string ?? "md5"):\($0)" }
    guard let hash = member["hash"]?.string ?? old else { throw .resourceLacks("hash", number: number) }
    guard let digest = Hash32(named: hash) else { throw .otherHash(file: path) }
    (self.path, self.size, self.digest) = (path, size, digest)
  }
}

/// `datapackage-digest.json`: the digest of `datapackage.json`, and who signed it (WACZ 1.1.1, section 5.2.4).
struct PackageDigest {
  static let file = "datapackage-digest.json"

  private let digests: [Hash32]
  let signature: WebArchive.Signature?

  init(_ bytes: [UInt8]) throws(WebArchiveMessage) {
    let document = try Value(listed: bytes, in: Self.file)
    let signed = document["signedData"]
    guard document["path"]?.string == DataPackage.file,
      let digest = document["hash"]?.string.flatMap({ Hash32(named: $0) })
    else { throw .noDigestOfPackage }
    digests = [digest]
    guard let signed, signed != .null else {
      signature = nil
      return
    }
    // What is signed must be what is stated, or the signature is of something else.
    guard signed["hash"]?.string.flatMap({ Hash32(named: $0) }) == digest else { throw .otherSigned }
    signature = signed["domain"]?.string.map { .domain($0) } ?? .key
  }

  func check(_ package: [UInt8]) throws(WebArchiveMessage) {
    guard digests == [Hash32(of: package)] else { throw .otherPackage }
  }
}

extension Hash32 {
  /// The hash that `text` writes as `sha256:` and 64 digits; nil where it is anything else.
  fileprivate init?(named text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "sha256" else { return nil }
    self.init(hex: String(parts[1]))
  }
}

extension Value {
  fileprivate init(listed bytes: [UInt8], in file: String) throws(WebArchiveMessage) {
    do throws(JSONError) {
      try self.init(json: bytes)
    } catch {
      throw .notJSON(file: file, error.sentence)
    }
  }
}
