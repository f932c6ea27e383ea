import Schema

/// A payload with signatures: Dead Simple Signing Envelope 1.0 (DSSE, github.com/secure-systems-lab/dsse).
public struct Envelope: Hashable, Sendable {
  /// The most bytes of an envelope that is read.
  public static let largest = 64 << 10
  /// The most signatures of an envelope that is read.
  public static let mostSignatures = 16

  /// One signature, and a hint at the key that made it.
  public struct Signature: Hashable, Sendable {
    /// What the signer calls the key; nothing vouches for it.
    public var keyID: String
    /// The bytes.
    public var bytes: [UInt8]

    /// The signature `bytes` of what is called `keyID`.
    public init(keyID: String, bytes: [UInt8]) { (self.keyID, self.bytes) = (keyID, bytes) }
  }

  /// What the payload is.
  public var payloadType: String
  /// What is signed.
  public var payload: [UInt8]
  /// The signatures.
  public var signatures: [Signature]

  /// `payload` of the type `payloadType`, signed by `key`.
  public init(_ payload: [UInt8], type payloadType: String, signedBy key: SigningKey) throws {
    (self.payloadType, self.payload, signatures) = (payloadType, payload, [])
    signatures = [Signature(keyID: key.verifier.hex, bytes: try key.signature(of: signedText))]
  }

  /// What the signatures are of: PAE(type, payload) of the protocol.
  var signedText: [UInt8] {
    Array("DSSEv1 \(payloadType.utf8.count) \(payloadType) \(payload.count) ".utf8) + payload
  }

  /// Whether `signature` is one of `key`.
  public func isValid(_ signature: Signature, by key: VerifyingKey) -> Bool {
    key.isValid(signature.bytes, for: signedText)
  }

  // MARK: JSON

  /// The envelope as canonical JSON.
  public var json: [UInt8] {
    let signatures = signatures.map { signature -> Value in
      ["keyid": .string(signature.keyID), "sig": .string(base64Text(signature.bytes))]
    }
    let document: Value = [
      "payload": .string(base64Text(payload)), "payloadType": .string(payloadType), "signatures": .list(signatures),
    ]
    return document.canonicalJSON
  }

  /// The envelope that `bytes` write; further members are left alone, as the protocol says. Nil where there is none, or none with
  /// a signature.
  public init?(json bytes: [UInt8]) {
    guard bytes.count <= Self.largest, let document = try? Value(json: bytes),
      let type = document["payloadType"]?.string,
      let payload = document["payload"]?.string.flatMap(Self.bytes), let list = document["signatures"]?.list,
      (1...Self.mostSignatures).contains(list.count)
    else { return nil }
    let signatures = list.compactMap { item -> Signature? in
      guard let bytes = item["sig"]?.string.flatMap(Self.bytes) else { return nil }
      switch item["keyid"] {
      case nil, .null?: return Signature(keyID: "", bytes: bytes)
      case .string(let name)?: return Signature(keyID: name, bytes: bytes)
      case .bool?, .integer?, .number?, .list?, .object?: return nil
      }
    }
    guard signatures.count == list.count else { return nil }
    (payloadType, self.payload, self.signatures) = (type, payload, signatures)
  }

  /// The protocol takes both alphabets of base64.
  private static func bytes(_ text: String) -> [UInt8]? {
    base64Bytes(String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }))
  }
}
