import Crypto
import Schema

/// A secret key of Ed25519 (RFC 8032) that signs one kind of thing for one mission.
public struct SigningKey: Sendable {
  /// What a key signs. Each has keys of its own: a signature of one kind is never one of another.
  public enum Purpose: String, Sendable, CaseIterable {
    /// Evidence bundles.
    case bundles
    /// Evidence bundles, for those who check with minisign.
    case minisign
    /// The heads of other missions' feeds: what was seen of them, and when.
    case cosignatures
  }

  /// What it signs.
  public let purpose: Purpose
  /// The mission whose things it signs.
  public let mission: String
  private let secret: Curve25519.Signing.PrivateKey

  /// A new key.
  public init(_ purpose: Purpose, mission: String) {
    (self.purpose, self.mission) = (purpose, mission)
    secret = Curve25519.Signing.PrivateKey()
  }

  /// The key that a file of the key folder holds; nil where it holds none.
  init?(document: Value) {
    guard let members = document.object, members.keys.sorted() == ["mission", "purpose", "secret"],
      let purpose = members["purpose"]?.string.flatMap(Purpose.init), let mission = members["mission"]?.string,
      let bytes = members["secret"]?.string.flatMap(hexBytes),
      let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    else { return nil }
    (self.purpose, self.mission, self.secret) = (purpose, mission, secret)
  }

  /// What the file of the key holds.
  var document: Value {
    [
      "mission": .string(mission), "purpose": .string(purpose.rawValue),
      "secret": .string(hexDigits(secret.rawRepresentation)),
    ]
  }

  /// The public key.
  public var verifier: VerifyingKey {
    guard let key = VerifyingKey(Array(secret.publicKey.rawRepresentation)) else {
      preconditionFailure("a key that was made is one")
    }
    return key
  }

  /// The public key as people tell it: as the programs write it that check with it.
  public var publicText: String {
    switch purpose {
    case .bundles: verifier.hex
    case .minisign: MinisignKey(verifier).text
    case .cosignatures: cosigner.text
    }
  }

  /// The key as whoever checks cosignatures knows it: C2SP vkey of type 0x04, under the mission's name.
  public var cosigner: NoteKey {
    NoteKey(name: "veedor/\(mission)", purpose: .cosignatures, publicKey: verifier.bytes)
  }

  /// The signature of `message`.
  public func signature(of message: [UInt8]) throws -> [UInt8] { Array(try secret.signature(for: message)) }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
  /// Whose public key it belongs to, and no byte of it.
  public var description: String { "the secret key of \(verifier)" }
  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
