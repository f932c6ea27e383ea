public import Diagnostics
public import Hashing
public import Schema
public import Signatures

/// What is known of a bundle after everything in it was read: separate facts, and what follows from them.
public struct BundleFacts: Hashable, Sendable {
  /// Whether one part of the check went well.
  public enum Fact: String, Sendable {
    /// It was checked, and nothing is wrong.
    case good
    /// It was checked, and something is wrong.
    case bad
    /// It was not checked, because something before it is wrong, or nobody asked.
    case unknown
  }

  /// What follows from the facts.
  public enum Verdict: String, Sendable {
    /// Every file is the one that the bundle was made with, and none is missing.
    case intact
    /// Every file is the one that the bundle was made with, and none is missing; the archive or folder that holds them is
    /// not the archive that was made.
    case contentIntact = "content_intact"
    /// Something is not as it was made.
    case broken
  }

  /// What a bundle was read from.
  public enum Form: String, Sendable {
    /// An archive in the form in which bundles are written, or one that should be.
    case archive
    /// An archive that another program made of the bundle's files, or whose frame was changed.
    case otherArchive = "other_archive"
    /// A folder into which it was unpacked.
    case folder
  }

  /// What the bundle was read from.
  public var form: Form = .archive
  /// The archive: frame, headers, names, checksums.
  public var container: Fact = .unknown
  /// The archive's form: headers and packed data are byte for byte those that the writer makes with this version of
  /// zlib. Where they are not, the content may be right all the same.
  public var canonical: Fact = .unknown
  /// The bag: its files and the crate are byte for byte those that follow from statement and files, and nothing stands
  /// besides.
  public var bag: Fact = .unknown
  /// The files: each is the one that its leaf vouches for.
  public var leaves: Fact = .unknown
  /// The identity: the statement is well formed, and about this list of leaves.
  public var identity: Fact = .unknown
  /// What the bundle vouches for; nil where that cannot be read.
  public var statement: BundleStatement?
  /// The root that follows from the list of leaves; nil where that cannot be read.
  public var computedRoot: Hash32?
  /// Files that the statement counts, less those that are there; nil where the statement cannot be read.
  public var missing: Int?
  /// Files that were withheld. The `public` profile withholds none.
  public var redacted = 0
  /// The signatures of the statement that hold, one a key, ascending. Whether they are of these files as well say `leaves` and `identity`.
  public var signatures: [BundleSignature] = []
  /// The keys that the statement names as its signers and whose signature is not there.
  public var missingSigners: [VerifyingKey] = []
  /// What is wrong with signatures that are there.
  public var signatureProblems: [Diagnostic] = []
  /// What is said of the statement in ways that this version does not read, or by a key that is not known here.
  public var unread: [String] = []
  /// What is wrong: first what matters most.
  public var problems: [Diagnostic] = []
  /// What is merely unusual: an archive in another form, signatures that are not read.
  public var notes: [Diagnostic] = []

  /// Whether no file is missing.
  public var isComplete: Bool { missing == 0 }

  /// Whether each signature that is there holds, and none that the statement asks for is missing. That is so of a bundle that nobody
  /// signed.
  public var hasSoundSignatures: Bool { signatureProblems.isEmpty && missingSigners.isEmpty }

  /// What follows from the facts about content and container; signatures are apart.
  public var verdict: Verdict {
    guard bag == .good, leaves == .good, identity == .good, isComplete, problems.isEmpty else { return .broken }
    switch form {
    case .archive: return container == .good ? .intact : .broken
    case .otherArchive, .folder: return .contentIntact
    }
  }

  /// The facts for programs.
  public var document: Value {
    [
      "verdict": .string(verdict.rawValue), "form": .string(form.rawValue), "container": .string(container.rawValue),
      "canonical": .string(canonical.rawValue), "bag": .string(bag.rawValue), "leaves": .string(leaves.rawValue),
      "identity": [
        "fact": .string(identity.rawValue), "sha256": statement.map { .string($0.identity.hex) } ?? .null,
      ],
      "root": [
        "stated": statement.map { .string($0.root.hex) } ?? .null,
        "computed": computedRoot.map { .string($0.hex) } ?? .null,
      ],
      "mission": statement.map { .string($0.description.mission) } ?? .null,
      "edition": statement.map { .string($0.description.edition) } ?? .null,
      "profile": statement.map { .string($0.description.profile.rawValue) } ?? .null,
      "files": statement.map { .integer($0.leaves) } ?? .null, "size": statement.map { .integer($0.size) } ?? .null,
      "signatures": .list(signatures.map(\.document)),
      "missing_signers": .list(missingSigners.map { .string($0.hex) }),
      "signature_problems": Self.list(signatureProblems), "unread": .list(unread.map(Value.string)),
      "complete": .bool(isComplete),
      "redacted": .integer(redacted), "problems": Self.list(problems), "notes": Self.list(notes),
    ]
  }

  private static func list(_ diagnostics: [Diagnostic]) -> Value {
    .list(
      diagnostics.map {
        ["code": .string($0.code), "message": .string($0.message), "hint": $0.hint.map(Value.string) ?? .null]
      })
  }
}
