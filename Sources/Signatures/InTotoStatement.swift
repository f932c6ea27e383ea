public import Hashing
public import Schema

/// What is claimed of one file: an in-toto Statement v1 (github.com/in-toto/attestation) with one subject, known by its SHA-256.
public struct InTotoStatement: Equatable, Sendable {
  /// The payload type of such statements in envelopes.
  public static let mediaType = "application/vnd.in-toto+json"
  private static let type = "https://in-toto.io/Statement/v1"

  /// The file's name.
  public var subject: String
  /// The hash of its bytes.
  public var digest: Hash32
  /// What kind of claim it is.
  public var predicateType: String
  /// The claim's own members.
  public var predicate: [String: Value]

  /// The claim `predicateType` of the file `subject`.
  public init(_ subject: String, _ digest: Hash32, _ predicateType: String, _ predicate: [String: Value]) {
    (self.subject, self.digest) = (subject, digest)
    (self.predicateType, self.predicate) = (predicateType, predicate)
  }

  /// The statement as canonical JSON.
  public var json: [UInt8] {
    let document: Value = [
      "_type": .string(Self.type), "predicate": .object(predicate), "predicateType": .string(predicateType),
      "subject": [["digest": ["sha256": .string(digest.hex)], "name": .string(subject)]],
    ]
    return document.canonicalJSON
  }

  /// The statement that `bytes` write; nil where there is none, or one about more or less than one file, or with other digests: what it
  /// would then be about is a matter of opinion.
  public init?(json bytes: [UInt8]) {
    guard let document = try? Value(json: bytes), document["_type"] == .string(Self.type),
      let subjects = document["subject"]?.list, subjects.count == 1, let name = subjects[0]["name"]?.string,
      let digests = subjects[0]["digest"]?.object, digests.count == 1,
      let digest = digests["sha256"]?.string.flatMap({ Hash32(hex: $0) }), let type = document["predicateType"]?.string
    else { return nil }
    switch document["predicate"] {
    case nil, .null?: self.init(name, digest, type, [:])
    case .object(let predicate)?: self.init(name, digest, type, predicate)
    case .bool?, .integer?, .number?, .string?, .list?: return nil
    }
  }
}
