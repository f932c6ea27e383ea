import Crypto
import Hashing
import Schema
public import Signatures

/// The secret key of an author on this machine, for the feed of one mission.
public struct AuthorKey: Sendable {
  /// Whose it is.
  public let author: Author
  /// The mission whose ledger it writes.
  public let mission: String
  private let secret: Curve25519.Signing.PrivateKey

  /// A new key for `mission`, under a new pseudonym.
  init(mission: String) {
    secret = Curve25519.Signing.PrivateKey()
    self.mission = mission
    var generator = SystemRandomNumberGenerator()
    author = Author(publicKey: Array(secret.publicKey.rawRepresentation), &generator)
  }

  /// The key that a file of the key folder holds; nil where it holds none.
  init?(document: Value) {
    guard let members = document.object, members.keys.sorted() == ["author", "mission", "purpose", "secret"],
      let author = members["author"]?.string.flatMap(Author.init), let mission = members["mission"]?.string,
      members["purpose"] == "feed", let bytes = members["secret"]?.string.flatMap({ Hash32(hex: $0)?.bytes }),
      let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes),
      author.hasKey(Array(secret.publicKey.rawRepresentation))
    else { return nil }
    (self.author, self.mission, self.secret) = (author, mission, secret)
  }

  /// What the file of the key holds.
  var document: Value {
    [
      "author": .string(author.name), "mission": .string(mission), "purpose": "feed",
      "secret": .string(hexDigits(secret.rawRepresentation)),
    ]
  }

  /// What its feed is called in checkpoints.
  var origin: String { Checkpoint.origin(mission, author) }

  /// The public key, as heads are verified with it.
  public var verifier: NoteKey {
    NoteKey(name: origin, purpose: .heads, publicKey: Array(secret.publicKey.rawRepresentation))
  }

  /// The signed note of `head`.
  func note(of head: FeedHead) throws -> SignedNote {
    let text = Checkpoint(origin: origin, head: head).text
    let bytes = Array(try secret.signature(for: Array(text.utf8)))
    return SignedNote(text: text, signatures: [.init(by: verifier, bytes)])
  }
}

extension AuthorKey: CustomStringConvertible, CustomReflectable {
  /// Whose key it is, and no byte of it.
  public var description: String { "the key of \(author.name)" }
  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
